"""What the regions of a participant's page hold, from the templates of the page.

What all see, what a table sees, and the empty boxes are set once for each version and language. One's own words come
beside them, as data; only where something more lies beside the phase is one's own part set for everybody.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation

from sloyfe.cycle.meetings.actions.door import digest
from sloyfe.cycle.meetings.actions.notes import NotInside
from sloyfe.cycle.meetings.models import Attendee
from sloyfe.cycle.meetings.queries.notes import Pad, pads_of
from sloyfe.cycle.meetings.queries.tables import near_objections
from sloyfe.cycle.meetings.rooms.coming import keys_for
from sloyfe.cycle.meetings.rooms.sights import LONGER, PEOPLE, SIGHTS, TABLES, Laid, Sight, Who, seats_of
from sloyfe.cycle.meetings.views import shown
from sloyfe.kit.refusal import Refusal

KEPT = 4000
Said = dict[str, object]
_kept: OrderedDict[tuple[str, ...], str] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody's browser: its language, the mark of the own part that it shows, if all is wanted, and the code."""

    key: str
    language: str
    shown: str
    whole: bool
    code: str


@dataclass(frozen=True, slots=True)
class Regions:
    """As JSON; and where the meeting has another code than the browser knows, the keys for its addresses."""

    body: bytes
    cookies: tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Own:
    """What is somebody's own: what they have written, and if they are shown more than an empty box and that."""

    pads: Sequence[Pad] = ()
    shows_more: bool = False


def regions(lookings: Sequence[Looking]) -> list[Regions | Refusal]:
    """The regions as JSON: `now`, `table`, `gathered`, and `own` where it is another than the one shown."""
    people = PEOPLE.all({digest(each.key) for each in lookings})
    meetings = {who.meeting for who in people.values()}
    sights, seats = SIGHTS.all(meetings), seats_of(people.values())
    groups = {seats[who.meeting].get(who.attendee) for who in people.values() if who.meeting in seats}
    tables = TABLES.all({group for group in groups if group})
    owns = _owns([each for each in lookings if each.whole], people)
    found: list[Regions | Refusal] = []
    for each in lookings:
        who = people.get(digest(each.key))
        sight = sights.get(who.meeting) if who else None
        if who is None or sight is None:
            found.append(NotInside())
            continue
        group = seats[who.meeting].get(who.attendee)
        laid = tables.get(group, Laid()) if group else Laid()
        with translation.override(each.language):
            said = _table(each, sight, laid)
            if each.whole:
                said |= _whole(each, who, sight, laid, owns.get(who.attendee, Own()))
        moved = keys_for(sight.door, each.key) if each.code != sight.door.code else ()
        found.append(Regions(json.dumps(said, ensure_ascii=False).encode(), moved))
    return found


def _owns(lookings: Sequence[Looking], people: Mapping[str, Who]) -> dict[UUID, Own]:
    keys = {who.attendee: each.key for each in lookings if (who := people.get(digest(each.key)))}
    shown_more = set(near_objections(list(keys)))
    for each in LONGER.all({who.meeting for who in people.values()}).values():
        shown_more |= each.keys()
    return {attendee: Own(pads, attendee in shown_more) for attendee, pads in pads_of(keys).items()}


def _table(looking: Looking, sight: Sight, laid: Laid) -> Said:
    door, now, table = sight.door, sight.now, laid.table
    mark = (laid.mark, sight.mark, looking.language)
    at_table = _once(mark, lambda: _set("table", shown.for_a_table(door, now, table, laid.points))) if table else ""
    own_points = [str(point) for point in shown.own_points(laid.points, looking.key)]
    return {"table": at_table, "own_points": own_points, "table_v": laid.mark}


def _whole(looking: Looking, who: Who, sight: Sight, laid: Laid, own: Own) -> Said:
    shared = _once((sight.door.code, sight.mark, looking.language), lambda: _shared(sight))
    said: Said = {**json.loads(shared), "v": sight.mark}
    if own.shows_more or not sight.plain:
        return said | _set_for_one(looking, who, sight, laid)
    place = (sight.door.code, sight.mark, looking.language, "own" if laid.table is None else "own at a table")
    mark, _line, blank = _once(place, lambda: _boxes(sight, seated=laid.table is not None)).partition("\n")
    if looking.shown == mark:
        return said | {"mark": mark}
    words = [
        {"phase": str(pad.phase.pk), "words": pad.words, "version": pad.version, "lost": pad.lost} for pad in own.pads
    ]
    return said | {"mark": mark, "own": blank, "pads": words}


def _boxes(sight: Sight, *, seated: bool) -> str:
    boxes = shown.boxes(sight.door, sight.now, seated=seated)
    return f"{boxes['own_mark']}\n{_set('own', boxes)}"


def _set_for_one(looking: Looking, who: Who, sight: Sight, laid: Laid) -> Said:
    attendee = Attendee.objects.select_related("meeting").get(pk=who.attendee)
    own = shown.for_oneself(sight.door, sight.now, attendee, laid.table, key=looking.key)
    said: Said = {"mark": own["own_mark"]}
    return said if looking.shown == own["own_mark"] else said | {"own": _set("own", own)}


def _shared(sight: Sight) -> str:
    context = shown.for_everybody(sight.door, sight.now)
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
