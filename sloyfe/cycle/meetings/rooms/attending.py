"""Those who are in by a code, in the live layer: known by the key that their browser holds."""

from collections.abc import Sequence

from sloyfe.cycle.meetings.actions.door import digest
from sloyfe.cycle.meetings.actions.notes import NotInside
from sloyfe.cycle.meetings.rooms.sights import LONGER, PEOPLE, seats_of
from sloyfe.cycle.meetings.rooms.snapshots import parts_of, room_of
from sloyfe.cycle.meetings.views.shown import LIVE_COOKIE
from sloyfe.kit.refusal import Refusal
from sloyfe.live.app import Admission
from sloyfe.live.requests import Request


def key_of(request: Request) -> str:
    """The key that this browser holds; without one there is nothing to look up."""
    key = request.cookie(LIVE_COOKIE)
    if not key:
        raise NotInside
    return key


def admitted(keys: Sequence[str]) -> list[Admission | Refusal]:
    """Leave to watch, for each who is in."""
    people = PEOPLE.all({digest(key) for key in keys})
    meetings = {who.meeting for who in people.values()}
    seats, longer = seats_of(people.values()), LONGER.all(meetings)
    found: list[Admission | Refusal] = []
    for key in keys:
        who = people.get(digest(key))
        if who is None or who.meeting not in seats:
            found.append(NotInside())
            continue
        own = who.attendee if who.attendee in longer[who.meeting] else None
        parts = parts_of(who.meeting, seats[who.meeting].get(who.attendee), own)
        found.append(Admission(str(who.attendee), room_of(who.meeting), parts))
    return found
