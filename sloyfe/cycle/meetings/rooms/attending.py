"""Those who are in by a code, in the live layer: known by the key that their browser holds."""

from collections.abc import Sequence

from sloyfe.cycle.meetings.actions.door import digest
from sloyfe.cycle.meetings.actions.meetings import topic
from sloyfe.cycle.meetings.actions.notes import NotInside
from sloyfe.cycle.meetings.queries.seats import Place, places_of
from sloyfe.cycle.meetings.rooms.snapshots import parts_of
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
    places = places_of({digest(key) for key in keys})
    return [_admission(places.get(digest(key))) for key in keys]


def _admission(place: Place | None) -> Admission | Refusal:
    if place is None:
        return NotInside()
    return Admission(str(place.attendee.pk), topic(place.attendee.meeting), parts_of(place.attendee.meeting, place.now))
