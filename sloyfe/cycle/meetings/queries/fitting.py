"""Making the phases of a meeting fit a given time, each within its room."""

from collections.abc import Sequence
from math import floor

from sloyfe.cycle.meetings.models import MeetingPhase
from sloyfe.cycle.meetings.scripts import Span

HALVINGS = 40


def room(phase: MeetingPhase) -> Span:
    """As little and as much as the method gives it; a phase of our own gives half and takes double."""
    least, most = phase.room or (-(-phase.minutes // 2), 2 * phase.minutes)
    most = most or 2 * phase.minutes
    return Span(min(least, phase.minutes), phase.minutes, max(most, phase.minutes))


def shortest(phases: Sequence[MeetingPhase]) -> int:
    """The time they take when each is as short as it can be."""
    return sum(room(phase).least for phase in phases)


def longest(phases: Sequence[MeetingPhase]) -> int:
    """The time they take when each has all it can use."""
    return sum(room(phase).most or 0 for phase in phases)


def fitted(phases: Sequence[MeetingPhase], minutes: int) -> list[int]:
    """Minutes for each, in the same proportions as far as their room allows, that together are this many.

    The number asked for must lie between the shortest and the longest.
    """
    spans = [room(phase) for phase in phases]
    low, high = 0.0, max((span.most or 1) / span.usual for span in spans)
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_scaled(spans, middle)) <= minutes else (low, middle)
    exact = _scaled(spans, low)
    whole = [floor(each) for each in exact]
    by_rest = sorted(range(len(spans)), key=lambda n: whole[n] - exact[n])
    for n in by_rest * 2:
        if sum(whole) < minutes and whole[n] < (spans[n].most or minutes):
            whole[n] += 1
    return whole


def _scaled(spans: Sequence[Span], factor: float) -> list[float]:
    return [min(max(span.usual * factor, span.least), span.most or span.usual) for span in spans]
