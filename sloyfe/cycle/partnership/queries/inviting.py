"""To whom a seat can be offered, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.models import Invitation, Party, PartyRole
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.cycle.partnership.queries.seats import givable
from sloyfe.organisations import queries as organisations
from sloyfe.organisations.models import Employment
from sloyfe.people.models import Person


@dataclass(frozen=True)
class Offer:
    """A place and the roles that this person may give there; `party` is None at the partnership itself."""

    place: Space
    party: Party | None
    roles: tuple[Role, ...]

    @property
    def role(self) -> PartyRole | None:
        """As what the party takes part."""
        return PartyRole(self.party.role) if self.party else None


def offer_at(visit: Visit, key: UUID) -> Offer | None:
    """What this person may offer at a place; None where there is no such place."""
    if key == visit.space.pk:
        return Offer(visit.space, None, givable(visit, visit.space, None))
    party = next((each for each in parties(visit.space) if each.place.pk == key), None)
    return Offer(party.place, party, givable(visit, party.place, party)) if party else None


def staff_to_invite(offer: Offer, *, on: date) -> list[Person]:
    """Those on the staff list who have no seat there and no letter on its way."""
    if offer.party is None:
        return []
    seated = Seat.objects.filter(space=offer.place, until=None).values_list("person", flat=True)
    waiting = Invitation.objects.in_space(offer.place).filter(place=offer.place, acceptance=None, withdrawal=None)
    asked = set(waiting.exclude(email="").values_list("email", flat=True))
    rows = organisations.staff(offer.party.organisation, on=on)
    return [row.person for row in rows if row.person_id not in set(seated) and row.person.email not in asked]


def likely_leaders(units: Sequence[Party], *, on: date) -> dict[UUID, str]:
    """The address of the one whom a unit's staff list calls its leader, by unit."""
    rows = Employment.objects.filter(until=None, organisation__in=[unit.organisation_id for unit in units])
    titles = Q(role_group__icontains="rektor") | Q(role_group__icontains="styrer") | Q(role_group__icontains="styrar")
    led = rows.filter(titles | Q(role_group__istartswith="leder") | Q(role_group__istartswith="leiar"), since__lte=on)
    by_organisation = dict(led.order_by("-since").values_list("organisation", "person__email"))
    return {unit.pk: by_organisation[unit.organisation_id] for unit in units if unit.organisation_id in by_organisation}


def units_without_leader(space: Space) -> list[Party]:
    """Units where nobody leads yet and no letter is on its way to somebody who will."""
    led = set(
        Seat.objects.filter(space__path__startswith=space.path, role=Role.LEADER, until=None).values_list(
            "space", flat=True
        )
    )
    waiting = Invitation.objects.in_space(space).filter(role=Role.LEADER, acceptance=None, withdrawal=None)
    asked = set(waiting.values_list("place", flat=True))
    return [unit for unit in parties(space, PartyRole.UNIT) if unit.place.pk not in led | asked]
