"""What everybody in the room looks at: the way in, the phase, the time, and what the groups have agreed on."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries import running as queries
from sloyfe.cycle.meetings.queries.decisions import decisions
from sloyfe.cycle.meetings.queries.dots import carried, options, takes_dots
from sloyfe.cycle.meetings.queries.groups import seated_by
from sloyfe.cycle.meetings.queries.guessing import control
from sloyfe.cycle.meetings.queries.points import takes_points
from sloyfe.cycle.meetings.queries.running import Standing
from sloyfe.cycle.meetings.queries.tallies import tally
from sloyfe.cycle.meetings.views.drawing import address, grouped, picture
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.shown import Context, on_the_wall


@can(Can.MEETING_LEAD)
def screen(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """For the wall; it says nothing of any one person, and shows no note."""
    row = led(visit, meeting)
    now = queries.standing(row, now=timezone.now())
    page = {"meeting": row, "now": now, "gathered": on_the_wall(row, now), **way_in(row), **counted(row, now)}
    page |= settled(row, now)
    return render(request, "meetings/screen.html", page)


def settled(meeting: Meeting, now: Standing) -> Context:
    """What the meeting goes on with, and what it has decided: where it is talked about, in place of what led to it."""
    if now.phase is None or on_the_wall(meeting, now) is None:
        return {}
    return {"carried": carried(meeting, options(meeting)), "decisions": decisions(meeting)}


def way_in(meeting: Meeting) -> Context:
    """The code and its picture, as long as people may come."""
    door = getattr(meeting, "door", None)
    if door is None or meeting.is_shut(today=timezone.localdate()):
        return {"door": door}
    shown = {"code": grouped(door.code), "picture": picture(door.code), "control": control(door.code)}
    return {"door": door, "address": address(), **shown}


def counted(meeting: Meeting, now: Standing) -> Context:
    """How far the meeting has come, in numbers, and what the numbers count in this phase."""
    counts = ""
    if takes_dots(now.phase):
        counts = "dots"
    elif now.phase and now.phase.is_private:
        counts = "people"
    elif now.phase and seated_by(meeting, now.phase) and takes_points(now.phase):
        counts = "tables"
    found = tally(meeting, now)
    done = bool(counts) and found.of > 0 and found.done >= found.of
    return {"tally": found, "counts": counts, "pilot": "over" if now.is_over else "all" if done else "going"}
