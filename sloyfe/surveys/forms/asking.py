"""Writing one question: its words, how it is answered, and the limits of an answer."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import BilingualField, Form
from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.forms.building import agreed_field, sections_of
from sloyfe.surveys.forms.lines import lines_of, options_of, pairs, split, steps_from, steps_in_lines
from sloyfe.surveys.models import Instrument, Item, Kind
from sloyfe.surveys.sheet import options_from_json, options_to_json

WITH_OPTIONS = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.RANKING, Kind.SOURCES})
MAY_BE_UNSURE = frozenset({Kind.SCALE, Kind.CHOICE, Kind.CHOICES, Kind.RANKING, Kind.NUMBER})
LINE, OWN = "line", "own"
MOST_STEPS, LONGEST_NUMBER = 10, 999_999_999
KINDS = [
    (Kind.SCALE, _("Skala")),
    (Kind.CHOICE, _("Ett valg")),
    (Kind.CHOICES, _("Flere valg")),
    (Kind.RANKING, _("Rangering")),
    (Kind.NUMBER, _("Tall")),
    (LINE, _("Fritekst, én linje")),
    (Kind.TEXT, _("Fritekst, flere linjer")),
    (Kind.SOURCES, _("Kilder og hva de viser")),
    (Kind.NOTE, _("Bare tekst, uten svar")),
]
TEXTS = ("wording", "help", "unit")


class ItemForm(Form):
    """One question, side by side in both languages."""

    wording = BilingualField(label=_("Spørsmål"), rows=3, max_length=400)
    help = BilingualField(label=_("Hjelpetekst"), rows=2, max_length=300, required=False)
    section = forms.ChoiceField(label=_("Del"))
    kind = forms.ChoiceField(label=_("Svar"), choices=KINDS)
    scale = forms.ChoiceField(label=_("Skala"), required=False)
    steps = BilingualField(
        label=_("Egen skala"),
        rows=5,
        required=False,
        help_text=_("Ett trinn per linje, fra minst til mest. Skriv bare tallet der et trinn ikke skal ha navn."),
    )
    options = BilingualField(
        label=_("Valg"), rows=6, required=False, help_text=_("Ett valg per linje, i samme rekkefølge på begge språk.")
    )
    dont_know = forms.BooleanField(label=_("Det går an å svare «vet ikke»"), required=False)
    least = forms.IntegerField(
        label=_("Minste tall"), required=False, min_value=-LONGEST_NUMBER, max_value=LONGEST_NUMBER
    )
    limit = forms.IntegerField(
        label=_("Grense"),
        required=False,
        min_value=1,
        max_value=LONGEST_NUMBER,
        help_text=_("Flest tegn i fritekst, flest kryss, hvor mange plasser som deles ut, eller største tall."),
    )
    unit = BilingualField(label=_("Enhet for tallet"), rows=1, max_length=40, required=False)
    about_leadership = forms.BooleanField(
        label=_("Handler om lederen"),
        required=False,
        help_text=_("Vises bare for hele nettverket, aldri for én enhet."),
    )
    agreed = agreed_field()
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nb"
        named = [(key, content.scale_name(key).read(language)) for key in content.scales()]
        for name, choices in (("section", sections_of(instrument)), ("scale", [*named, (OWN, _("Egen skala"))])):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    @classmethod
    def of(cls, item: Item) -> "ItemForm":
        """The form as the question stands."""
        names = (*TEXTS, "section", "dont_know", "least", "limit", "about_leadership", "version")
        initial = {name: getattr(item, name) for name in names}
        scale = next((key for key in content.scales() if _same_steps(item, key)), OWN)
        own = steps_in_lines(item.steps) if scale == OWN else Text()
        kind = LINE if item.kind == Kind.TEXT and item.one_line else item.kind
        told = {"kind": kind, "scale": scale, "steps": own, "options": lines_of(options_from_json(item.options))}
        return cls(instrument=item.instrument, initial={**initial, **told})

    def clean(self) -> dict[str, Any]:
        """Both languages must name the same choices and steps, and there must be enough of them."""
        told = super().clean() or {}
        kind = told.get("kind")
        if kind in WITH_OPTIONS:
            self._check_lines("options", told, _("Skriv minst to valg."), _("Ett valg står to ganger."))
        if kind == Kind.SCALE and told.get("scale") == OWN:
            self._check_lines("steps", told, _("Skriv minst to trinn."), _("Ett trinn står to ganger."))
            if len(split(told.get("steps") or Text(), "nb")) > MOST_STEPS:
                self.add_error("steps", _("En skala har høyst ti trinn."))
        if kind == Kind.NUMBER and (told.get("least") or 0) >= (told.get("limit") or LONGEST_NUMBER):
            self.add_error("limit", _("Det største tallet må være større enn det minste."))
        count = len(pairs(told.get("options") or Text()))
        if kind in (Kind.CHOICES, Kind.RANKING) and count and (told.get("limit") or 0) > count:
            self.add_error("limit", _("Grensen kan ikke være større enn antallet valg."))
        if kind in (LINE, Kind.TEXT, Kind.SOURCES) and (told.get("limit") or 0) > 2000:
            self.add_error("limit", _("Fritekst kan ha høyst 2000 tegn."))
        return told

    def told(self, item: Item | None = None) -> dict[str, Any]:
        """What the action takes; choices keep their keys."""
        told = {name: self.cleaned_data[name] for name in ("section", "limit", "about_leadership")}
        kind = self.cleaned_data["kind"]
        steps: list[dict[str, Any]] = []
        scale = self.cleaned_data["scale"]
        if kind == Kind.SCALE and scale not in ("", content.USUAL_SCALE):
            own = scale == OWN
            steps = steps_from(self._text("steps")) if own else [step.to_json() for step in content.scale(scale)]
        known = options_from_json(item.options) if item else ()
        options = options_to_json(options_of(self._text("options"), known)) if kind in WITH_OPTIONS else []
        return {
            **told,
            "kind": Kind.TEXT if kind == LINE else kind,
            "one_line": kind == LINE,
            "steps": steps,
            "options": options,
            "dont_know": kind in MAY_BE_UNSURE and self.cleaned_data["dont_know"],
            "least": self.cleaned_data["least"] if kind == Kind.NUMBER else None,
        }

    @property
    def texts(self) -> dict[str, Text]:
        """The words in both languages."""
        unit = self._text("unit") if self.cleaned_data["kind"] == Kind.NUMBER else Text()
        return {"wording": self._text("wording"), "help": self._text("help"), "unit": unit}

    def _text(self, name: str) -> Text:
        return self.cleaned_data[name] or Text()

    def _check_lines(self, name: str, told: dict[str, Any], too_few: Any, twice: Any) -> None:
        lines = {lang: split(told.get(name) or Text(), lang) for lang in ("nb", "nn")}
        if lines["nn"] and lines["nb"] and len(lines["nb"]) != len(lines["nn"]):
            self.add_error(name, _("Det er ikke like mange valg på bokmål og nynorsk."))
        if len(lines["nb"] or lines["nn"]) < 2:
            self.add_error(name, too_few)
        if any(len(set(each)) != len(each) for each in lines.values()):
            self.add_error(name, twice)


def _same_steps(item: Item, key: str) -> bool:
    if item.kind != Kind.SCALE or not item.steps:
        return key == content.USUAL_SCALE
    return [Text.from_json(step) for step in item.steps] == content.scale(key)
