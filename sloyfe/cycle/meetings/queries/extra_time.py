"""Longer time for one person: seen on their own page and on nobody else's."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sloyfe.cycle.meetings.models import Attendee, ExtraTime, MeetingPhase, PhaseStart
from sloyfe.cycle.meetings.queries.windows import windows


def extra_minutes(attendee: Attendee) -> int:
    """How many minutes more somebody has to write for themselves."""
    return ExtraTime.objects.filter(attendee=attendee).values_list("minutes", flat=True).first() or 0


def ends_for(attendee: Attendee, start: PhaseStart, now: datetime) -> datetime:
    """When the time of a phase is up for this person; only those in which one writes for oneself are longer."""
    ends = start.ends_at(now)
    if not start.phase.is_private:
        return ends
    return ends + timedelta(minutes=extra_minutes(attendee))


def longer(attendees: Collection[UUID]) -> dict[UUID, timedelta]:
    """Those of these people who have longer, and by how much."""
    rows = ExtraTime.objects.filter(attendee__in=attendees).values_list("attendee_id", "minutes")
    return {attendee: timedelta(minutes=minutes) for attendee, minutes in rows}


def may_still_write(attendee: Attendee, phase: MeetingPhase, now: datetime) -> bool:
    """Whether the box of a phase is open for this person: while it goes on, and their minutes more after it."""
    if not phase.is_private:
        return False
    window = windows([attendee.meeting])[attendee.meeting_id]
    return window.takes(phase.pk, now, longer=longer([attendee.pk]).get(attendee.pk, timedelta()))
