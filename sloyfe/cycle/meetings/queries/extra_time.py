"""Longer time for one person: seen on their own page and on nobody else's."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sloyfe.cycle.meetings.models import Attendee, ExtraTime, Meeting, MeetingPhase, PhaseStart
from sloyfe.cycle.meetings.queries.running import MINUTE, Standing
from sloyfe.cycle.meetings.queries.windows import windows


@dataclass(frozen=True)
class StillOpen:
    """A phase that is over for the others, and until when this person may write in it."""

    phase: MeetingPhase
    until: datetime

    @property
    def milliseconds(self) -> int:
        """The same since 1970, for the clock of the page."""
        return round(self.until.timestamp() * 1000)


def extra_minutes(attendee: Attendee) -> int:
    """How many minutes more somebody has to write for themselves."""
    return ExtraTime.objects.filter(attendee=attendee).values_list("minutes", flat=True).first() or 0


def ends_for(start: PhaseStart, more: int, now: datetime) -> datetime:
    """When the time of a phase is up for somebody with so many minutes more, where one writes for oneself."""
    return start.ends_at(now) + (MINUTE * more if start.phase.is_private else timedelta())


def standing_for(now: Standing, more: int, at: datetime) -> Standing:
    """Where the meeting stands, with the end that this person has."""
    if now.start is None:
        return now
    ends = ends_for(now.start, more, at)
    return replace(now, ends_at=ends, minutes=-((at - ends) // MINUTE))


def longer(attendees: Collection[UUID]) -> dict[UUID, timedelta]:
    """Those of these people who have longer, and by how much."""
    rows = ExtraTime.objects.filter(attendee__in=attendees).values_list("attendee_id", "minutes")
    return {attendee: timedelta(minutes=minutes) for attendee, minutes in rows}


def minutes_in(meetings: Collection[UUID]) -> dict[UUID, dict[UUID, int]]:
    """Those in each of these meetings who have longer, and how many minutes."""
    found: dict[UUID, dict[UUID, int]] = {meeting: {} for meeting in meetings}
    rows = ExtraTime.objects.filter(attendee__meeting__in=meetings)
    for meeting, attendee, minutes in rows.values_list("attendee__meeting_id", "attendee_id", "minutes"):
        found[meeting][attendee] = minutes
    return found


def still_open(meeting: Meeting, now: Standing, minutes: int, at: datetime) -> StillOpen | None:
    """The box that has closed for the others and not for somebody with so many minutes more; the newest of several."""
    more = MINUTE * minutes
    if not more or now.phase is None or meeting.is_held or meeting.is_cancelled:
        return None
    window = windows([meeting])[meeting.pk]
    private = [phase for phase in meeting.standing if phase.is_private and phase != now.phase]
    closed = ((phase, window.closed_at(phase.pk)) for phase in private if window.takes(phase.pk, at, longer=more))
    found = [StillOpen(phase, since + more) for phase, since in closed if since and at < since + more]
    return max(found, key=lambda each: each.until, default=None)
