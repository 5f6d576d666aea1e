"""What hangs on a meeting besides what happens in it: a try before the day, and three questions after it."""

from django.db import models

from sloyfe.cycle.meetings.models.meetings import Meeting
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.rows import Row
from sloyfe.surveys.models import Wave


class Rehearsal(Record):
    """A copy of a meeting to try it on, with people who do not exist; it counts nowhere."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="rehearsal")
    of = models.ForeignKey(Meeting, models.CASCADE, related_name="rehearsals")
    people = models.PositiveSmallIntegerField()


class MeetingFeedback(Row):
    """The wave in which those who were there answer three questions; nobody knows who answered what."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="feedback")
    wave = models.OneToOneField(Wave, models.CASCADE, related_name="+")
