"""What has happened to a meeting, each as a row of its own; taking it back is deleting the row."""

from django.db import models

from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Versioned


class Omission(Record):
    """The meeting goes without this phase."""

    phase = models.OneToOneField(MeetingPhase, models.CASCADE, related_name="omission")


class Cancellation(Record):
    """The meeting has been called off."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="cancellation")


class Holding(Versioned, Record):
    """The meeting was held; how many came, never who, and what it came to in a few words."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="holding")
    took_part = models.PositiveSmallIntegerField(null=True)
    words = TextValueField()
