"""Making groups, by the algorithms that need no compiled code, and seating those who come later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.actions.roles import draw_roles
from sloyfe.cycle.meetings.actions.rounds import make_rounds
from sloyfe.cycle.meetings.models import Attendee, Chair, ChairLock, Group, Meeting, MeetingPhase, Seating, TableLock
from sloyfe.cycle.meetings.queries.groups import makes_groups, seated_by, seating_of
from sloyfe.cycle.meetings.queries.mixing import Planned, company, planned, present
from sloyfe.cycle.meetings.queries.room import TRAITS, Held, traits_of
from sloyfe.cycle.meetings.scripts import Grouping
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person


class NobodyHere(Refusal):
    """Groups are made of those who have come in."""

    sentence = _("Ingen er inne ennå. Gruppene lages av dem som har skrevet koden.")


@dataclass(frozen=True)
class Draft:
    """Groups as they were computed, before anybody's row was locked, and for whom."""

    nth: int
    tables: list[Planned]
    people: list[Attendee]


def make_groups(phase: MeetingPhase, *, by: Person, at: datetime) -> Seating:
    """Groups for a phase; asked again, they are made anew with the next seed, and points stay with those before.

    They are computed first and written afterwards, so that others wait only while rows are written.
    """
    return write_groups(phase, draft_groups(phase), by=by, at=at)


def draft_groups(phase: MeetingPhase) -> Draft:
    """Read and compute; nothing is written and nobody waits."""
    people = present(phase)
    if not people:
        raise NobodyHere
    nth = Seating.objects.filter(phase=phase).count() + 1
    return Draft(nth, planned(phase, company(phase, people), seed=nth), people)


@transaction.atomic
def write_groups(phase: MeetingPhase, draft: Draft, *, by: Person, at: datetime) -> Seating:
    """Write what was computed; who came meanwhile is seated as a latecomer, and who left has no chair."""
    Meeting.with_rehearsals.in_space(phase.meeting.space).select_for_update().get(pk=phase.meeting_id)
    now = {each.pk: each for each in present(phase)}
    nth = max(draft.nth, Seating.objects.filter(phase=phase).count() + 1)
    seating = Seating.objects.create(phase=phase, nth=nth, by=by, at=at)
    _write(seating, draft.tables, set(now), by=by, at=at)
    drafted = {each.pk for each in draft.people}
    seat_latecomers([each for key, each in now.items() if key not in drafted], phase)
    make_rounds(phase, by=by, at=at)
    noted("meeting.groups_made", phase.meeting, by, at)
    return seating


def missing_groups(phase: MeetingPhase) -> Draft | None:
    """What is to be written when a phase begins in which people find new places, if anybody has come in."""
    if not makes_groups(phase) or phase.grouping == Grouping.CHOICE or seating_of(phase) or not present(phase):
        return None
    return draft_groups(phase)


def set_the_tables(phase: MeetingPhase, draft: Draft | None, *, by: Person, at: datetime) -> None:
    """When a phase begins, those who are in have a table, and each table its roles."""
    if draft and seating_of(phase) is None:
        write_groups(phase, draft, by=by, at=at)
    sitting = seated_by(phase.meeting, phase)
    if sitting:
        draw_roles(phase, sitting)


def seat_latecomers(attendees: Sequence[Attendee], phase: MeetingPhase) -> None:
    """Places at once at the smallest tables, without moving anybody; those who sit already keep their place.

    Where people choose their table, nobody is seated.
    """
    seating = seating_of(phase)
    if seating is None or not attendees or phase.grouping == Grouping.CHOICE:
        return
    seats = Chair.objects.filter(seating=seating).values_list("group", "attendee", *(f"attendee__{t}" for t in TRAITS))
    open_groups = seating.groups.filter(lock=None) if seating.groups.filter(lock=None).exists() else seating.groups
    held = Held(open_groups.values_list("pk", flat=True), seats)
    chairs = [
        Chair(seating=seating, group_id=held.seat(each.pk, traits_of(each)), attendee=each)
        for each in attendees
        if each.pk not in held.seated
    ]
    Chair.objects.bulk_create(chairs)


def _write(seating: Seating, tables: list[Planned], here: set[UUID], *, by: Person, at: datetime) -> None:
    """Tables that go on from others keep number, name and locks; the rest get the numbers that are free."""
    kept = {table.after.group.number for table in tables if table.after}
    free = (number for number in range(1, len(tables) + len(kept) + 1) if number not in kept)
    groups, chairs, table_locks, chair_locks = [], [], [], []
    for table in tables:
        before = table.after.group if table.after else None
        number, name = (before.number, before.name) if before else (next(free), "")
        group = Group(seating=seating, number=number, name=name)
        groups.append(group)
        if before and hasattr(before, "lock"):
            table_locks.append(TableLock(group=group, by=by, at=at))
        locked = {chair.attendee_id for chair in before.chairs.all() if hasattr(chair, "lock")} if before else set()
        for key in table.people:
            if key in here:
                chairs.append(Chair(seating=seating, group=group, attendee_id=key))
                if key in locked:
                    chair_locks.append(ChairLock(chair=chairs[-1], by=by, at=at))
    Group.objects.bulk_create(groups)
    Chair.objects.bulk_create(chairs)
    TableLock.objects.bulk_create(table_locks)
    ChairLock.objects.bulk_create(chair_locks)
