"""What came of a meeting: the rows that its points, decisions and tables' tasks became, each by a foreign key."""

from hashlib import sha256
from typing import ClassVar

from django.db import models

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.models.decisions import MeetingDecision
from sloyfe.cycle.meetings.models.groups import Group
from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase
from sloyfe.cycle.meetings.models.points import LONGEST, CommonPoint, Point
from sloyfe.cycle.needs.models import Finding, Need
from sloyfe.cycle.networks.models import BetweenWork
from sloyfe.cycle.partnership.models import Expectation
from sloyfe.cycle.plan.models import Element, Record
from sloyfe.kit.rows import Row
from sloyfe.surveys.models import Wave


class TableTask(Row):
    """What the people at one table take home, in the table's words; `place` is where all of them come from."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="tasks")
    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=160)
    who = models.CharField(max_length=160, blank=True)
    due = models.DateField(null=True, blank=True)
    bring = models.CharField(max_length=LONGEST, blank=True)


class Outcome(Record):
    """One point, decision or task became one row; deleting it goes with taking that row back.

    An element of a plan stood before: `added` says what was written into it, so that just that can be taken out.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="outcomes")
    point = models.ForeignKey(Point, models.CASCADE, null=True, related_name="outcomes")
    common = models.ForeignKey(CommonPoint, models.CASCADE, null=True, related_name="outcomes")
    decision = models.ForeignKey(MeetingDecision, models.CASCADE, null=True, related_name="outcomes")
    task = models.OneToOneField(TableTask, models.CASCADE, null=True, related_name="outcome")
    need = models.OneToOneField(Need, models.CASCADE, null=True, related_name="+")
    finding = models.OneToOneField(Finding, models.CASCADE, null=True, related_name="+")
    expectation = models.OneToOneField(Expectation, models.CASCADE, null=True, related_name="+")
    work = models.OneToOneField(BetweenWork, models.CASCADE, null=True, related_name="+")
    decided = models.OneToOneField(MeetingDecision, models.CASCADE, null=True, related_name="+")
    plan_element = models.ForeignKey(Element, models.CASCADE, null=True, related_name="+")
    added = models.JSONField(null=True)

    class Meta:
        ordering: ClassVar = ["at"]


class Objection(Row):
    """An objection parked while ideas are gathered; like a point it has no author."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="objections")
    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="+")
    words = models.CharField(max_length=LONGEST)
    mark = models.CharField(max_length=64)

    def mark_of(self, key: str) -> str:
        """The mark that this key leaves on this objection, and on no other."""
        return sha256(f"{self.pk}:{key}".encode()).hexdigest()


class Unlikeness(Record):
    """A person says that two points do not say the same, so that they are not suggested again."""

    one = models.ForeignKey(Point, models.CASCADE, related_name="+")
    other = models.ForeignKey(Point, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["one", "other"], name="unlike_once")]


class LaidFigures(Record):
    """Whoever leads laid the released figures of a survey on the table; no place is the whole network."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="laid_figures")
    wave = models.ForeignKey(Wave, models.CASCADE, related_name="+")
    place = models.ForeignKey(Space, models.PROTECT, null=True, related_name="+")
