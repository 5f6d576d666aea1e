"""Drawing who looks after what at each table, and passing the turn on."""

from collections import Counter
from random import Random
from secrets import randbits

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.meetings import table_topic
from sloyfe.cycle.meetings.models import Attendee, Group, MeetingPhase, RoleDraw, TableTurn
from sloyfe.cycle.meetings.queries.groups import seating_of
from sloyfe.cycle.meetings.queries.roles import drawn, falls_to, load_in, roles_of
from sloyfe.cycle.meetings.scripts import GroupRole
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce


class NobodyElse(Refusal):
    """A role cannot be drawn again where one sits alone."""

    sentence = _("Det er ingen andre ved bordet å trekke.")


def draw_roles(phase: MeetingPhase, sitting: MeetingPhase, *, roles: tuple[GroupRole, ...] | None = None) -> None:
    """Every role of the phase that nobody at a table has falls to somebody there; those that are held stand."""
    wanted = roles_of(phase) if roles is None else list(roles)
    seating = seating_of(sitting) if wanted else None
    if seating is None:
        return
    groups = list(seating.groups.prefetch_related("chairs"))
    standing, load, rows = drawn(groups, phase), load_in(phase.meeting_id), []
    dice = Random(f"{seating.pk}.{phase.pk}")  # noqa: S311 - no secret: a draw among those at one table
    latest = _latest(groups, phase)
    for group in groups:
        people = sorted(chair.attendee_id for chair in group.chairs.all())
        held = {role: who for role in wanted if (who := standing.get((group.pk, role))) in people}
        here = Counter(held.values())
        for role in (role for role in wanted if role not in held and people):
            who = falls_to(people, role, here, load, dice)
            here[who] += 1
            load.add(who, role)
            nth = latest.get((group.pk, role), 0) + 1
            rows.append(RoleDraw(group=group, phase=phase, role=role, nth=nth, attendee_id=who))
    RoleDraw.objects.bulk_create(rows)


@transaction.atomic
def draw_again(group: Group, phase: MeetingPhase, role: GroupRole) -> Attendee:
    """The role falls to somebody else at the table: anybody there may ask for it."""
    Group.objects.select_for_update().get(pk=group.pk)
    people = {chair.attendee_id: chair.attendee for chair in group.chairs.select_related("attendee")}
    standing = drawn([group], phase)
    others = [key for key in people if key != standing.get((group.pk, role))]
    if not others:
        raise NobodyElse
    here = Counter(who for (_group, other), who in standing.items() if other != role)
    dice = Random(randbits(64))  # noqa: S311 - a draw at a table, not a secret
    chosen = people[falls_to(sorted(others), role, here, load_in(phase.meeting_id), dice)]
    give_role(group, phase, role, chosen)
    return chosen


@transaction.atomic
def give_role(group: Group, phase: MeetingPhase, role: GroupRole, attendee: Attendee) -> None:
    """The role is somebody's from now on."""
    last = RoleDraw.objects.filter(group=group, phase=phase, role=role).aggregate(last=Max("nth"))["last"] or 0
    RoleDraw.objects.create(group=group, phase=phase, role=role, nth=last + 1, attendee=attendee)
    announce(table_topic(group.pk))


@transaction.atomic
def pass_turn(group: Group, phase: MeetingPhase, *, seen: int) -> None:
    """On to the next seat; two presses for the same turn are one."""
    TableTurn.objects.get_or_create(group=group, phase=phase)
    TableTurn.objects.filter(group=group, phase=phase, nth=seen).update(nth=F("nth") + 1)
    announce(table_topic(group.pk))


def hosts(phase: MeetingPhase) -> dict[int, Attendee]:
    """Who stays at the table with each number."""
    seating = seating_of(phase)
    groups = list(seating.groups.all()) if seating else []
    standing = drawn(groups, phase)
    people = {one.pk: one for one in Attendee.objects.filter(pk__in=standing.values())}
    found = ((group.number, people.get(standing.get((group.pk, GroupRole.HOST), group.pk))) for group in groups)
    return {number: one for number, one in found if one}


def _latest(groups: list[Group], phase: MeetingPhase) -> dict[tuple[object, str], int]:
    rows = RoleDraw.objects.filter(group__in=groups, phase=phase).values_list("group", "role")
    return {(group, role): nth for group, role, nth in rows.annotate(last=Max("nth"))}
