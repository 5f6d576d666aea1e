"""Rounds in which people move on while a host stays at each table: all of them are made with the first."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sloyfe.algorithms.rotation.turning import turned
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.actions.roles import draw_roles, give_role, hosts
from sloyfe.cycle.meetings.models import Attendee, Chair, Group, MeetingPhase, PhaseStart, RoleDraw, Seating
from sloyfe.cycle.meetings.queries.groups import HOSTS_STAY, rounds_after, seating_of, tables
from sloyfe.cycle.meetings.scripts import GroupRole
from sloyfe.people.models import Person


def make_rounds(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The rounds after this one that have not begun; hosts are drawn, and the others go to new tables each time."""
    rounds = [] if HOSTS_STAY in phase.rules else rounds_after(phase.meeting, phase)
    begun = set(PhaseStart.objects.filter(phase__in=rounds).values_list("phase", flat=True))
    if not rounds or begun:
        return
    draw_roles(phase, phase, roles=(GroupRole.HOST,))
    first, staying = tables(phase), hosts(phase)
    people: list[Attendee] = []
    numbered: list[list[int]] = []
    for table in first:
        host = staying.get(table.group.number)
        others = sorted((one for one in table.people if one != host), key=_alike)
        seated = [host, *others] if host else others
        numbered.append(list(range(len(people), len(people) + len(seated))))
        people.extend(seated)
    made = turned(numbered, len(rounds) + 1)[1:]
    for each, groups in zip(rounds, made, strict=True):
        seating = _seating(each, by, at)
        seats = [[people[n] for n in group] for group in groups]
        _write(seating, [table.group for table in first], seats, staying)


@transaction.atomic
def change_host(phase: MeetingPhase, group: Group, attendee: Attendee, *, by: Person, at: datetime) -> None:
    """Somebody else at the table stays; in the rounds to come the two change places, and nobody else moves."""
    give_role(group, phase, GroupRole.HOST, attendee)
    settle_hosts(phase)
    noted("meeting.host_changed", phase.meeting, by, at)


def settle_hosts(phase: MeetingPhase) -> None:
    """In the rounds that have not begun, each table has the host that it has in this phase."""
    rounds = [] if HOSTS_STAY in phase.rules else rounds_after(phase.meeting, phase)
    begun = set(PhaseStart.objects.filter(phase__in=rounds).values_list("phase", flat=True))
    staying = hosts(phase) if rounds else {}
    for each in rounds:
        standing = hosts(each) if each.pk not in begun else staying
        for number, host in staying.items():
            if standing.get(number) != host:
                _stay(each, number, standing.get(number), host)


def _stay(phase: MeetingPhase, number: int, before: Attendee | None, after: Attendee) -> None:
    """The new host comes to the table, and the old one, if still there, goes where the new one would have been."""
    seating = seating_of(phase)
    group = seating.groups.filter(number=number).first() if seating else None
    chair = Chair.objects.filter(seating=seating, attendee=after).first()
    if group is None or chair is None:
        return
    if before:
        Chair.objects.filter(seating=seating, group=group, attendee=before).update(group=chair.group_id)
    Chair.objects.filter(pk=chair.pk).update(group=group)
    give_role(group, phase, GroupRole.HOST, after)


def _seating(phase: MeetingPhase, by: Person, at: datetime) -> Seating:
    nth = Seating.objects.filter(phase=phase).count() + 1
    return Seating.objects.create(phase=phase, nth=nth, by=by, at=at)


def _write(
    seating: Seating, like: Sequence[Group], seats: Sequence[Sequence[Attendee]], staying: dict[int, Attendee]
) -> None:
    groups = [Group(seating=seating, number=group.number, name=group.name) for group in like]
    Group.objects.bulk_create(groups)
    pairs = [(group, one) for group, people in zip(groups, seats, strict=True) for one in people]
    Chair.objects.bulk_create(Chair(seating=seating, group=group, attendee=one) for group, one in pairs)
    RoleDraw.objects.bulk_create(
        RoleDraw(group=group, phase=seating.phase, role=GroupRole.HOST, nth=1, attendee=staying[group.number])
        for group in groups
        if group.number in staying
    )


def _alike(one: Attendee) -> tuple[str, str, str]:
    return str(one.place_id or ""), one.role, str(one.pk)
