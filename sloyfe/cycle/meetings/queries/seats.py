"""At which table people sit now, for many at a time."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from sloyfe.cycle.meetings.models import Attendee, Chair, Meeting, MeetingPhase, Seating
from sloyfe.cycle.meetings.queries.groups import seated_by
from sloyfe.cycle.meetings.queries.windows import Window, by_digest, windows


@dataclass(frozen=True)
class Place:
    """Somebody in a meeting, what the meeting takes now, and their table by phase."""

    attendee: Attendee
    window: Window
    groups: Mapping[UUID, UUID]

    @property
    def now(self) -> UUID | None:
        """The group they sit in at this moment, if any."""
        return self.groups.get(self.window.begun[-1][0]) if self.window.begun else None


def places_of(digests: Collection[str]) -> dict[str, Place]:
    """Where those who hold the keys with these digests sit, in every phase that has groups."""
    people = by_digest(digests)
    meetings = {one.meeting_id: one.meeting for one in people.values()}
    open_now = windows(meetings.values())
    forming = {meeting.pk: _forming(meeting) for meeting in meetings.values()}
    chairs = _chairs([one.pk for one in people.values()])
    return {
        key: Place(one, open_now[one.meeting_id], _by_phase(forming[one.meeting_id], chairs.get(one.pk, {})))
        for key, one in people.items()
    }


def groups_now(
    phase: MeetingPhase | None, meeting: Meeting, attendees: Iterable[UUID] | None = None
) -> dict[UUID, UUID]:
    """The group of each attendee while this phase goes on; of all, unless some are named."""
    forming = seated_by(meeting, phase) if phase else None
    if forming is None:
        return {}
    rows = Chair.objects.filter(seating=Subquery(_latest().filter(phase=forming).values("pk")[:1]))
    if attendees is not None:
        rows = rows.filter(attendee__in=list(attendees))
    return dict(rows.values_list("attendee_id", "group_id"))


def _forming(meeting: Meeting) -> dict[UUID, UUID]:
    """The phase whose groups sit together in each phase."""
    pairs = ((phase.pk, seated_by(meeting, phase)) for phase in meeting.standing)
    return {phase: forming.pk for phase, forming in pairs if forming}


def _chairs(attendees: Collection[UUID]) -> dict[UUID, dict[UUID, UUID]]:
    newest = _latest().filter(phase=OuterRef("seating__phase")).values("pk")[:1]
    rows = Chair.objects.filter(attendee__in=attendees, seating=Subquery(newest))
    found: dict[UUID, dict[UUID, UUID]] = {}
    for attendee, phase, group in rows.values_list("attendee_id", "seating__phase_id", "group_id"):
        found.setdefault(attendee, {})[phase] = group
    return found


def _latest() -> QuerySet[Seating]:
    return Seating.objects.filter(withdrawal=None).order_by("-nth")


def _by_phase(forming: Mapping[UUID, UUID], chairs: Mapping[UUID, UUID]) -> dict[UUID, UUID]:
    return {phase: chairs[former] for phase, former in forming.items() if former in chairs}
