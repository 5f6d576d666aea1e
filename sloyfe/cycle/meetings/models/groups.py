"""With whom people sit, and what a group puts on the table."""

from typing import ClassVar

from django.db import models

from sloyfe.cycle.meetings.models.meetings import MeetingPhase
from sloyfe.cycle.meetings.models.running import Attendee
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.rows import Row


class Seating(Record):
    """Groups were made for a phase; the newest counts, and its seed makes the same groups of the same people again."""

    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="seatings")
    nth = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["nth"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["phase", "nth"], name="seating_in_turn")]


class Group(Row):
    """Those who sit at one table."""

    seating = models.ForeignKey(Seating, models.CASCADE, related_name="groups")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["seating", "number"], name="one_table_a_number")]


class Chair(Row):
    """Somebody's place at a table."""

    seating = models.ForeignKey(Seating, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="chairs")
    attendee = models.ForeignKey(Attendee, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["seating", "attendee"], name="one_chair_each")]
