"""What a meeting decided: who does what by when, and what came of it in the plan."""

from typing import ClassVar

from django.db import models

from sloyfe.cycle.meetings.models.activities import MeetingElement
from sloyfe.cycle.meetings.models.meetings import Meeting
from sloyfe.cycle.plan.models import Answerable, Measure, Record
from sloyfe.kit.fields import TextValueField


class MeetingDecision(Record, Answerable):
    """One thing that somebody does by a day; once it stands in the plan, it is kept there."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    what = TextValueField()
    due = models.DateField(null=True, blank=True)
    measure = models.OneToOneField(Measure, models.PROTECT, null=True, related_name="+")
    element = models.ForeignKey(MeetingElement, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["at"]
