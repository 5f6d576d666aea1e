"""Who sits where in a phase."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from sloyfe.cycle.meetings.models import Attendee, Chair, Group, Meeting, MeetingPhase, Seating
from sloyfe.cycle.meetings.scripts import Form, Grouping

TOGETHER = (Form.PAIR, Form.GROUP, Form.HOME)


@dataclass(frozen=True)
class Table:
    """A table with the names of those who sit there."""

    group: Group
    people: list[Attendee]


def seating_of(phase: MeetingPhase) -> Seating | None:
    """The groups that count for this phase."""
    return Seating.objects.filter(phase=phase).order_by("-nth").first()


def seated_by(meeting: Meeting, phase: MeetingPhase) -> MeetingPhase | None:
    """The phase whose groups sit together in this one: itself, or an earlier one whose groups are kept."""
    if phase.form not in TOGETHER:
        return None
    if phase.grouping != Grouping.SAME:
        return phase
    earlier = [each for each in meeting.phases.all() if each.position < phase.position]
    named = next((each for each in earlier if each.key == phase.groups_from), None)
    return named or next((each for each in reversed(earlier) if each.form in TOGETHER), phase)


def forming(meeting: Meeting) -> Iterator[MeetingPhase]:
    """The phases in which people find new places."""
    for phase in meeting.standing:
        if phase.form in TOGETHER and phase.grouping not in (Grouping.SAME, Grouping.NONE):
            yield phase


def worth_asking_roles(meeting: Meeting) -> bool:
    """Whether groups become better by it: people of several places, or groups that are to be mixed."""
    if len(meeting.places.all()) != 1:
        return True
    return any(phase.grouping == Grouping.MIXED for phase in meeting.standing)


def phases_with_groups(meeting: Meeting) -> list[MeetingPhase]:
    """The phases that groups have been made for."""
    rows = MeetingPhase.objects.filter(meeting=meeting, seatings__isnull=False)
    return list(rows.distinct().order_by("position"))


def tables(phase: MeetingPhase) -> list[Table]:
    """Every table of the groups that count, with those who sit there."""
    seating = seating_of(phase)
    if seating is None:
        return []
    chairs = Chair.objects.select_related("attendee__place").order_by("attendee__name")
    rows = seating.groups.prefetch_related(Prefetch("chairs", chairs))
    return [Table(group, [chair.attendee for chair in group.chairs.all()]) for group in rows]


def table_of(attendee: Attendee, phase: MeetingPhase) -> Table | None:
    """The table of one attendee."""
    seating = seating_of(phase)
    chair = Chair.objects.filter(seating=seating, attendee=attendee).first() if seating else None
    return tables_at([chair.group_id])[0] if chair else None


def tables_at(groups: Collection[UUID]) -> list[Table]:
    """These tables, with those who sit there."""
    chairs = Chair.objects.select_related("attendee").order_by("attendee__name")
    rows = Group.objects.filter(pk__in=groups).prefetch_related(Prefetch("chairs", chairs))
    return [Table(group, [chair.attendee for chair in group.chairs.all()]) for group in rows]
