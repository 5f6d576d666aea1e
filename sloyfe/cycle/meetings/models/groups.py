"""With whom people sit, and what a group puts on the table."""

from typing import ClassVar

from django.db import models

from sloyfe.cycle.meetings.models.meetings import MeetingPhase
from sloyfe.cycle.meetings.models.running import Attendee
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.rows import Row

LONGEST_NAME = 160


class Seating(Record):
    """Groups were made for a phase; the newest that stands counts. Its number is the seed they were made with."""

    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="seatings")
    nth = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["nth"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["phase", "nth"], name="seating_in_turn")]


class SeatingWithdrawal(Record):
    """Back to the groups before these; deleting it is the undo."""

    seating = models.OneToOneField(Seating, models.CASCADE, related_name="withdrawal")


class Group(Row):
    """Those who sit at one table; it may have a name or a theme, and where people choose, so many places."""

    seating = models.ForeignKey(Seating, models.CASCADE, related_name="groups")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    room = models.PositiveSmallIntegerField(null=True)

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


class TableLock(Record):
    """Groups made anew leave this table as it is."""

    group = models.OneToOneField(Group, models.CASCADE, related_name="lock")


class ChairLock(Record):
    """Groups made anew leave somebody at the table with this number."""

    chair = models.OneToOneField(Chair, models.CASCADE, related_name="lock")


class TableMove(Record):
    """Somebody was moved by hand; the last one can be taken back, and is then deleted."""

    seating = models.ForeignKey(Seating, models.CASCADE, related_name="moves")
    nth = models.PositiveSmallIntegerField()
    attendee = models.ForeignKey(Attendee, models.CASCADE, related_name="+")
    came_from = models.ForeignKey(Group, models.CASCADE, null=True, related_name="+")
    went_to = models.ForeignKey(Group, models.CASCADE, related_name="+")

    class Meta:
        ordering: ClassVar = ["nth"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["seating", "nth"], name="one_move_at_a_time")]


class Absence(Record):
    """Somebody who was to be there did not come to the tables; deleting it is the undo."""

    attendee = models.OneToOneField(Attendee, models.CASCADE, related_name="absence")
