"""What stands beside a page for one reader: notes of theirs and their unit's, and what their unit has done of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.models import AdaptedPage, OwnNote, Page, TeamNote, UnitDone
from sloyfe.cycle.competence.queries.notes import Notes, notes_on
from sloyfe.cycle.competence.queries.progress import done_here, lasting
from sloyfe.kit.existence import exist

OWN = f"FROM {OwnNote._meta.db_table} WHERE author_id = %s AND package_id = %s AND identity IN (%s)"
TEAM = f"FROM {TeamNote._meta.db_table} WHERE place_id IN (%s) AND package_id = %s AND identity IN (%s)"
DONE = f"FROM {UnitDone._meta.db_table} WHERE place_id IN (%s) AND package_id = %s AND identity = %s"


@dataclass(frozen=True)
class BesidePage:
    """Earlier notes from the module, and what the reader's units have done of the page."""

    earlier: Notes
    done: list[UnitDone]


def beside_page(visit: Visit, package: UUID, page: Page | AdaptedPage, earlier: Sequence[str]) -> BesidePage:
    """Asked in full only where there is something; on most pages there is nothing."""
    places, before = [seat.space_id for seat in visit.seats], list(earlier)
    own, team, done = exist(
        (OWN, (visit.person.pk, package, before)),
        (TEAM, (places, package, before)),
        (DONE, (places, package, lasting(page))),
    )
    notes = notes_on(visit, package, before) if own or team else Notes((), ())
    return BesidePage(notes, done_here(visit, package, page) if done else [])
