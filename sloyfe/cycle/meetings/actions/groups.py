"""Making groups, by the algorithms that need no compiled code; seating latecomers, and moving somebody by hand."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.algorithms.grouping import Participant, Task, even_sizes, repair
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import Attendee, Chair, Group, Meeting, MeetingPhase, Seating
from sloyfe.cycle.meetings.queries.groups import TOGETHER, seating_of
from sloyfe.cycle.meetings.queries.room import TRAITS, Held, traits_of
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


def seat_latecomers(attendees: Sequence[Attendee], phase: MeetingPhase) -> None:
    """Places at once at the smallest tables, without moving anybody; those who sit already keep their place."""
    seating = seating_of(phase)
    if seating is None or not attendees:
        return
    seats = Chair.objects.filter(seating=seating).values_list("group", "attendee", *(f"attendee__{t}" for t in TRAITS))
    held = Held(seating.groups.values_list("pk", flat=True), seats)
    chairs = [
        Chair(seating=seating, group_id=held.seat(each.pk, traits_of(each)), attendee=each)
        for each in attendees
        if each.pk not in held.seated
    ]
    Chair.objects.bulk_create(chairs)


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


def _one(attendee: Attendee) -> Participant:
    return Participant(str(attendee.pk), {PLACE: str(attendee.place_id)} if attendee.place_id else {})
