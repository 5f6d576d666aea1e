"""Input about partnerships and parties."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.kit.forms import BilingualField, Form
from sloyfe.organisations.models import Kind

ONLY_ASCII = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Bruk små bokstaver a–z, tall og bindestrek."))


class PartnershipForm(Form):
    """A new partnership and its first coordinator."""

    name = BilingualField(label=_("Navn på partnerskapet"), rows=1, max_length=160)
    slug = forms.CharField(
        label=_("Kort adresse"),
        max_length=60,
        validators=[ONLY_ASCII],
        help_text=_("Står i adressefeltet, for eksempel «lesing-i-nord». Kan ikke endres senere."),
    )
    language = forms.ChoiceField(label=_("Partnerskapets målform"), choices=[("nb", _("bokmål")), ("nn", _("nynorsk"))])
    coordinator = forms.EmailField(
        label=_("E-post til koordinatoren"), help_text=_("Koordinatoren får en invitasjon og tar det videre.")
    )


class SearchForm(Form):
    """Looking an organisation up."""

    words = forms.CharField(
        label=_("Navn eller organisasjonsnummer"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )


class AddPartyForm(Form):
    """Which organisation, as what."""

    organisation = forms.UUIDField(widget=forms.HiddenInput)
    role = forms.ChoiceField(label=_("Rolle"), choices=PartyRole)


class OwnOrganisationForm(Form):
    """An organisation that no register knows."""

    name = forms.CharField(label=_("Navn"), max_length=160)
    kind = forms.ChoiceField(label=_("Slag"), choices=Kind)
    number = forms.CharField(
        label=_("Organisasjonsnummer"),
        required=False,
        max_length=20,
        help_text=_("Ni siffer. Kan stå tomt for et team eller en tjeneste."),
    )
    role = forms.ChoiceField(label=_("Rolle i partnerskapet"), choices=PartyRole)
