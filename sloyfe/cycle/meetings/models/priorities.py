"""Dots and reasons: what people find most important. No row says who gave what."""

from hashlib import sha256
from typing import ClassVar

from django.db import models

from sloyfe.cycle.meetings.models.meetings import MeetingPhase
from sloyfe.cycle.meetings.models.options import OfPoint
from sloyfe.cycle.meetings.models.points import LONGEST
from sloyfe.cycle.plan.models import Record
from sloyfe.kit.rows import Row


class DotCard(Row):
    """Somebody's dots in one phase; `mark` lets them change the dots, and their role is kept where five have it."""

    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="dot_cards")
    mark = models.CharField(max_length=64)
    role = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["phase", "mark"], name="one_card_each")]


class Dots(OfPoint):
    """How many dots of a card lie on one point."""

    card = models.ForeignKey(DotCard, models.CASCADE, related_name="dots")
    count = models.PositiveSmallIntegerField()

    class Meta(OfPoint.Meta):
        pass


class DotReason(OfPoint):
    """Why somebody gave a point dots; it hangs on no card, so that nobody's reasons are seen together."""

    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="dot_reasons")
    words = models.CharField(max_length=LONGEST)
    mark = models.CharField(max_length=64, unique=True)

    class Meta(OfPoint.Meta):
        pass


class Carrying(OfPoint, Record):
    """A person says that the meeting goes on with this point; deleting it is the undo."""

    phase = models.ForeignKey(MeetingPhase, models.CASCADE, related_name="carryings")
    rank = models.PositiveSmallIntegerField()

    class Meta(OfPoint.Meta):
        ordering: ClassVar = ["rank"]
        constraints: ClassVar = [
            *OfPoint.Meta.constraints,
            models.UniqueConstraint(fields=["phase", "rank"], name="one_point_a_rank"),
        ]


def mark_in(phase: MeetingPhase, key: str, option: object = "") -> str:
    """The mark that a browser's key leaves in a phase, or on one option there; only the key makes it again."""
    return sha256(f"{phase.pk}:{option}:{key}".encode()).hexdigest()
