"""Who can be asked to answer for something."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership import queries as partnership
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan.models import Answerable
from sloyfe.people.models import Person

Choices = list[tuple[str, str | list[tuple[str, str]]]]


@dataclass(frozen=True)
class Responsibles:
    """The people and parties that may answer for something, as a form asks and an action takes them."""

    persons: Mapping[str, Person]
    parties: Mapping[str, Party]

    def choices(self) -> Choices:
        """People first, then parties."""
        return [
            ("", _("Ingen valgt ennå")),
            (_("Personer"), [(key, person.name) for key, person in self.persons.items()]),
            (_("Parter"), [(key, party.organisation.name) for key, party in self.parties.items()]),
        ]

    def said(self, key: str) -> dict[str, Person | Party | None]:
        """A choice → the columns of an `Answerable`."""
        return {"responsible_person": self.persons.get(key), "responsible_party": self.parties.get(key)}


def responsibles(place: Space, *, on: date, keeping: Answerable | None = None) -> Responsibles:
    """Everybody at a place (the root: all of them), and whoever answers for it already."""
    persons = {f"person:{person.pk}": person for person in people(place, on=on)}
    parties = {f"party:{party.pk}": party for party in partnership.parties(place) if party.place.inside(place)}
    if keeping and keeping.responsible_person:
        persons.setdefault(keeping.responsible_key, keeping.responsible_person)
    if keeping and keeping.responsible_party:
        parties.setdefault(keeping.responsible_key, keeping.responsible_party)
    return Responsibles(persons, parties)


def people(place: Space, *, on: date) -> list[Person]:
    """Everybody with a seat at this place or inside it, guests apart."""
    seats = Seat.objects.standing(on).filter(space__path__startswith=place.path).exclude(role=Role.GUEST)
    found = {seat.person_id: seat.person for seat in seats.select_related("person")}
    return sorted(found.values(), key=lambda person: person.name)
