"""Longer time for one person: seen on their own page and on nobody else's."""

from datetime import datetime, timedelta

from sloyfe.cycle.meetings.models import Attendee, ExtraTime, MeetingPhase, PhaseStart


def extra_minutes(attendee: Attendee) -> int:
    """How many minutes more somebody has to write for themselves."""
    return ExtraTime.objects.filter(attendee=attendee).values_list("minutes", flat=True).first() or 0


def ends_for(attendee: Attendee, start: PhaseStart, now: datetime) -> datetime:
    """When the time of a phase is up for this person; only those in which one writes for oneself are longer."""
    ends = start.ends_at(now)
    if not start.phase.is_private:
        return ends
    return ends + timedelta(minutes=extra_minutes(attendee))


def may_still_write(attendee: Attendee, phase: MeetingPhase, now: datetime) -> bool:
    """Whether the box of a phase is open for this person: while it goes on, and their minutes more after it."""
    if not phase.is_private:
        return False
    starts = list(PhaseStart.objects.filter(meeting=phase.meeting_id).order_by("nth"))
    last = next((n for n, start in reversed(list(enumerate(starts))) if start.phase_id == phase.pk), None)
    if last is None:
        return "beforehand" in phase.rules and not starts
    if last + 1 == len(starts):
        return True
    return now < starts[last + 1].at + timedelta(minutes=extra_minutes(attendee))
