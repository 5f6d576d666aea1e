"""Planning a wave and inviting people to it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.kit.forms import Form
from sloyfe.surveys.days import Days
from sloyfe.surveys.models import Wave
from sloyfe.surveys.models.waves import FEWEST_SCALE, FEWEST_TEXT


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, widget=widget)


def _void(help_text: Any, *, label: Any = None) -> forms.BooleanField:
    label = label or _("Gjør de ubrukte kodene på stedet ugyldige først")
    return forms.BooleanField(label=label, help_text=help_text, required=False)


class PlanForm(Form):
    """Whom to ask, when, and the smallest groups that are shown."""

    opens_on = _day(_("Åpner"))
    closes_on = _day(_("Siste dag for å svare"))
    deletes_on = _day(_("Enkeltsvar slettes"), _("Etter denne dagen finnes bare de samlede resultatene."))
    fewest_scale = forms.IntegerField(
        label=_("Minste gruppe for tall"), min_value=FEWEST_SCALE, max_value=50, initial=FEWEST_SCALE
    )
    fewest_text = forms.IntegerField(
        label=_("Minste antall svar før fritekst vises"), min_value=FEWEST_TEXT, max_value=100, initial=FEWEST_TEXT
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, places: Sequence[Space], today: date, wave: Wave | None = None, **kwargs: Any
    ) -> None:
        self.wave = wave
        self.today = today
        self.stands = wave is not None and hasattr(wave, "opening")
        self.places = {} if self.stands else {f"place_{place.pk.hex}": place for place in places}
        super().__init__(*args, **kwargs)
        for name, place in self.places.items():
            self.fields[name] = forms.IntegerField(
                label=place.title, required=False, min_value=0, max_value=2000, widget=forms.NumberInput
            )
        if self.stands:
            for name in ("opens_on", "deletes_on"):
                self.fields[name].disabled = True

    @classmethod
    def new(cls, places: Sequence[Space], *, today: date) -> "PlanForm":
        """A form with dates that suit most."""
        closes = today + timedelta(days=14)
        days = {"opens_on": today, "closes_on": closes, "deletes_on": closes + timedelta(days=90)}
        return cls(places=places, today=today, initial=days)

    @classmethod
    def of(cls, wave: Wave, places: Sequence[Space], data: Any = None, *, today: date) -> "PlanForm":
        """The form as the plan stands."""
        names = ("opens_on", "closes_on", "deletes_on", "fewest_scale", "fewest_text", "version")
        initial: dict[str, Any] = {name: getattr(wave, name) for name in names}
        initial |= {f"place_{row.place_id.hex}": row.invited for row in wave.places.all()}
        return cls(data, places=places, today=today, wave=wave, initial=initial)

    def clean(self) -> dict[str, Any]:
        """Days that cannot be meant are pointed at, each by its own sentence."""
        told = super().clean() or {}
        if all(told.get(name) for name in Days._fields):
            days = Days(*(told[name] for name in Days._fields))
            stand = self.wave.days if self.wave else None
            for name, sentence in days.wrong(today=self.today, stand=stand).items():
                self.add_error(name, str(sentence))
        return told

    @property
    def asked(self) -> dict[Space, int] | None:
        """How many are asked at each place; None when that stands already."""
        if self.stands:
            return None
        return {place: self.cleaned_data.get(name) or 0 for name, place in self.places.items()}

    @property
    def settings(self) -> dict[str, Any]:
        """Dates and thresholds."""
        names = ("opens_on", "closes_on", "deletes_on", "fewest_scale", "fewest_text")
        return {name: self.cleaned_data[name] for name in names}

    @property
    def fixed_fields(self) -> list[forms.BoundField]:
        """Dates and thresholds that can be changed, as they are drawn."""
        return [f for f in self.visible_fields() if f.name not in self.places and not f.field.disabled]

    @property
    def place_fields(self) -> list[tuple[Space, forms.BoundField]]:
        """The number asked at each place, as it is drawn."""
        return [(place, self[name]) for name, place in self.places.items()]


class PlaceForm(Form):
    """Which of the asked places."""

    place = forms.ModelChoiceField(label=_("Sted"), queryset=Space.objects.none(), empty_label=None)

    def __init__(self, *args: Any, wave: Wave, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Space.objects.filter(pk__in=[row.place_id for row in wave.places.all()]).order_by("title")


class OpeningForm(Form):
    """Who reads free text before anybody else."""

    screened_by = forms.ChoiceField(
        label=_("Hvem leser fritekst først?"),
        help_text=_("De som svarer, får vite det på forhånd. Det kan ikke endres når undersøkelsen er åpnet."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hvem som leser fritekst først.")},
    )

    def __init__(self, *args: Any, roles: Sequence[tuple[Role, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = roles
        field = self.fields["screened_by"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(role.value, words) for role, words in roles]
            field.initial = roles[0][0].value if len(roles) == 1 else None


class SlipsForm(PlaceForm):
    """How many code slips to print."""

    count = forms.IntegerField(label=_("Antall lapper"), min_value=1, max_value=2000)
    void = _void(_("Bruk dette når lapper er blitt borte. Det gjelder også lenker på e-post som ikke er brukt."))


class MeetingForm(Form):
    """How many are in the room."""

    present = forms.IntegerField(
        label=_("Hvor mange er dere i rommet?"),
        help_text=_("Tallet vises sammen med lenken, og lenken tar imot så mange svar. Tell bare dem som skal svare."),
        min_value=2,
        max_value=2000,
    )
    void = _void(_("Da kan også de som fikk en lapp eller en e-post, svare med lenken."))


class LettersForm(PlaceForm):
    """The addresses that get one code each."""

    addresses = forms.CharField(
        label=_("E-postadresser"),
        widget=forms.Textarea({"rows": 8}),
        help_text=_(
            "Én adresse per linje, eller med komma mellom. Hver får sin egen lenke, på språket i kontoen sin "
            "eller på både bokmål og nynorsk."
        ),
    )

    void = _void(
        _("Da virker verken lapper eller lenker som ikke er brukt. Den som har svart, trenger ikke ny lenke."),
        label=_("Send på nytt, og gjør de ubrukte kodene på stedet ugyldige først"),
    )

    def clean_addresses(self) -> list[str]:
        """Every address must look like one; the first that does not is named."""
        words = self.cleaned_data["addresses"].replace(";", "\n").replace(",", "\n").split()
        for word in words:
            try:
                validate_email(word)
            except ValidationError as wrong:
                sentence = _("«%(word)s» er ikke en e-postadresse.")
                raise ValidationError(sentence, params={"word": word}) from wrong
        return list(words)
