"""Who is in a meeting by its code."""

from django.http import Http404, HttpRequest

from sloyfe.cycle.meetings.models import Attendee, Door
from sloyfe.cycle.meetings.queries import running
from sloyfe.cycle.meetings.views.joining import attendee_of


def inside(request: HttpRequest, code: str) -> tuple[Door, Attendee]:
    """The door and the attendee whose key this browser sent; to others there is no such page."""
    door = running.door_with(code)
    attendee = attendee_of(request, door) if door else None
    if door is None or attendee is None:
        raise Http404
    return door, attendee
