"""Starting and writing a questionnaire."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.kit.text import Text
from sloyfe.surveys import content
from sloyfe.surveys.models import Audience, Instrument, Item, Part
from sloyfe.surveys.queries.order import opening_answers

EMPTY = "empty"


def agreed_field() -> forms.BooleanField:
    """For a translation that still says the same after its source was touched."""
    return forms.BooleanField(
        label=_("Bokmål og nynorsk sier det samme"),
        required=False,
        help_text=_("Kryss av når en tekst er merket «må oppdateres», men fortsatt stemmer."),
    )


class StartForm(Form):
    """Which ready-made questionnaire, and which themes."""

    template = forms.ChoiceField(
        label=_("Mal"),
        choices=[
            ("staff", _("Undersøkelse for personalet")),
            ("leader", _("Undersøkelse for ledelsen")),
            (EMPTY, _("Tomt skjema, med spørsmål du skriver selv eller henter fra banken")),
        ],
        widget=forms.RadioSelect,
        initial="staff",
    )
    themes = forms.MultipleChoiceField(
        label=_("Temaer"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Velg fra fire til åtte. Personalet svarer på hvor trygge de er i dag, og hva de trenger mer av."),
    )

    title = BilingualField(
        label=_("Tittel"), rows=1, max_length=120, required=False, help_text=_("Bare for et tomt skjema.")
    )
    audience = forms.ChoiceField(
        label=_("Hvem skal svare?"),
        choices=Audience.choices,
        required=False,
        initial=Audience.STAFF,
        help_text=_("Bare for et tomt skjema. Personalet svarer anonymt, lederne med navn."),
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
        required=False,
        help_text=_(
            "Ett punkt per linje. Skriv {dato} der dagen enkeltsvar slettes, skal stå, så fylles den ut i skjemaet."
        ),
    )
    thanks = BilingualField(label=_("Takk til slutt"), rows=3, max_length=600, required=False)
    agreed = agreed_field()
    version = VersionField()

    @classmethod
    def of(cls, instrument: Instrument) -> "TextsForm":
        """The form as the questionnaire stands."""
        names = ("title", "intro", "thanks", "version")
        return cls(initial={name: getattr(instrument, name) for name in names})

    @property
    def told(self) -> dict[str, Any]:
        """What the action takes; a box left empty is an empty text."""
        return {name: Text() if value is None else value for name, value in self.cleaned_data.items()}


class PartForm(Form):
    """The title of a part, and what helps people answer it."""

    title = BilingualField(label=_("Tittel"), rows=1, max_length=120)
    help = BilingualField(label=_("Hjelpetekst"), rows=3, max_length=600, required=False)
    agreed = agreed_field()
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, part: Part) -> "PartForm":
        """The form as the part stands."""
        return cls(initial={name: getattr(part, name) for name in ("title", "help", "version")})


class PairForm(Form):
    """A topic that people are asked about twice."""

    topic = BilingualField(
        label=_("Tema"),
        rows=1,
        max_length=80,
        both=True,
        help_text=_("Skriv temaet slik at det passer etter «Hvor trygg er du i dag på …», for eksempel «overganger»."),
    )
    section = forms.ChoiceField(label=_("Del"))

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["section"]
        if isinstance(field, forms.ChoiceField):
            field.choices = sections_of(instrument)


class ConditionForm(Form):
    """Which answers to an earlier question open this one."""

    answers = forms.MultipleChoiceField(
        label=_("Vis bare for dem som svarte"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst ett svar.")},
    )
    version = VersionField()

    def __init__(self, *args: Any, asked: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nb"
        field = self.fields["answers"]
        if isinstance(field, forms.MultipleChoiceField):
            unsure = content.dont_know().read(language)
            field.choices = [(o.key, o.text.read(language) or unsure) for o in opening_answers(asked)]


def sections_of(instrument: Instrument) -> list[tuple[str, str]]:
    """The parts to choose among."""
    language = get_language() or "nb"
    return [(part.key, part.title.read(language)) for part in instrument.parts.exclude(position=None)]
