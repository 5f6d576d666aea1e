"""What a meeting leaves behind in writing: points of tables and of the whole, never of a person, and nobody's notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from sloyfe.cycle.meetings.models import (
    Carrying,
    CommonPoint,
    Meeting,
    MeetingDecision,
    MeetingPhase,
    Objection,
    PhaseStart,
    Point,
)
from sloyfe.cycle.meetings.queries.decisions import decisions
from sloyfe.cycle.meetings.queries.outcomes import Became, came_of_meeting
from sloyfe.cycle.meetings.queries.points import gathered
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.queries.tables import parked, parks

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Spent:
    """A phase with the minutes it was given, and those it took; nothing where no clock ran."""

    phase: MeetingPhase
    used: int | None


@dataclass(frozen=True)
class OfPhase:
    """What the groups agreed on in one phase, by table."""

    phase: MeetingPhase
    points: list[Point]


@dataclass(frozen=True)
class Minutes:
    """All that is told; only what groups have agreed on, in the words of the group."""

    meeting: Meeting
    took_part: int | None
    spent: list[Spent]
    common: list[CommonPoint]
    by_phase: list[OfPhase]
    priorities: list[str]
    decisions: list[MeetingDecision]
    became: list[Became]
    objections: list[Objection]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell yet."""
        told = (self.common, self.by_phase, self.priorities, self.decisions, self.became, self.objections)
        return not (any(told) or self.meeting.is_held)


def minutes_of(meeting: Meeting, *, now: datetime) -> Minutes:
    """As it stands now; asked again later, with what has been added since."""
    found = gathered(meeting)
    used = _used(meeting, now)
    return Minutes(
        meeting=meeting,
        took_part=meeting.holding.took_part if meeting.is_held else None,
        spent=[Spent(phase, used.get(phase.key)) for phase in meeting.standing],
        common=found.common,
        by_phase=_by_phase(found.single),
        priorities=_priorities(meeting),
        decisions=decisions(meeting),
        became=[each for each in came_of_meeting(meeting) if each.outcome.decided is None],
        objections=_objections(meeting),
    )


def _priorities(meeting: Meeting) -> list[str]:
    """What a person has confirmed that the meeting goes on with, first things first; no sums of dots."""
    rows = Carrying.objects.filter(phase__meeting=meeting).select_related("point", "common")
    chosen = (each.common or each.point for each in rows.order_by("phase__position", "rank"))
    return [each.words for each in chosen if each]


def _objections(meeting: Meeting) -> list[Objection]:
    """Those that were parked, table by table; as long as ideas are gathered they wait."""
    start = start_of(meeting)
    waits = start is not None and parks(start.phase) and not meeting.is_held
    return [] if waits else parked(meeting)


def _by_phase(points: Sequence[Point]) -> list[OfPhase]:
    phases = {point.phase_id: point.phase for point in points}
    return [OfPhase(phase, [each for each in points if each.phase_id == key]) for key, phase in phases.items()]


def _used(meeting: Meeting, now: datetime) -> dict[str, int]:
    """Minutes by the clock, pauses counted; a phase that was gone back to counts every time."""
    rows = PhaseStart.objects.filter(meeting=meeting).select_related("phase")
    starts = list(rows.prefetch_related("extensions", "pauses__resumption").order_by("nth"))
    ends = [later.at for _start, later in pairwise(starts)]
    ends += [_last_end(meeting, start, now) for start in starts[-1:]]
    used: dict[str, timedelta] = {}
    for start, end in zip(starts, ends, strict=True):
        used[start.phase.key] = used.get(start.phase.key, timedelta()) + max(end - start.at, timedelta())
    # Half a minute reads as one: nought would say that the phase was skipped.
    return {key: max(1, round(span / MINUTE)) for key, span in used.items() if span}


def _last_end(meeting: Meeting, start: PhaseStart, now: datetime) -> datetime:
    """Nobody stops the last clock: it ran until the meeting was said to be held, or until its time was up."""
    said = meeting.holding.at if meeting.is_held else now
    return min(said, start.ends_at(said))
