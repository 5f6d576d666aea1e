"""Notes to the pages of a package: one's own, and those of the units where one has a seat."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.models import OwnNote, TeamNote


@dataclass(frozen=True)
class Notes:
    """What this person may read beside some pages."""

    own: tuple[OwnNote, ...]
    team: tuple[TeamNote, ...]

    def __bool__(self) -> bool:
        return bool(self.own or self.team)


def notes_on(visit: Visit, package: UUID, identities: Iterable[str]) -> Notes:
    """Own notes by their author alone, page by page; notes to a unit for those with a seat in that very unit."""
    pages = list(identities)
    if not pages:
        return Notes((), ())
    own = OwnNote.objects.in_space(visit.space).filter(author=visit.person, package=package, identity__in=pages)
    places = [seat.space_id for seat in visit.seats]
    team = TeamNote.objects.in_space(visit.space).filter(package=package, place__in=places, identity__in=pages)
    in_turn = sorted(own.select_related("key"), key=lambda note: pages.index(note.identity))
    told = sorted(team.select_related("by", "place").order_by(), key=lambda note: note.at)
    return Notes(tuple(in_turn), tuple(told))


def own_team_note(visit: Visit, package: UUID, key: UUID) -> TeamNote | None:
    """A note to the unit, for who wrote it."""
    rows = TeamNote.objects.in_space(visit.space).filter(pk=key, package=package, by=visit.person)
    return rows.first()
