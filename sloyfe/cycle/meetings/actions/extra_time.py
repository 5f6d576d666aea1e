"""Giving one person longer. The room is looked at again and is the same, so that only their own stream tells of it."""

from datetime import datetime

from django.db import transaction

from sloyfe.access import audit
from sloyfe.cycle.meetings.actions.meetings import extra_topic, topic
from sloyfe.cycle.meetings.models import Attendee, ExtraTime
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


@transaction.atomic
def give_extra_time(attendee: Attendee, minutes: int, *, by: Person, at: datetime) -> None:
    """So many minutes more from now on; none takes it back. The log says neither who nor how many."""
    if minutes:
        ExtraTime.objects.update_or_create(attendee=attendee, defaults={"minutes": minutes, "by": by, "at": at})
    else:
        ExtraTime.objects.filter(attendee=attendee).delete()
    meeting = attendee.meeting
    announce(topic(meeting))
    announce(extra_topic(attendee.pk))
    audit.record(act="meeting.extra_time", about=meeting, by=by, at=at, space=meeting.space)
