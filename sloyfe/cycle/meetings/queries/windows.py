"""What may be written when: a phase takes what arrives until two seconds after it has ended, by the server's clock."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import prefetch_related_objects

from sloyfe.cycle.meetings.models import Attendee, Meeting, PhaseStart
from sloyfe.cycle.meetings.queries.tables import good_before

GRACE = timedelta(seconds=2)


@dataclass(frozen=True)
class Window:
    """The phases of a meeting that have begun, in turn, those that may be done beforehand, and those that wait."""

    begun: tuple[tuple[UUID, datetime], ...]
    beforehand: frozenset[UUID]
    over_at: datetime | None
    after: Mapping[UUID, UUID] = field(default_factory=dict)

    def waits(self, phase: UUID, at: datetime) -> bool:
        """Whether points in this phase of hard experiences must wait for the one of good ones."""
        good = self.after.get(phase)
        return good is not None and all(key != good or since > at for key, since in self.begun)

    def takes(self, phase: UUID, at: datetime, *, longer: timedelta = timedelta()) -> bool:
        """Whether what arrives at this instant comes in time; somebody may have longer than others."""
        if self.over_at is not None and at > self.over_at + GRACE:
            return False
        begun = [start for start in self.begun if start[1] <= at]
        if phase not in self.beforehand and all(key != phase for key, _since in begun):
            return False
        closed = self._closed_at(phase, begun)
        return closed is None or at <= closed + GRACE + longer

    def closed_at(self, phase: UUID) -> datetime | None:
        """When the next one began, if it has."""
        return self._closed_at(phase, self.begun)

    @staticmethod
    def _closed_at(phase: UUID, begun: Sequence[tuple[UUID, datetime]]) -> datetime | None:
        turns = [nth for nth, (key, _since) in enumerate(begun) if key == phase]
        following = begun[turns[-1] + 1 :] if turns else begun
        return following[0][1] if following else None


def windows(meetings: Collection[Meeting]) -> dict[UUID, Window]:
    """What each of these meetings takes now, in as many queries for many as for one."""
    prefetch_related_objects(list(meetings), "phases__omission")
    starts: dict[UUID, list[tuple[UUID, datetime]]] = {meeting.pk: [] for meeting in meetings}
    rows = PhaseStart.objects.filter(meeting__in=list(starts)).order_by("nth")
    for meeting, phase, at in rows.values_list("meeting_id", "phase_id", "at"):
        starts[meeting].append((phase, at))
    return {meeting.pk: _window(meeting, starts[meeting.pk]) for meeting in meetings}


def by_digest(digests: Collection[str]) -> dict[str, Attendee]:
    """Those who hold the keys with these digests; attendees of one meeting share its row."""
    wanted = ("meeting__holding", "meeting__cancellation")
    found = list(Attendee.objects.filter(digest__in=set(digests)).select_related(*wanted))
    shared: dict[UUID, Meeting] = {}
    for each in found:
        each.meeting = shared.setdefault(each.meeting_id, each.meeting)
    return {each.digest: each for each in found}


def _window(meeting: Meeting, begun: list[tuple[UUID, datetime]]) -> Window:
    over = meeting.holding.at if meeting.is_held else meeting.cancellation.at if meeting.is_cancelled else None
    beforehand = {phase.pk for phase in meeting.standing if phase.is_private and "beforehand" in phase.rules}
    after = {phase.pk: good.pk for phase in meeting.standing if (good := good_before(meeting, phase))}
    return Window(tuple(begun), frozenset(beforehand), over, after)
