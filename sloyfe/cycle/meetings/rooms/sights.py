"""What the live layer knows of rooms: read once, and kept until it is announced that it has changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, Point
from sloyfe.cycle.meetings.queries.extra_time import minutes_in
from sloyfe.cycle.meetings.queries.groups import Table, tables_at
from sloyfe.cycle.meetings.queries.marks import room_mark, table_marks
from sloyfe.cycle.meetings.queries.meetings import watched
from sloyfe.cycle.meetings.queries.points import on_the_tables
from sloyfe.cycle.meetings.queries.running import Standing, standing
from sloyfe.cycle.meetings.queries.seats import groups_now
from sloyfe.cycle.meetings.rooms.memory import Memory
from sloyfe.cycle.meetings.views.beside import differs


@dataclass(frozen=True, slots=True)
class Sight:
    """A meeting as it stands; `mark` changes with what all see; `plain` says that own parts are alike but for words."""

    meeting: Meeting
    now: Standing
    mark: str
    plain: bool
    inside: int

    @property
    def door(self) -> Door:
        """By which those who are in came; a meeting without one has nobody in, and is watched by whoever leads it."""
        return self.meeting.door


@dataclass(frozen=True, slots=True)
class Laid:
    """A table as it stands, with its mark; nothing where nobody sits at tables."""

    table: Table | None = None
    points: Sequence[Point] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who is in."""

    attendee: UUID
    meeting: UUID


def _sights(meetings: Collection[UUID]) -> dict[UUID, Sight]:
    found = {}
    for key, meeting in watched(meetings).items():
        now = standing(meeting, now=timezone.now())
        inside = Attendee.objects.filter(meeting=meeting).count()
        found[key] = Sight(meeting, now, room_mark(meeting, now), not differs(now), inside)
    return found


def _tables(groups: Collection[UUID]) -> dict[UUID, Laid]:
    marks, points = table_marks(groups), on_the_tables(groups)
    return {table.group.pk: Laid(table, points[table.group.pk], marks[table.group.pk]) for table in tables_at(groups)}


def _seats(meetings: Collection[UUID]) -> dict[UUID, dict[UUID, UUID]]:
    return {key: groups_now(sight.now.phase, sight.meeting) for key, sight in SIGHTS.all(meetings).items()}


def _people(digests: Collection[str]) -> dict[str, Who]:
    rows = Attendee.objects.filter(digest__in=digests).values_list("digest", "pk", "meeting_id")
    return {digest: Who(attendee, meeting) for digest, attendee, meeting in rows}


SIGHTS: Memory[UUID, Sight] = Memory(_sights, 200)
TABLES: Memory[UUID, Laid] = Memory(_tables, 5000)
SEATS: Memory[UUID, dict[UUID, UUID]] = Memory(_seats, 200)
PEOPLE: Memory[str, Who] = Memory(_people, 50_000)
LONGER: Memory[UUID, dict[UUID, int]] = Memory(minutes_in, 200)


def seats_of(people: Collection[Who]) -> dict[UUID, dict[UUID, UUID]]:
    """Who sits where in the meetings of these people, and certainly where they sit themselves.

    Somebody may have got a chair in another process, which tells of it a moment after they have been let in.
    """
    seats = SEATS.all({who.meeting for who in people})
    sights = SIGHTS.all(seats)
    for meeting, sight in sights.items():
        standing_up = {who.attendee for who in people if who.meeting == meeting} - seats[meeting].keys()
        if standing_up and sight.now.phase:
            seats[meeting].update(groups_now(sight.now.phase, sight.meeting, standing_up))
    return seats


def forget(topic: str) -> None:
    """Something was announced: what depends on it is read anew. Tables are, when those who sit there are told."""
    if not topic.startswith("meeting:"):
        return
    _kind, key, *part = topic.split(":")
    if part in ([], ["seats"]):
        if not part:
            SIGHTS.forget(UUID(key))
            LONGER.forget(UUID(key))
        SEATS.forget(UUID(key))
    elif part == ["left"]:
        PEOPLE.clear()


def forget_everything() -> None:
    """Something may have been announced that we did not hear: all is read anew."""
    for memory in (SIGHTS, TABLES, SEATS, PEOPLE, LONGER):
        memory.clear()
