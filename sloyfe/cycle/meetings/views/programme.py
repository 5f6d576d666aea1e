"""The phases of a meeting as its pages read them: in order, with the time of day."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from sloyfe.cycle.meetings.models import Meeting, MeetingPhase
from sloyfe.cycle.meetings.views import cards
from sloyfe.cycle.meetings.views.cards import PhaseCard

STEP, LONG = 5, 10


@dataclass(frozen=True)
class Line:
    """A phase; without a card and a time where the meeting goes without it. `step` is what one press changes."""

    phase: MeetingPhase
    card: PhaseCard | None
    clock: str
    step: int


def lines(meeting: Meeting) -> list[Line]:
    """Every phase, those left out too."""
    timed = {card.timed.phase.key: card for card in cards.phases(meeting.script)}
    return [_line(meeting, phase, timed.get(phase.key)) for phase in meeting.phases.all()]


def _line(meeting: Meeting, phase: MeetingPhase, card: PhaseCard | None) -> Line:
    step = STEP if phase.minutes > LONG else 1
    if card is None:
        return Line(phase, None, "", step)
    return Line(phase, card, _clock(meeting, card.timed.begins), step)


def _clock(meeting: Meeting, minute: int) -> str:
    return timezone.localtime(meeting.begins_at + timedelta(minutes=minute)).strftime("%H:%M")
