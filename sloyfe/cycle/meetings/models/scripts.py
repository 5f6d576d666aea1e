"""A script as plain values, and how it stood before it was changed, so that the last change can be undone."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.text import Text

WORDS = ("title", "task", "help")
PLAIN = (
    "key", "form", "minutes", "room", "grouping", "groups_from", "size", "roles", "output", "how_many", "builds_on",
    "material", "rules", "part",
)  # fmt: skip


class EarlierScript(Record):
    """The script of a meeting just before somebody changed it; undoing is going back to it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="earlier_scripts")
    nth = models.PositiveIntegerField()
    phases = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["nth"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "nth"], name="earlier_script_in_turn")]


def stored(phase: MeetingPhase) -> dict[str, Any]:
    """A phase as plain values, with the name of its row and whether the meeting goes without it."""
    words = {name: getattr(phase, name).to_json() for name in WORDS}
    plain = {name: getattr(phase, name) for name in PLAIN}
    return {**plain, **words, "id": str(phase.pk), "left_out": phase.is_left_out}


def unstored(values: Mapping[str, Any], *, meeting: Meeting, position: int) -> MeetingPhase:
    """The row again, with the name it had; not yet saved."""
    words = {name: Text.from_json(values[name]) for name in WORDS}
    plain = {name: values[name] for name in PLAIN if name in values}
    return MeetingPhase(id=UUID(values["id"]), meeting=meeting, position=position, **plain, **words)
