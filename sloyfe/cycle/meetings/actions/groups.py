"""Making groups, by the algorithms that need no compiled code; seating latecomers, and moving somebody by hand."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.algorithms.grouping import Participant, Size, Task, even_sizes, repair, seat
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import Attendee, Chair, Group, Meeting, MeetingPhase, Seating
from sloyfe.cycle.meetings.queries.groups import TOGETHER, seating_of
from sloyfe.cycle.meetings.scripts import Grouping
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person

PLACE = "place"
WEIGHTS = {PLACE: 1.0}
USUAL = 5


class NobodyHere(Refusal):
    """Groups are made of those who have come in."""

    sentence = _("Ingen er inne ennå. Gruppene lages av dem som har skrevet koden.")


@transaction.atomic
def make_groups(phase: MeetingPhase, *, by: Person, at: datetime) -> Seating:
    """Groups for a phase; asked again, they are made anew with the next seed, and points stay with those before."""
    Meeting.objects.in_space(phase.meeting.space).select_for_update().get(pk=phase.meeting_id)
    people = list(Attendee.objects.filter(meeting=phase.meeting_id).order_by("came_at", "id"))
    if not people:
        raise NobodyHere
    nth = Seating.objects.filter(phase=phase).count() + 1
    tables = _home(people, phase) if phase.grouping == Grouping.HOME else _mixed(people, phase, seed=nth)
    seating = Seating.objects.create(phase=phase, nth=nth, by=by, at=at)
    keyed = {str(each.pk): each for each in people}
    for number, keys in enumerate((keys for keys in tables if keys), 1):
        group = Group.objects.create(seating=seating, number=number)
        Chair.objects.bulk_create(Chair(seating=seating, group=group, attendee=keyed[key]) for key in keys)
    noted("meeting.groups_made", phase.meeting, by, at)
    return seating


def make_missing_groups(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """When a phase begins in which people find new places, they have them, if anybody has come in."""
    forms = phase.form in TOGETHER and phase.grouping not in (Grouping.SAME, Grouping.NONE)
    if forms and seating_of(phase) is None and Attendee.objects.filter(meeting=phase.meeting_id).exists():
        make_groups(phase, by=by, at=at)


def seat_latecomer(attendee: Attendee, phase: MeetingPhase) -> None:
    """A place at once at one of the smallest tables, without moving anybody."""
    seating = seating_of(phase)
    if seating is None:
        return
    groups = list(seating.groups.prefetch_related("chairs__attendee"))
    tables = [[str(chair.attendee_id) for chair in group.chairs.all()] for group in groups]
    seated = [chair.attendee for group in groups for chair in group.chairs.all()]
    task = Task(tuple(map(_one, seated)), _room_for_one(tables), WEIGHTS)
    change = seat(task, tables, _one(attendee))
    number = next(n for n, keys in enumerate(change.groups) if str(attendee.pk) in keys)
    Chair.objects.create(seating=seating, group=groups[number], attendee=attendee)


@transaction.atomic
def move(attendee: Attendee, group: Group, *, by: Person, at: datetime) -> None:
    """Somebody changes table; everybody else keeps their place."""
    Chair.objects.update_or_create(seating=group.seating, attendee=attendee, defaults={"group": group})
    noted("meeting.moved", group.seating.phase.meeting, by, at)


def _mixed(people: Sequence[Attendee], phase: MeetingPhase, *, seed: int) -> Sequence[Sequence[str]]:
    """People from the same place are spread; the seed settles who comes first."""
    order = [_one(each) for each in people]
    Random(f"{phase.pk}.{seed}").shuffle(order)  # noqa: S311 - no secret: to be drawn again
    sizes = even_sizes(len(order), _tables(len(order), phase))
    return repair(Task((), sizes, WEIGHTS), [()] * len(sizes), coming=order).groups


def _home(people: Sequence[Attendee], phase: MeetingPhase) -> Sequence[Sequence[str]]:
    """Those from the same place sit together, at several tables where they are many; those alone share one."""
    homes: dict[str, list[str]] = {}
    for each in people:
        homes.setdefault(str(each.place_id), []).append(str(each.pk))
    alone = [home.pop() for home in homes.values() if len(home) == 1]
    return [table for home in (*homes.values(), alone) for table in _split(home, phase)]


def _split(home: list[str], phase: MeetingPhase) -> list[list[str]]:
    count = max(1, -(-len(home) // (phase.size or [0, 0, USUAL])[2]))
    return [home[start::count] for start in range(count)]


def _tables(people: int, phase: MeetingPhase) -> int:
    """As many as make tables of the usual size, and none smaller than the least where that can be helped."""
    least, usual, _most = phase.size or (2, USUAL, USUAL)
    return max(1, min(round(people / usual), people // least))


def _room_for_one(tables: Sequence[Sequence[str]]) -> tuple[Size, ...]:
    smallest = min(map(len, tables))
    return tuple(Size(0, max(len(keys), smallest + 1)) for keys in tables)


def _one(attendee: Attendee) -> Participant:
    return Participant(str(attendee.pk), {PLACE: str(attendee.place_id)} if attendee.place_id else {})
