"""Those who did not come: their chairs go, and tables that become too small are evened out as was shown."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sloyfe.cycle.meetings.actions.groups import seat_latecomers
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.actions.rearranging import mend_roles
from sloyfe.cycle.meetings.actions.rounds import settle_hosts
from sloyfe.cycle.meetings.models import Absence, Attendee, Chair, MeetingPhase
from sloyfe.cycle.meetings.queries.absences import evened
from sloyfe.cycle.meetings.queries.groups import phases_with_groups
from sloyfe.people.models import Person


@transaction.atomic
def note_absent(phase: MeetingPhase, gone: Sequence[Attendee], *, by: Person, at: datetime) -> None:
    """From this phase on they have no place; in what has been they sat where they sat."""
    keys = {each.pk for each in gone}
    changes = evened(phase.meeting, phase, keys)
    Absence.objects.bulk_create([Absence(attendee=each, by=by, at=at) for each in gone], ignore_conflicts=True)
    for change in changes:
        Chair.objects.filter(seating__phase=change.phase, attendee__in=keys).delete()
        for shift in change.shifts:
            chair = Chair.objects.filter(seating=shift.before.group.seating_id, attendee=shift.attendee)
            chair.update(group=shift.after.group)
        mend_roles(change.phase)
    settle_hosts(phase)
    noted("meeting.absence_noted", phase.meeting, by, at)


@transaction.atomic
def came_after_all(attendee: Attendee, *, by: Person, at: datetime) -> None:
    """They are here, and get a place as a latecomer does."""
    Absence.objects.filter(attendee=attendee).delete()
    for phase in phases_with_groups(attendee.meeting):
        seat_latecomers([attendee], phase)
    noted("meeting.absence_taken_back", attendee.meeting, by, at)
