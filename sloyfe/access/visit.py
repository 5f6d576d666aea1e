"""Who is here, in which partnership, by which seats."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from sloyfe.access.models import Seat, Space
from sloyfe.access.policy import POLICY, Can
from sloyfe.access.roles import Role
from sloyfe.people.models import Person


@dataclass(frozen=True)
class Visit:
    """A person at a partnership, with all the seats they hold in it."""

    person: Person
    space: Space
    seats: tuple[Seat, ...]
    place: Space | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """Every role held anywhere in this partnership."""
        return frozenset(Role(seat.role) for seat in self.seats)

    @property
    def is_guest(self) -> bool:
        """Invited to something, but not inside."""
        return self.roles == {Role.GUEST}

    def may(self, capability: Can, place: Space | None = None) -> bool:
        """Whether some seat gives the capability, at the place if one is named."""
        allowed = POLICY[capability]
        held = (seat for seat in self.seats if seat.role in allowed)
        return any(place is None or reaches(seat, place) for seat in held)


def know_openings(places: Iterable[Space]) -> None:
    """Ask which of the shielded places are opened; where none is shielded, nothing is asked."""
    prefetch_related_objects([place for place in places if place.shielded], "opening")


def reaches(seat: Seat, place: Space) -> bool:
    """Down the tree from the seat, but not from above into a shielded place that has not been opened.

    A private owner's own seat is inside the shield already, so it reaches the owner's units.
    """
    if not place.inside(seat.space):
        return False
    if seat.space.pk == place.pk or seat.space.shielded or not place.shielded:
        return True
    return hasattr(place, "opening")
