"""Leading a meeting while it goes on. A press counts for what its page showed: whoever presses late is told so."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.door import DoorShut
from sloyfe.cycle.meetings.actions.groups import Draft, missing_groups, set_the_tables
from sloyfe.cycle.meetings.actions.meetings import noted, topic
from sloyfe.cycle.meetings.actions.phases import two_minutes
from sloyfe.cycle.meetings.actions.scripts import change_script
from sloyfe.cycle.meetings.models import Extension, Meeting, MeetingPhase, Pause, PhaseStart, Resumption
from sloyfe.cycle.meetings.queries.groups import forming, seating_of
from sloyfe.cycle.meetings.queries.running import large_meetings_now, start_of
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person

MINUTE = timedelta(minutes=1)
LARGE = 200


class MovedOn(Refusal):
    """Somebody else, or the same hand twice, has pressed since the page was shown."""

    sentence = _("Møtet har gått videre siden denne siden ble vist. Se hva som er nå, og trykk igjen om du vil.")


def begin_phase(phase: MeetingPhase, *, seen: str, by: Person, at: datetime) -> PhaseStart:
    """The first phase, the next one, one that is skipped to, or an earlier one again.

    Everybody is told at once; groups that are missing come a moment after.
    """
    start = _begin(phase, seen=seen, by=by, at=at)
    _set_the_tables(phase, missing_groups(phase), by=by, at=at)
    return start


@transaction.atomic
def give_preparation(meeting: Meeting, *, seen: str, by: Person, at: datetime) -> None:
    """Two minutes before all else, in a meeting that has not begun."""
    if _as_seen(meeting, seen):
        raise MovedOn
    change_script(meeting, two_minutes, by=by, at=at)


@transaction.atomic
def extend(meeting: Meeting, minutes: int, *, seen: str, by: Person, at: datetime) -> None:
    """A few minutes more; when the time is up already, they count from now."""
    start = _going(meeting, seen)
    over = max(0, -((start.ends_at(at) - at) // MINUTE))
    Extension.objects.create(start=start, minutes=minutes + over, by=by, at=at)
    noted("meeting.extended", meeting, by, at)


@transaction.atomic
def pause(meeting: Meeting, *, seen: str, by: Person, at: datetime) -> None:
    """Stop the clock."""
    start = _going(meeting, seen)
    if start.is_paused:
        raise MovedOn
    Pause.objects.create(start=start, by=by, at=at)
    noted("meeting.paused", meeting, by, at)


@transaction.atomic
def resume(meeting: Meeting, *, seen: str, by: Person, at: datetime) -> None:
    """Let the clock go again."""
    start = _going(meeting, seen)
    standing = next((each for each in start.pauses.all() if not each.is_over), None)
    if standing is None:
        raise MovedOn
    Resumption.objects.create(pause=standing, by=by, at=at)
    noted("meeting.resumed", meeting, by, at)


@transaction.atomic
def _begin(phase: MeetingPhase, *, seen: str, by: Person, at: datetime) -> PhaseStart:
    meeting = phase.meeting
    now = _as_seen(meeting, seen)
    nth = now.nth + 1 if now else 1
    start = PhaseStart.objects.create(meeting=meeting, phase=phase, nth=nth, minutes=phase.minutes, by=by, at=at)
    noted("meeting.phase_begun", meeting, by, at)
    return start


@transaction.atomic
def _set_the_tables(phase: MeetingPhase, draft: Draft | None, *, by: Person, at: datetime) -> None:
    set_the_tables(phase, draft, by=by, at=at)
    announce(topic(phase.meeting))


def make_groups_ahead(*, at: datetime) -> None:
    """In large meetings that go on, the groups of the next phase are made while people write, beside the server."""
    for start in large_meetings_now(at, LARGE):
        coming = next((each for each in forming(start.meeting) if each.position > start.phase.position), None)
        if coming and seating_of(coming) is None and (draft := missing_groups(coming)):
            _lay_ahead(coming, draft, by=start.by, at=at)


@transaction.atomic
def _lay_ahead(phase: MeetingPhase, draft: Draft, *, by: Person, at: datetime) -> None:
    set_the_tables(phase, draft, by=by, at=at)


def _going(meeting: Meeting, seen: str) -> PhaseStart:
    start = _as_seen(meeting, seen)
    if start is None:
        raise MovedOn
    return start


def _as_seen(meeting: Meeting, seen: str) -> PhaseStart | None:
    """The phase that goes on, if it stands as the page showed it; two presses come one after the other."""
    Meeting.with_rehearsals.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
    if meeting.is_held or meeting.is_cancelled:
        raise DoorShut
    start = start_of(meeting)
    if seen != (start.mark if start else ""):
        raise MovedOn
    return start
