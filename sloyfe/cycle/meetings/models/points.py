"""What a group puts on the table and agrees on, and what the meeting makes of it: never a person's."""

from hashlib import sha256
from typing import ClassVar

from django.db import models

from sloyfe.cycle.meetings.models.activities import MeetingElement
from sloyfe.cycle.meetings.models.groups import Group
from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.rows import Row

LONGEST = 400


class Point(Row):
    """One point on a group's table; `mark` lets its author, who is kept nowhere, take it back."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="points")
    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="+")
    nth = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=LONGEST)
    mark = models.CharField(max_length=64)
    element = models.ForeignKey(MeetingElement, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["nth"]

    @property
    def is_agreed(self) -> bool:
        """Whether the group stands behind it."""
        return hasattr(self, "agreement")

    def mark_of(self, key: str) -> str:
        """The mark that this key leaves on this point, and on no other."""
        return sha256(f"{self.pk}:{key}".encode()).hexdigest()


class PointAgreement(Row):
    """The group stands behind the point; deleting it is the undo."""

    point = models.OneToOneField(Point, models.CASCADE, related_name="agreement")


class CommonPoint(Record):
    """Points of several groups that say the same, in words that a person chose; or a point of the plenary."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    words = models.CharField(max_length=LONGEST)
    language = models.CharField(max_length=2, blank=True)
    element = models.ForeignKey(MeetingElement, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["at"]


class PointMerge(Row):
    """A group's point went into a common one."""

    point = models.OneToOneField(Point, models.CASCADE, related_name="merge")
    common = models.ForeignKey(CommonPoint, models.CASCADE, related_name="parts")
