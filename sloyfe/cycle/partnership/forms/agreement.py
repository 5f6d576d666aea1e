"""Input about the agreement, its tasks and dates."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership.forms.fields import PartyField, PersonField, day_field
from sloyfe.cycle.partnership.models import DateKind, Party
from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.people.models import Person


class SectionForm(Form):
    """One section in both languages."""

    body = BilingualField(label=_("Tekst"), rows=16, max_length=20_000)
    version = VersionField()


class PutForwardForm(Form):
    """Why the agreement changes; asked for once somebody has signed."""

    reason = forms.CharField(
        label=_("Hva endrer tillegget, og hvorfor?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )


class WordTemplateForm(Form):
    """The owner's own letterhead, used once and not kept."""

    file = forms.FileField(
        label=_("Word-mal"),
        help_text=_("En .docx- eller .dotx-fil med logo og stiler. Fila lagres ikke."),
        widget=forms.FileInput({"accept": ".docx,.dotx"}),
    )


class SignForm(Form):
    """In what capacity, and which version was read."""

    version = forms.UUIDField(widget=forms.HiddenInput)
    party = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Stilling"), max_length=120, help_text=_("For eksempel rektor, styrer, kommunalsjef eller studieleder.")
    )


class TaskForm(Form):
    """Who does what by when."""

    what = BilingualField(label=_("Hva skal gjøres?"), rows=1, max_length=200)
    due = day_field(label=_("Frist"))

    def __init__(
        self,
        *args: object,
        parties: Iterable[Party],
        people: Iterable[Person],
        versioned: bool = False,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["party"] = PartyField(parties, label=_("Hvem har ansvaret?"))
        self.fields["person"] = PersonField(people, label=_("Navngitt person"), required=False)
        if versioned:
            self.fields["version"] = VersionField()


class DateForm(Form):
    """A date of the year wheel."""

    title = BilingualField(label=_("Hva skjer?"), rows=1, max_length=160)
    kind = forms.ChoiceField(label=_("Slag"), choices=DateKind)
    on = day_field(label=_("Dato"))
    until = day_field(label=_("Til og med"), required=False, help_text=_("Bare når det går over flere dager."))

    def __init__(self, *args: object, versioned: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        if versioned:
            self.fields["version"] = VersionField()


class HoursForm(Form):
    """The hours a unit has set aside."""

    hours = forms.IntegerField(label=_("Timer i måneden til felles utvikling"), min_value=0, max_value=200)
    remark = forms.CharField(
        label=_("Merknad"),
        required=False,
        max_length=300,
        help_text=_("For eksempel hvilken møtetid timene er lagt til."),
    )

    def __init__(self, *args: object, units: Iterable[Party], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["party"] = PartyField(units, label=_("Enhet"))
        self.order_fields(["party", "hours", "remark"])
