"""Where a meeting stands, by the server's clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet

from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, MeetingPhase, PhaseStart
from sloyfe.kit.alike import likeness

MINUTE = timedelta(minutes=1)
LISTED = 40


@dataclass(frozen=True)
class Standing:
    """What is now and what is next; `minutes` left are rounded up, and below nought when the time is up.

    Without a start the meeting has not begun; without a next phase the last one goes on.
    """

    start: PhaseStart | None
    phase: MeetingPhase | None
    number: int
    count: int
    ends_at: datetime | None
    minutes: int
    before: MeetingPhase | None
    after: MeetingPhase | None

    @property
    def mark(self) -> str:
        """What a page showed."""
        return self.start.mark if self.start else ""

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still."""
        return bool(self.start and self.start.is_paused)

    @property
    def is_over(self) -> bool:
        """Whether the time of the phase is up."""
        return bool(self.start) and self.minutes <= 0

    @property
    def minutes_over(self) -> int:
        """By how many minutes it is."""
        return max(0, -self.minutes)


def standing(meeting: Meeting, *, now: datetime) -> Standing:
    """What goes on in the meeting at this instant."""
    phases, start = meeting.standing, start_of(meeting)
    if start is None:
        return Standing(None, None, 0, len(phases), None, 0, None, phases[0] if phases else None)
    place = next((n for n, phase in enumerate(phases) if phase.pk == start.phase_id), None)
    before = sum(phase.position < start.phase.position for phase in phases)
    following = phases[before + 1 :] if place is not None else phases[before:]
    ends = start.ends_at(now)
    return Standing(
        start=start,
        phase=start.phase,
        number=before + 1,
        count=len(phases),
        ends_at=ends,
        minutes=-((now - ends) // MINUTE),
        before=phases[before - 1] if before else None,
        after=following[0] if following else None,
    )


def start_of(meeting: Meeting) -> PhaseStart | None:
    """The phase that goes on, with all that has been pressed since it began."""
    rows = PhaseStart.objects.filter(meeting=meeting).select_related("phase")
    return rows.prefetch_related("extensions", "pauses__resumption").order_by("-nth").first()


def large_meetings_now(at: datetime, least: int) -> list[PhaseStart]:
    """What goes on in the meetings that have at least so many people in, and began a phase within the hour."""
    begun = PhaseStart.objects.filter(at__gt=at - timedelta(hours=1), meeting__holding=None)
    latest = begun.select_related("meeting__space", "phase", "by").order_by("meeting", "-nth")
    found = {start.meeting_id: start for start in reversed(latest)}
    rows = Attendee.objects.filter(meeting__in=found).order_by().values_list("meeting").annotate(Count("pk"))
    return [found[meeting] for meeting, count in rows if count >= least]


def attendees(meeting: Meeting) -> list[Attendee]:
    """Those who are in, as they came."""
    return list(Attendee.objects.filter(meeting=meeting).select_related("place"))


def newest_attendees(meeting: Meeting, sought: str = "") -> list[Attendee]:
    """Those who came last, or whose name holds what is sought, as many as a page takes."""
    rows = Attendee.objects.filter(meeting=meeting).select_related("place").order_by("-came_at")
    found = rows.filter(likeness__contains=likeness(sought)) if sought else rows
    return list(found[:LISTED])


def door_with(code: str) -> Door | None:
    """The door that this code opens."""
    return _doors().filter(code=code).first()


def door_before(code: str) -> Door | None:
    """The door that this code opened until it was replaced; it still knows those who are in."""
    return _doors().filter(retired__code=code).first()


def code_before(door: Door) -> str:
    """The code it had before this one, if it has been replaced."""
    return door.retired.order_by("-at").values_list("code", flat=True).first() or ""


def attendee_with(meeting: Meeting, digest: str) -> Attendee | None:
    """Whoever holds the key with this digest."""
    return Attendee.objects.filter(meeting=meeting, digest=digest).first()


def _doors() -> QuerySet[Door]:
    rows = Door.objects.select_related(
        "meeting__holding", "meeting__cancellation", "meeting__rehearsal", "meeting__space"
    )
    return rows.prefetch_related("meeting__places", "meeting__phases__omission")
