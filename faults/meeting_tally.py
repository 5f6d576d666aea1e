"""What browsers were told in a meeting under fire, and what the database holds afterwards."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

from load.browsers import Browser
from load.figures import audited
from load.line import Reply
from load.stage import Stage
from sloyfe.cycle.meetings.models import CommonPoint, Holding, MeetingDecision, PhaseStart

REFUSED = 409


@dataclass
class Part:
    """One part of the meeting: `hit` is how many kills came while somebody waited for an answer."""

    expected: int
    kills: int = 0
    hit: int = 0
    acknowledged: int = 0
    refused: int = 0
    unanswered: int = 0
    contradicted: int = 0
    begun: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    @property
    def answered(self) -> int:
        """In one way or the other."""
        return self.acknowledged + self.refused + self.contradicted

    def reached(self, goal: int, doing: "asyncio.Future[Any]") -> bool:
        """Whether so much has been answered, or nothing is asked any more."""
        return self.answered >= goal or doing.done()

    def note(self, reply: Reply, *, may_refuse: bool = False) -> None:
        """Count an answer; one that says no is right only where it may."""
        if reply.status == REFUSED and may_refuse:
            self.refused += 1
        elif reply.status == 200:
            self.acknowledged += 1
        else:
            # Somebody who has been told that it is kept, and now hears something else.
            self.contradicted += 1


@dataclass
class MeetingTally:
    """The parts in order, and what was lost or doubled: all of it should be nought."""

    database: str
    people: int
    parts: dict[str, Part] = field(default_factory=dict)
    audit: Counter[str] = field(default_factory=Counter)

    @property
    def sound(self) -> bool:
        """Something was acknowledged in each part that takes something, and is there once."""
        parts = self.parts.values()
        return not any(self.audit.values()) and all(part.acknowledged and not part.contradicted for part in parts)


@dataclass
class Pressed:
    """What the leader was told."""

    phases: list[str] = field(default_factory=list)
    common: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)


def has_begun(phase: str) -> bool:
    """As the leader's page would say."""
    try:
        return PhaseStart.objects.filter(phase=UUID(phase)).exists()
    finally:
        connection.close()


def audit(stage: Stage, browsers: Sequence[Browser], pressed: Pressed) -> Counter[str]:
    """What is missing, and what is there twice."""
    found = Counter(audited(stage, browsers, late=0))
    meeting = UUID(stage.leader.split("/")[4])
    starts = [str(key) for key in PhaseStart.objects.filter(meeting=meeting).values_list("phase", flat=True)]
    common = CommonPoint.objects.filter(meeting=meeting).values_list("words", flat=True)
    decisions = [each.what.read("nb") for each in MeetingDecision.objects.filter(meeting=meeting)]
    rows = ((pressed.phases, starts), (pressed.common, list(common)), (pressed.decisions, decisions))
    found["presses_lost"] = sum(len(set(told) - set(kept)) for told, kept in rows)
    found["presses_doubled"] = sum(len(kept) - len(set(kept)) for _told, kept in rows)
    found["holding_lost"] = 1 - Holding.objects.filter(meeting=meeting).count()
    return found
