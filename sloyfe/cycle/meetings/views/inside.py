"""Who is in a meeting by its code, and at which table they sit now."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.door import DoorShut
from sloyfe.cycle.meetings.actions.points import NotOnTheTable
from sloyfe.cycle.meetings.models import Attendee, Door, MeetingPhase
from sloyfe.cycle.meetings.queries import running
from sloyfe.cycle.meetings.queries.groups import Table, seated_by, table_of
from sloyfe.cycle.meetings.queries.guessing import MISSES
from sloyfe.cycle.meetings.views.keys import attendee_of
from sloyfe.kit.refusal import Refusal


class CodeReplaced(Refusal):
    """The browser sends its key to the old address only, until its page has been loaded again."""

    sentence = _("Møtet har fått ny kode. Gå tilbake og last siden på nytt, så er du inne igjen.")


def inside(request: HttpRequest, code: str) -> tuple[Door, Attendee]:
    """The door and the attendee whose key this browser sent; to others, and while many guess, there is no such page."""
    door, at = running.door_with(code) or running.door_before(code), timezone.now()
    attendee = attendee_of(request, door) if door else None
    if door and attendee:
        return door, attendee
    if door and not MISSES.are_many(at) and running.code_before(door):
        raise CodeReplaced
    if door is None:
        MISSES.note(at)
    raise Http404


def table_now(door: Door, attendee: Attendee) -> tuple[MeetingPhase, Table]:
    """The table that somebody sits at now; where all are together there is none."""
    if door.meeting.is_held or door.meeting.is_cancelled:
        raise DoorShut
    phase = running.standing(door.meeting, now=timezone.now()).phase
    forming = seated_by(door.meeting, phase) if phase else None
    table = table_of(attendee, forming) if forming else None
    if phase is None or table is None:
        raise NotOnTheTable
    return phase, table
