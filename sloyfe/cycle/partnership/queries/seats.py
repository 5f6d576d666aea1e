"""Who holds which seat, and which seats somebody may give."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Seat, Space
from sloyfe.access.policy import Can
from sloyfe.access.roles import STEERING, Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.content.roles import roles
from sloyfe.cycle.partnership.models import Party, PartyRole, SeatArea, ServiceArea
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

AREAS: dict[ServiceArea, Promise] = {
    ServiceArea.KINDERGARTEN: _("Barnehage"),
    ServiceArea.SFO: _("SFO"),
    ServiceArea.SCHOOL: _("Skole"),
    ServiceArea.PPT: _("PPT"),
}
GIVEN_BY_STEERING = frozenset({Role.OWNER, Role.COORDINATOR, Role.PARTNER, Role.ADVISER})
AT_ROOT = (Role.COORDINATOR, Role.ADVISER, Role.UNION, Role.SAFETY, Role.GUEST)
AT_PARTY: dict[PartyRole, tuple[Role, ...]] = {
    PartyRole.OWNER: (Role.OWNER, Role.COORDINATOR, Role.RESOURCE, Role.UNION, Role.SAFETY, Role.GUEST),
    PartyRole.UNIT: (Role.LEADER, Role.RESOURCE, Role.STAFF, Role.UNION, Role.SAFETY, Role.GUEST),
    PartyRole.PARTNER: (Role.PARTNER, Role.ADVISER, Role.GUEST),
    PartyRole.SERVICE: (Role.RESOURCE, Role.GUEST),
}
# From above one may invite the first owner or leader of a shielded place, who then invites the rest.
FIRST_AT_SHIELDED = {PartyRole.OWNER: Role.OWNER, PartyRole.UNIT: Role.LEADER}


@dataclass(frozen=True)
class Held:
    """A seat with what it is called and which service areas it speaks for."""

    seat: Seat
    role: Text
    areas: tuple[Promise, ...]
    may_end: bool


class Taken(NamedTuple):
    """Somebody holds this role at this place."""

    space_id: UUID
    role: str


@dataclass(frozen=True)
class PlaceWithSeats:
    """A place and the people who sit there; `party` is None at the partnership itself."""

    place: Space
    party: Party | None
    seats: tuple[Held, ...]
    givable: tuple[Role, ...]

    @property
    def leading(self) -> list[Held]:
        """Those who lead, speak for others or guide, each by name at once."""
        return [each for each in self.seats if each.seat.role != Role.STAFF]

    @property
    def staff(self) -> list[Held]:
        """The staff, who may be many."""
        return [each for each in self.seats if each.seat.role == Role.STAFF]

    @property
    def may_give(self) -> bool:
        """Somebody may be invited here."""
        return bool(self.givable)

    @property
    def may_give_staff(self) -> bool:
        """The whole staff may be invited here."""
        return Role.STAFF in self.givable


def places_with_seats(visit: Visit, *, on: date) -> list[PlaceWithSeats]:
    """Every place with its people. Staff are named only to those who may give seats where they work."""
    held = _held(visit, on)
    at_root = tuple(held.get(visit.space.pk, ()))
    found = [PlaceWithSeats(visit.space, None, at_root, givable(visit, visit.space, None))]
    for party in parties(visit.space):
        seats = tuple(held.get(party.place.pk, ()))
        led = any(each.seat.role == FIRST_AT_SHIELDED.get(PartyRole(party.role)) for each in seats)
        found.append(PlaceWithSeats(party.place, party, seats, givable(visit, party.place, party, led=led)))
    return found


def givable(visit: Visit, place: Space, party: Party | None, *, led: bool | None = None) -> tuple[Role, ...]:
    """The roles this person may give at this place; `led` says, if known, whether its first seat is taken."""
    offered = AT_PARTY[PartyRole(party.role)] if party else AT_ROOT
    if visit.may(Can.SEAT_GIVE, place):
        steers = any(seat.role in STEERING and place.inside(seat.space) for seat in visit.seats)
        return offered if steers else tuple(role for role in offered if role not in GIVEN_BY_STEERING)
    first = FIRST_AT_SHIELDED.get(PartyRole(party.role)) if party else None
    if first is None or not visit.may(Can.PARTY_CHANGE, visit.space):
        return ()
    if led is None:
        led = Seat.objects.filter(space=place, role=first, until=None).exists()
    return () if led else (first,)


def seat(space: Space, key: UUID) -> Seat | None:
    """One seat in this partnership."""
    rows = Seat.objects.filter(space__path__startswith=space.path, pk=key)
    return rows.select_related("space__opening", "person").first()


def seats_standing(space: Space, *, on: date, only: Collection[Role] = ()) -> list[Seat]:
    """Every standing seat of this partnership."""
    rows = Seat.objects.standing(on).filter(space__path__startswith=space.path)
    if only:
        rows = rows.filter(role__in=only)
    return list(rows.select_related("space", "person").order_by("person__name"))


def seats_taken(space: Space, *, on: date) -> list[Taken]:
    """Which roles are held where, once each, however many hold them."""
    rows = Seat.objects.standing(on).filter(space__path__startswith=space.path)
    return [Taken(*each) for each in rows.values_list("space_id", "role").distinct()]


def people(space: Space, *, on: date, but: Person | None = None) -> list[Person]:
    """Everybody with a seat, once each, by name."""
    found = {row.person_id: row.person for row in seats_standing(space, on=on)}
    return [person for key, person in found.items() if but is None or key != but.pk]


def just_ended(visit: Visit, key: str) -> Seat | None:
    """The seat that was ended a moment ago, so that it can be undone."""
    try:
        row = seat(visit.space, UUID(key))
    except ValueError:
        return None
    return row if row and row.until and visit.may(Can.SEAT_GIVE, row.space) else None


def role_name(role: str) -> Text:
    """What a role is called on screen."""
    return roles()[Role(role)].name


def _held(visit: Visit, on: date) -> dict[UUID, list[Held]]:
    areas: dict[UUID, list[Promise]] = {}
    for each in SeatArea.objects.in_space(visit.space):
        areas.setdefault(each.seat_id, []).append(AREAS[ServiceArea(each.area)])
    found: dict[UUID, list[Held]] = {}
    order = list(Role)
    rows = seats_standing(visit.space, on=on)
    for row in sorted(rows, key=lambda each: order.index(Role(each.role))):
        may_end = visit.may(Can.SEAT_GIVE, row.space)
        if row.role == Role.STAFF and not may_end and row.person_id != visit.person.pk:
            continue
        held = Held(row, role_name(row.role), tuple(areas.get(row.pk, ())), may_end)
        found.setdefault(row.space_id, []).append(held)
    return found
