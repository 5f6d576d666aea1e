"""Starting and writing a questionnaire."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.models import Instrument, Item, Kind
from sloyfe.surveys.sheet import Option, options_from_json, options_to_json

WITH_OPTIONS = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.SOURCES})


class StartForm(Form):
    """Which ready-made questionnaire, and which themes."""

    template = forms.ChoiceField(
        label=_("Mal"),
        choices=[("staff", _("Undersøkelse for personalet")), ("leader", _("Undersøkelse for ledelsen"))],
        widget=forms.RadioSelect,
        initial="staff",
    )
    themes = forms.MultipleChoiceField(
        label=_("Temaer"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Velg fra fire til åtte. Personalet svarer på hvor trygge de er i dag, og hva de trenger mer av."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nb"
        choices = [(theme.key, theme.text.read(language).capitalize()) for theme in content.themes()]
        field = self.fields["themes"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = choices


class TextsForm(Form):
    """What stands around the questions."""

    title = BilingualField(label=_("Tittel"), rows=1, max_length=120)
    intro = BilingualField(
        label=_("Innledning"),
        rows=10,
        help_text=_("Ett punkt per linje. Skriv {date} der datoen for sletting skal stå."),
    )
    thanks = BilingualField(label=_("Takk til slutt"), rows=3, max_length=600)
    version = VersionField()

    @classmethod
    def of(cls, instrument: Instrument) -> "TextsForm":
        """The form as the questionnaire stands."""
        names = ("title", "intro", "thanks", "version")
        return cls(initial={name: getattr(instrument, name) for name in names})


class ItemForm(Form):
    """One question, side by side in both languages."""

    wording = BilingualField(label=_("Spørsmål"), rows=3, max_length=400)
    section = forms.ChoiceField(label=_("Del"))
    kind = forms.ChoiceField(label=_("Svar"), choices=Kind.choices)
    options = BilingualField(
        label=_("Valg"), rows=6, required=False, help_text=_("Ett valg per linje, i samme rekkefølge på begge språk.")
    )
    limit = forms.IntegerField(
        label=_("Grense"),
        required=False,
        min_value=1,
        max_value=2000,
        help_text=_("Flest tegn i fritekst, flest kryss, eller høyeste tall."),
    )
    about_leadership = forms.BooleanField(
        label=_("Handler om lederen"),
        required=False,
        help_text=_("Vises bare for hele nettverket, aldri for én enhet."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nb"
        field = self.fields["section"]
        if isinstance(field, forms.ChoiceField):
            parts = instrument.parts.exclude(position=None)
            field.choices = [(part.key, part.title.read(language)) for part in parts]

    @classmethod
    def of(cls, item: Item) -> "ItemForm":
        """The form as the question stands."""
        names = ("wording", "section", "kind", "limit", "about_leadership", "version")
        initial = {name: getattr(item, name) for name in names}
        return cls(instrument=item.instrument, initial={**initial, "options": _lines(item)})

    def clean(self) -> dict[str, Any]:
        """Both languages must name the same choices, and a choice needs at least two."""
        told = super().clean() or {}
        options = told.get("options") or Text()
        lines = {lang: _split(options, lang) for lang in ("nb", "nn")}
        if lines["nn"] and lines["nb"] and len(lines["nb"]) != len(lines["nn"]):
            self.add_error("options", _("Det er ikke like mange valg på bokmål og nynorsk."))
        if told.get("kind") in WITH_OPTIONS and len(lines["nb"] or lines["nn"]) < 2:
            self.add_error("options", _("Skriv minst to valg."))
        return told

    def told(self, item: Item | None = None) -> dict[str, Any]:
        """What the action takes; choices keep their keys in order."""
        told = {name: self.cleaned_data[name] for name in ("wording", "section", "kind", "limit", "about_leadership")}
        known = [option.key for option in options_from_json(item.options)] if item else []
        options = _options(self.cleaned_data["options"] or Text(), known)
        return {**told, "options": options_to_json(options) if told["kind"] in WITH_OPTIONS else []}


def _options(text: Text, known: list[str]) -> list[Option]:
    nb, nn = _split(text, "nb"), _split(text, "nn")
    count = max(len(nb), len(nn))
    keys = [*known, *(f"o{n}" for n in range(1, 100) if f"o{n}" not in known)]
    pairs = zip(keys, nb or [""] * count, nn or [""] * count, strict=False)
    return [Option(key, Text.of(nb=bokmal, nn=nynorsk)) for key, bokmal, nynorsk in pairs]


def _split(text: Text, language: str) -> list[str]:
    return [line.strip() for line in text.entries.get(language, "").splitlines() if line.strip()]


def _lines(item: Item) -> Text:
    options = options_from_json(item.options)
    return Text.of(**{lang: "\n".join(o.text.read(lang) for o in options) for lang in ("nb", "nn")})
