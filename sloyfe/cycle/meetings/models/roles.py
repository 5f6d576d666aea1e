"""What somebody at a table looks after, and whose turn it is. Drawn, never appointed."""

from typing import ClassVar

from django.db import models

from sloyfe.cycle.meetings.models.groups import Group
from sloyfe.cycle.meetings.models.meetings import MeetingPhase
from sloyfe.cycle.meetings.models.running import Attendee
from sloyfe.cycle.meetings.scripts import GroupRole
from sloyfe.kit.rows import Row


class RoleDraw(Row):
    """A role fell to somebody at a table; drawn again there is one more, and the newest counts."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="draws")
    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="+")
    role = models.CharField(max_length=16, choices=[(role.value, role.value) for role in GroupRole])
    nth = models.PositiveSmallIntegerField()
    attendee = models.ForeignKey(Attendee, models.CASCADE, related_name="+")

    class Meta:
        ordering: ClassVar = ["nth"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["group", "phase", "role", "nth"], name="one_draw_at_a_time")
        ]


class TableTurn(Row):
    """How many turns a table has been through; only the count is kept, so that no point can be traced to a turn."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="turns")
    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="+")
    nth = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "phase"], name="one_count_of_turns")]
