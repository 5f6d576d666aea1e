"""Finding the meeting that an address names, or saying that it is not there."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase
from sloyfe.cycle.meetings.queries import meetings as queries


def seen(visit: Visit, key: UUID) -> Meeting:
    """The meeting, for those who may see it; to others it does not exist."""
    found = queries.meeting(visit, key)
    if found is None:
        raise Http404
    return found


def led(visit: Visit, key: UUID) -> Meeting:
    """The meeting, for those who lead it."""
    found = seen(visit, key)
    if not queries.may_lead(visit, found):
        raise PermissionDenied
    return found


def phase_of(meeting: Meeting, key: UUID) -> MeetingPhase:
    """One of its phases."""
    for phase in meeting.phases.all():
        if phase.pk == key:
            return phase
    raise Http404
