"""The list of meetings: a school year at a time, and only those that somebody looks for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries.meetings import Listed, listed
from sloyfe.kit.school_year import SchoolYear


@dataclass(frozen=True)
class Wish:
    """What somebody looks for; nothing means all."""

    place: UUID | None = None
    method: str = ""
    mine: bool = False


@dataclass(frozen=True)
class Leaf:
    """One school year of the list, and the nearest before and after it that have any."""

    year: SchoolYear
    listed: Listed
    count: int
    earlier: SchoolYear | None
    later: SchoolYear | None


def leaf(meetings: Sequence[Meeting], wish: Wish, visit: Visit, *, year: SchoolYear | None = None, today: date) -> Leaf:
    """Of the meetings that somebody may see, those of one year that are looked for.

    If no year is asked for, it is the present one; where that has none, the nearest that has.
    """
    found = [each for each in meetings if _suits(each, wish, visit)]
    years = Counter(SchoolYear.of(each.on) for each in found)
    shown = year or _nearest(years, SchoolYear.of(today))
    here = [each for each in found if each.on in shown]
    return Leaf(
        year=shown,
        listed=listed(here, today=today),
        count=len(here),
        earlier=max((each for each in years if each < shown), default=None),
        later=min((each for each in years if each > shown), default=None),
    )


def places_among(meetings: Sequence[Meeting]) -> list[Space]:
    """The places that these meetings are for, by title."""
    found = {place.pk: place for each in meetings for place in each.places.all()}
    return sorted(found.values(), key=lambda place: place.title)


def is_mine(visit: Visit, meeting: Meeting) -> bool:
    """Made by this person, or for a place where they have a seat of their own; what is for all is nobody's."""
    places = {place.pk for place in meeting.places.all()}
    return meeting.made_by_id == visit.person.pk or any(seat.space_id in places for seat in visit.seats)


def _suits(meeting: Meeting, wish: Wish, visit: Visit) -> bool:
    if wish.place and wish.place not in {place.pk for place in meeting.places.all()}:
        return False
    if wish.method and meeting.method != wish.method:
        return False
    return not wish.mine or is_mine(visit, meeting)


def _nearest(years: Counter[SchoolYear], present: SchoolYear) -> SchoolYear:
    return min(years, key=lambda each: (abs(each.start - present.start), -each.start), default=present)
