"""Who is to sit with whom: read from the rows, computed, and not yet written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.algorithms.grouping import (
    InfeasibleError,
    Participant,
    Rule,
    Size,
    Task,
    UndecidedError,
    deal,
    facilitators,
    leaders_apart,
    pinned,
    repair,
)
from sloyfe.algorithms.grouping.plans import broken
from sloyfe.cycle.meetings.models import Attendee, Chair, MeetingPhase, Occupation
from sloyfe.cycle.meetings.queries.groups import HOSTS_STAY, Table, seating_of, tables
from sloyfe.cycle.meetings.queries.roles import drawn
from sloyfe.cycle.meetings.scripts import Grouping
from sloyfe.cycle.partnership.models import Party

PLACE, KIND, ROLE = "place", "kind", "role"
WEIGHTS = {PLACE: 4.0, ROLE: 2.0, KIND: 1.0}
MET = 3.0
USUAL = 5
FEW = 120  # so many people at most are mended exactly, which may take a while


@dataclass
class Planned:
    """One table to be: its people, and the table that it takes after, if it goes on from one."""

    people: list[UUID]
    after: Table | None = None


@dataclass(frozen=True)
class Company:
    """Those who are in, and what is known of them that groups are mixed by."""

    people: list[Attendee]
    kinds: dict[UUID, str] = field(default_factory=dict)
    met: dict[UUID, dict[str, str]] = field(default_factory=dict)

    def participant(self, one: Attendee) -> Participant:
        """The same as a plain value."""
        traits = {PLACE: str(one.place_id or ""), KIND: self.kinds.get(one.place_id or one.pk, ""), ROLE: one.role}
        said = {name: value for name, value in traits.items() if value}
        return Participant(str(one.pk), {**said, **self.met.get(one.pk, {})}, one.role == Occupation.GUIDE)


def present(phase: MeetingPhase) -> list[Attendee]:
    """Those who are in and have not been said to be gone, as they came."""
    rows = Attendee.objects.filter(meeting=phase.meeting_id, absence=None)
    return list(rows.order_by("came_at", "id"))


def company(phase: MeetingPhase, people: list[Attendee]) -> Company:
    """What is known of them: the kind of unit they come from, and with whom they have sat before in the meeting."""
    return Company(people, _kinds(phase.meeting.space), _met(phase))


def planned(phase: MeetingPhase, who: Company, *, seed: int) -> list[Planned]:
    """Tables for everybody; those that are locked are as they were, with their number kept."""
    if phase.grouping == Grouping.HOME:
        return [Planned(people) for people in _home(who.people, phase) if people]
    return _mixed(phase, who, seed)


def _mixed(phase: MeetingPhase, who: Company, seed: int) -> list[Planned]:
    before = tables(phase)
    here = {each.pk for each in who.people}
    locked = [table for table in before if hasattr(table.group, "lock")]
    sitting = {each.pk for table in locked for each in table.people}
    free = [each for each in who.people if each.pk not in sitting]
    pins = _pins(phase, {each.pk for each in free}, {table.group.pk for table in locked})
    open_tables = [table for table in before if table not in locked]
    count = _how_many(phase, len(free), len(set(pins.values())), len(open_tables))
    ordered = sorted(open_tables, key=lambda table: (table.group.pk not in pins.values(), table.group.number))[:count]
    ordered.sort(key=lambda table: table.group.number)
    places = {table.group.pk: place for place, table in enumerate(ordered)}
    settled = {key: places[group] for key, group in pins.items() if group in places}
    dealt = mixed(who, free, count, settled, f"{phase.pk}.{seed}")
    kept = [Planned([each.pk for each in table.people if each.pk in here], table) for table in locked]
    made = [Planned(people, ordered[n] if n < len(ordered) else None) for n, people in enumerate(dealt)]
    return kept + made


def mixed(who: Company, people: Sequence[Attendee], count: int, pins: dict[UUID, int], seed: str) -> list[list[UUID]]:
    """So many tables, as mixed as can be while somebody waits."""
    if not people:
        return []
    told = [who.participant(each) for each in people]
    weights = dict(WEIGHTS)
    for one in told:
        weights.update((name, MET) for name in one.traits if name not in weights)
    dice = Random(seed)  # noqa: S311 - no secret: to be drawn again
    dice.shuffle(told)
    even = Size(len(told) // count, -(-len(told) // count))
    rules = [*(pinned(str(key), place) for key, place in pins.items()), *_apart(people)]
    if sum(one.facilitator for one in told) >= count:
        rules.append(facilitators())
    task = Task(tuple(told), (even,) * count, weights, tuple(rules))
    groups = deal(task, dice.randrange(2**32))
    if len(people) <= FEW and broken(task, groups):
        groups = _mended(task, groups)
    return [[UUID(key) for key in keys] for keys in groups]


def tables_for(people: int, phase: MeetingPhase) -> int:
    """As many as make tables of the usual size, and none smaller than the least where that can be helped."""
    least, usual, _most = phase.size or (2, USUAL, USUAL)
    return max(1, min(round(people / usual), people // least))


def _how_many(phase: MeetingPhase, people: int, pinned_to: int, before: int) -> int:
    """Where hosts stay there are as many tables as they stay at."""
    if not people:
        return 0
    if HOSTS_STAY in phase.rules and before:
        return min(before, people)
    return max(tables_for(people, phase), pinned_to)


def _mended(task: Task, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """What swaps did not find, if it is there to be found; where it is not, the groups stand."""
    try:
        return repair(task, groups).groups
    except (InfeasibleError, UndecidedError):
        return groups


def _apart(people: Sequence[Attendee]) -> tuple[Rule, ...]:
    """No leader with own staff; who has said nothing counts as staff."""
    led = {Occupation.TEACHER, Occupation.STAFF, Occupation.OTHER, ""}
    at_home = [each for each in people if each.place_id]
    leaders = {str(each.pk): str(each.place_id) for each in at_home if each.role == Occupation.LEADER}
    return leaders_apart(leaders, {str(each.pk): str(each.place_id) for each in at_home if each.role in led})


def _pins(phase: MeetingPhase, free: set[UUID], locked: set[UUID]) -> dict[UUID, UUID]:
    """The table of everybody whose place is locked, and of those who stay as hosts."""
    seating = seating_of(phase)
    rows = Chair.objects.filter(seating=seating, lock__isnull=False).values_list("attendee", "group") if seating else ()
    pins = dict(rows)
    if seating and HOSTS_STAY in phase.rules:
        pins |= {who: group for (group, _role), who in drawn(seating.groups.all(), phase).items()}
    return {key: group for key, group in pins.items() if key in free and group not in locked}


def _kinds(space: Space) -> dict[UUID, str]:
    rows = Party.objects.in_space(space).filter(until=None)
    return dict(rows.values_list("place", "organisation__kind"))


def _met(phase: MeetingPhase) -> dict[UUID, dict[str, str]]:
    """Each earlier phase is something people have in common who sat at one table in it."""
    met: dict[UUID, dict[str, str]] = defaultdict(dict)
    rows = Chair.objects.filter(seating__phase__meeting=phase.meeting_id, seating__withdrawal=None)
    earlier = rows.exclude(seating__phase=phase).filter(seating__phase__position__lt=phase.position)
    order = earlier.order_by("seating__nth")
    for earlier_phase, group, person in order.values_list("seating__phase", "group", "attendee"):
        met[person][f"met {earlier_phase}"] = str(group)
    return met


def _home(people: Sequence[Attendee], phase: MeetingPhase) -> list[list[UUID]]:
    """Those from the same place sit together, at several tables where they are many; those alone share one."""
    homes: dict[UUID | None, list[UUID]] = {}
    for each in people:
        homes.setdefault(each.place_id, []).append(each.pk)
    alone = [home.pop() for home in homes.values() if len(home) == 1]
    return [table for home in (*homes.values(), alone) for table in _split(home, phase)]


def _split(home: list[UUID], phase: MeetingPhase) -> list[list[UUID]]:
    count = max(1, -(-len(home) // (phase.size or [0, 0, USUAL])[2]))
    return [home[start::count] for start in range(count)]
