"""Input about invitations and seats."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.content.roles import roles
from sloyfe.cycle.partnership.forms.fields import PersonField
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.partnership.queries.seats import AREAS
from sloyfe.kit.forms import Form
from sloyfe.people.models import Person

LANGUAGES = [("nb", _("bokmål")), ("nn", _("nynorsk"))]
AREA_CHOICES = [(area.value, words) for area, words in AREAS.items()]


def role_choices(offered: Iterable[Role]) -> list[tuple[str, str]]:
    """The roles with their names in the language of the page."""
    words = roles()
    return [(role.value, words[role].name.read(get_language() or "nb")) for role in offered]


class InviteForm(Form):
    """A letter to one person."""

    email = forms.EmailField(label=_("E-postadresse"), widget=forms.EmailInput({"autocomplete": "off"}))
    name = forms.CharField(label=_("Navn"), required=False, max_length=120)
    role = forms.ChoiceField(label=_("Rolle"))
    areas = forms.MultipleChoiceField(
        label=_("Taler for"),
        required=False,
        choices=AREA_CHOICES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Hvilke tjenesteområder personen taler for hos eieren."),
    )
    language = forms.ChoiceField(label=_("Målform i brevet"), choices=LANGUAGES)

    def __init__(self, *args: object, offered: Iterable[Role], with_areas: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["role"] = forms.ChoiceField(label=_("Rolle"), choices=role_choices(offered))
        if not with_areas:
            del self.fields["areas"]


class SlipsForm(Form):
    """A stack of printed slips."""

    role = forms.ChoiceField(label=_("Rolle"))
    count = forms.IntegerField(label=_("Antall nye kodelapper"), min_value=1, max_value=200, initial=12)

    def __init__(self, *args: object, offered: Iterable[Role], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["role"] = forms.ChoiceField(label=_("Rolle"), choices=role_choices(offered))


class StaffForm(Form):
    """Those on the staff list who are invited."""

    role = forms.ChoiceField(label=_("Rolle"))
    people = forms.TypedMultipleChoiceField(label=_("Hvem"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, offered: Iterable[Role], staff: Collection[Person], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        by_key = {str(person.pk): person for person in staff}
        self.fields["role"] = forms.ChoiceField(label=_("Rolle"), choices=role_choices(offered))
        self.fields["people"] = forms.TypedMultipleChoiceField(
            label=_("Hvem"),
            choices=[(key, person.name) for key, person in by_key.items()],
            coerce=lambda key: by_key[key],
            widget=forms.CheckboxSelectMultiple,
            initial=list(by_key),
        )


class LeadersForm(Form):
    """One address for each unit that has no leader yet; the clean values go by unit."""

    def __init__(self, *args: object, units: Iterable[Party], likely: Mapping[UUID, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.units = {f"unit-{unit.pk}": unit for unit in units}
        for name, unit in self.units.items():
            self.fields[name] = forms.EmailField(
                label=unit.organisation.name, required=False, initial=likely.get(unit.pk, "")
            )

    @property
    def addresses(self) -> list[tuple[Party, str]]:
        """The units that got an address."""
        return [(unit, self.cleaned_data[name]) for name, unit in self.units.items() if self.cleaned_data[name]]


class CodeForm(Form):
    """A code from a slip."""

    code = forms.CharField(
        label=_("Kode"),
        max_length=24,
        help_text=_("Tolv tegn. Bindestreker og store eller små bokstaver spiller ingen rolle."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class AcceptForm(Form):
    """Who takes the seat; what we know already is not asked for."""

    name = forms.CharField(label=_("Navnet ditt"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("E-postadressen din"),
        widget=forms.EmailInput({"autocomplete": "email"}),
        help_text=_("Vi sender deg en kode dit, så vi vet at adressen er din."),
    )
    language = forms.ChoiceField(label=_("Hvilken målform vil du lese?"), choices=LANGUAGES, widget=forms.RadioSelect)

    def __init__(self, *args: object, asks: Collection[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        for name in set(self.fields) - set(asks):
            del self.fields[name]


class HandOverForm(Form):
    """Who takes over."""

    def __init__(self, *args: object, people: Iterable[Person], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["to"] = PersonField(people, label=_("Hvem tar over?"))
