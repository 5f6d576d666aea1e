"""What the regions of a participant's page hold, from the templates of the page.

What all see and what a table sees is set once for each version and language; only one's own part is set for everybody.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import timezone, translation

from sloyfe.cycle.meetings.actions.door import digest
from sloyfe.cycle.meetings.actions.notes import NotInside
from sloyfe.cycle.meetings.models import Door, Point
from sloyfe.cycle.meetings.queries.groups import Table, tables_at
from sloyfe.cycle.meetings.queries.marks import room_mark, table_marks
from sloyfe.cycle.meetings.queries.meetings import watched
from sloyfe.cycle.meetings.queries.points import on_the_table
from sloyfe.cycle.meetings.queries.running import Standing, standing
from sloyfe.cycle.meetings.queries.seats import Place, places_of
from sloyfe.cycle.meetings.views import shown
from sloyfe.kit.refusal import Refusal

KEPT = 4000
_kept: OrderedDict[tuple[str, ...], str] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody's browser, the language it reads, the mark of the own part that it shows, and if all is wanted."""

    key: str
    language: str
    shown: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """A meeting as it stands, with the mark of what all see."""

    door: Door
    now: Standing
    mark: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as it stands, with its mark; nothing where nobody sits at tables."""

    table: Table | None = None
    points: Sequence[Point] = ()
    mark: str = ""


def regions(lookings: Sequence[Looking]) -> list[bytes | Refusal]:
    """The regions as JSON: `now`, `table` and `gathered`, and `own` where it is another than the one shown."""
    places = places_of({digest(each.key) for each in lookings})
    sights = _sights({place.attendee.meeting_id for place in places.values()})
    marks = table_marks({place.now for place in places.values() if place.now})
    tables = {
        table.group.pk: Laid(table, on_the_table(table.group), marks[table.group.pk])
        for table in tables_at(list(marks))
    }
    found: list[bytes | Refusal] = []
    for each in lookings:
        place = places.get(digest(each.key))
        sight = sights.get(place.attendee.meeting_id) if place else None
        if place is None or sight is None:
            found.append(NotInside())
            continue
        with translation.override(each.language):
            found.append(_regions(each, place, sight, tables.get(place.now, Laid()) if place.now else Laid()))
    return found


def _sights(meetings: set[UUID]) -> dict[UUID, Sight]:
    now = {key: (meeting, standing(meeting, now=timezone.now())) for key, meeting in watched(meetings).items()}
    return {key: Sight(meeting.door, stand, room_mark(meeting, stand)) for key, (meeting, stand) in now.items()}


def _regions(looking: Looking, place: Place, sight: Sight, laid: Laid) -> bytes:
    door, now, table, key = sight.door, sight.now, laid.table, looking.key
    at_table = _once((laid.mark, sight.mark, looking.language), lambda: _at_table(door, now, laid)) if table else ""
    own_points = [str(point) for point in shown.own_points(laid.points, key)]
    said: dict[str, object] = {"table": at_table, "own_points": own_points, "table_v": laid.mark}
    if looking.whole:
        shared = _once((door.code, sight.mark, looking.language), lambda: _shared(door, now))
        own = shown.for_oneself(door, now, place.attendee, table, key=key)
        said |= {**json.loads(shared), "mark": own["own_mark"], "v": sight.mark}
        if looking.shown != own["own_mark"]:
            said["own"] = _set("own", own)
    return json.dumps(said, ensure_ascii=False).encode()


def _at_table(door: Door, now: Standing, laid: Laid) -> str:
    return _set("table", shown.for_a_table(door, now, laid.table, laid.points))


def _shared(door: Door, now: Standing) -> str:
    context = shown.for_everybody(door, now)
    return json.dumps({"now": _set("now", context), "gathered": _set("gathered", context)})


def _set(region: str, context: shown.Context) -> str:
    return render_to_string(f"joining/regions/{region}.html", context)


def _once(mark: tuple[str, ...], make: Callable[[], str]) -> str:
    """What was set for this version and language before, or now."""
    if mark not in _kept:
        _kept[mark] = make()
        if len(_kept) > KEPT:
            _kept.popitem(last=False)
    return _kept[mark]
