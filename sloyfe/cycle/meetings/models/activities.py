"""The activity of a package that a meeting works with, and the elements that it suggests."""

from typing import ClassVar

from django.db import models

from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.meetings.models.meetings import Meeting
from sloyfe.kit.fields import TextValueField
from sloyfe.kit.rows import Row


class MeetingActivity(Row):
    """The meeting began from this page; `nth` tells the tasks of a page apart. The page may be of an older version."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="activity")
    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    nth = models.PositiveSmallIntegerField(default=1)


class MeetingElement(Row):
    """Something that may stand in the plan that comes of it, and what to ask; `plan_key` is our own like it, if any."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="elements")
    position = models.PositiveSmallIntegerField()
    heading = TextValueField()
    questions = TextValueField()
    plan_key = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["position"]
