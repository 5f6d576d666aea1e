"""Giving one person longer. Nothing is announced, so that no other page so much as reloads."""

from datetime import datetime

from django.db import transaction

from sloyfe.access import audit
from sloyfe.cycle.meetings.models import Attendee, ExtraTime
from sloyfe.people.models import Person


@transaction.atomic
def give_extra_time(attendee: Attendee, minutes: int, *, by: Person, at: datetime) -> None:
    """So many minutes more from now on; none takes it back. The log says neither who nor how many."""
    if minutes:
        ExtraTime.objects.update_or_create(attendee=attendee, defaults={"minutes": minutes, "by": by, "at": at})
    else:
        ExtraTime.objects.filter(attendee=attendee).delete()
    meeting = attendee.meeting
    audit.record(act="meeting.extra_time", about=meeting, by=by, at=at, space=meeting.space)
