"""Who looks after what at a table, and to whom a role falls."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID

from sloyfe.cycle.meetings.models import Attendee, Group, MeetingPhase, RoleDraw
from sloyfe.cycle.meetings.queries.groups import HOSTS_STAY, Table
from sloyfe.cycle.meetings.scripts import GroupRole

BY_TURNS = "by_turns"


@dataclass(frozen=True)
class Held:
    """Somebody at the table has a role."""

    role: GroupRole
    attendee: Attendee


@dataclass
class Load:
    """How many roles somebody has had in the meeting, and which."""

    had: Counter[UUID]
    which: Counter[tuple[UUID, str]]

    def add(self, who: UUID, role: str) -> None:
        """One more."""
        self.had[who] += 1
        self.which[who, role] += 1


def roles_of(phase: MeetingPhase) -> list[GroupRole]:
    """The roles a table has in a phase; where hosts stay there is one, though it was drawn before."""
    roles = [GroupRole(role) for role in phase.roles]
    return roles if HOSTS_STAY not in phase.rules or GroupRole.HOST in roles else [GroupRole.HOST, *roles]


def roles_at(table: Table, phase: MeetingPhase) -> list[Held]:
    """In the order of the script; a role whose holder has gone is left out until it is drawn again."""
    if not roles_of(phase):
        return []
    draws = sorted((row for row in table.group.draws.all() if row.phase_id == phase.pk), key=lambda row: row.nth)
    newest = {row.role: row.attendee_id for row in draws}
    sitting = {one.pk: one for one in table.people}
    held = ((role, sitting.get(newest[role])) for role in roles_of(phase) if role in newest)
    return [Held(role, one) for role, one in held if one]


def drawn(groups: Iterable[Group], phase: MeetingPhase) -> dict[tuple[UUID, str], UUID]:
    """Whom each role of each table fell to last."""
    rows = RoleDraw.objects.filter(group__in=groups, phase=phase).order_by("nth")
    return {(group, role): who for group, role, who in rows.values_list("group", "role", "attendee")}


def load_in(meeting: UUID) -> Load:
    """What people have looked after in the meeting so far; drawn again, only the last counts."""
    rows = RoleDraw.objects.filter(phase__meeting=meeting).order_by("nth")
    newest = {(group, phase, role): who for group, phase, role, who in rows.values_list(*FIELDS)}
    load = Load(Counter(), Counter())
    for (_group, _phase, role), who in newest.items():
        load.add(who, role)
    return load


def falls_to(people: Sequence[UUID], role: str, here: Counter[UUID], load: Load, dice: Random) -> UUID:
    """Whoever has least to look after at this table, then in the meeting, and has not had this role."""
    order = list(people)
    dice.shuffle(order)
    return min(order, key=lambda who: (here[who], load.which[who, role], load.had[who]))


def turn(table: Table, phase: MeetingPhase) -> tuple[int, Attendee | None]:
    """Which turn it is, and whose, where points are put by turns; seats are in the order of names."""
    if BY_TURNS not in phase.rules or not table.people:
        return 0, None
    nth = next((row.nth for row in table.group.turns.all() if row.phase_id == phase.pk), 0)
    return nth, table.people[nth % len(table.people)]


FIELDS = ("group", "phase", "role", "attendee")
