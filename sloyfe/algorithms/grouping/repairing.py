"""Changes on the day: some do not come, some come late. Those who sit stay, unless a rule cannot be kept otherwise."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sloyfe.algorithms.grouping.conflicts import InfeasibleError, smallest_conflict
from sloyfe.algorithms.grouping.feasibility import contradictions, every_rule, nearest_placement
from sloyfe.algorithms.grouping.floors import UNSEATED, Floor
from sloyfe.algorithms.grouping.tasks import Participant, Rule, RuleKind, Size, Task

Shift = tuple[int, int]


@dataclass(frozen=True)
class Change:
    """The groups after a change, for the task as it is now, and who had to move although they were there all along."""

    task: Task
    groups: tuple[tuple[str, ...], ...]
    moved: tuple[str, ...]


def repair(
    task: Task,
    groups: Sequence[Sequence[str]],
    *,
    leaving: Collection[str] = (),
    coming: Sequence[Participant] = (),
    rules: Sequence[Rule] = (),
) -> Change:
    """Groups without those who leave and with those who come; `rules` are new ones, such as for those who come.

    Sizes give way where people no longer fit them. Raises InfeasibleError where the rules cannot be kept.
    """
    now = _after(task, leaving, coming, rules)
    seats = {key: group for group, keys in enumerate(groups) for key in keys if key in now.places}
    if contradictions(now, every_rule(now)):
        raise InfeasibleError(smallest_conflict(now))
    floor = Floor(now, seats)
    for block, group in enumerate(floor.group):
        if group == UNSEATED:
            floor.shift(block, _welcome(floor, block))
    while faulty := floor.faulty():
        shifts = min((found for group in faulty if (found := _mended(floor, group))), default=None)
        if shifts is None:
            return _exactly(now, seats)
        for block, there in shifts[-1]:
            floor.shift(block, there)
    return _change(now, floor.groups(), seats)


def seat(task: Task, groups: Sequence[Sequence[str]], latecomer: Participant, rules: Sequence[Rule] = ()) -> Change:
    """A place for one more, at once where some group has room; otherwise as few as possible move."""
    return repair(task, groups, coming=(latecomer,), rules=rules)


def fitting_sizes(people: int, sizes: Sequence[Size]) -> tuple[Size, ...]:
    """The sizes, where they do not fit the number of people as near to them as one level for all can be."""
    least = max((size.least for size in sizes), default=0)
    while sum(min(size.least, least) for size in sizes) > people:
        least -= 1
    most = min((size.most for size in sizes), default=0)
    while sum(max(size.most, most) for size in sizes) < people:
        most += 1
    return tuple(Size(min(size.least, least), max(size.most, most)) for size in sizes)


def _after(task: Task, leaving: Collection[str], coming: Sequence[Participant], rules: Sequence[Rule]) -> Task:
    gone = set(leaving)
    people = tuple(one for one in task.participants if one.key not in gone) + tuple(coming)
    kept = (replace(rule, people=tuple(key for key in rule.people if key not in gone)) for rule in task.rules)
    enough = {RuleKind.APART: 2, RuleKind.OWN_STAFF: 2, RuleKind.TOGETHER: 2, RuleKind.PINNED: 1}
    return Task(
        people,
        fitting_sizes(len(people), task.sizes),
        task.weights,
        tuple(rule for rule in kept if len(rule.people) >= enough.get(rule.kind, 0)) + tuple(rules),
        tuple(met for met in task.met if not gone.intersection((met.one, met.other))),
    )


def _welcome(floor: Floor, block: int) -> int:
    """Where a newcomer is put: where nothing is wrong with it, then where it costs least."""
    more, leading = len(floor.blocks[block]), floor.leading[block]

    def trouble(group: int) -> tuple[int, float]:
        wrong = floor.faults(group, more, leading) - floor.faults(group) + floor.barred(block, group)
        return wrong, floor.cost(block, group)

    return min(range(len(floor.size)), key=trouble)


def _mended(floor: Floor, group: int) -> tuple[int, int, float, tuple[Shift, ...]] | None:
    """The change that mends most in a group, of these disturbs fewest, of these costs least; None if none mends."""
    found = [
        (mended, disturbed, shifts)
        for shifts in _candidates(floor, group)
        if (mended := _faults_more(floor, shifts)) < 0
        for disturbed in [_disturbed_more(floor, shifts)]
    ]
    if not found:
        return None
    best = min((mended, disturbed) for mended, disturbed, _shifts in found)
    return min((*best, _cost_more(floor, shifts), shifts) for *rank, shifts in found if tuple(rank) == best)


def _candidates(floor: Floor, group: int) -> Iterator[tuple[Shift, ...]]:
    asked = floor.task.sizes[group]
    if floor.size[group] >= asked.least:
        for block in floor.members[group]:
            yield from (((block, there),) for there in range(len(floor.size)) if there != group)
    if floor.size[group] <= asked.most:
        for other, here in enumerate(floor.group):
            if here != group:
                yield ((other, group),)
                if floor.faults(group) and floor.leading[other] and floor.facilitators[group] < 1:
                    yield from (((other, group), (block, here)) for block in floor.members[group])


def _faults_more(floor: Floor, shifts: tuple[Shift, ...]) -> int:
    more: dict[int, int] = {}
    leading: dict[int, int] = {}
    barred = 0
    leavers = {block for block, _there in shifts}
    for block, there in shifts:
        for group, sign in ((floor.group[block], -1), (there, 1)):
            more[group] = more.get(group, 0) + sign * len(floor.blocks[block])
            leading[group] = leading.get(group, 0) + sign * floor.leading[block]
        if block in floor.apart or block in floor.pinned:
            barred += floor.barred(block, there) - floor.barred(block, floor.group[block])
            barred -= sum(floor.group[other] == there for other in leavers & floor.apart[block].keys())
    return barred + sum(floor.faults(group, more[group], leading[group]) - floor.faults(group) for group in more)


def _disturbed_more(floor: Floor, shifts: tuple[Shift, ...]) -> int:
    return sum(floor.disturbed(block, there) - floor.disturbed(block, floor.group[block]) for block, there in shifts)


def _cost_more(floor: Floor, shifts: tuple[Shift, ...]) -> float:
    """What the change costs, by doing it and taking it back."""
    cost, back = 0.0, [(block, floor.group[block]) for block, _there in shifts]
    for block, there in shifts:
        here = floor.group[block]
        floor.shift(block, UNSEATED)
        cost += floor.cost(block, there) - floor.cost(block, here)
        floor.shift(block, there)
    for block, here in back:
        floor.shift(block, here)
    return cost


def _exactly(task: Task, seats: dict[str, int]) -> Change:
    """As few as possible move, by an integer programme."""
    placement = nearest_placement(task, every_rule(task), seats)
    if placement is None:
        raise InfeasibleError(smallest_conflict(task))
    groups: list[list[str]] = [[] for _size in task.sizes]
    for participant, group in zip(task.participants, placement, strict=True):
        groups[group].append(participant.key)
    return _change(task, tuple(tuple(keys) for keys in groups), seats)


def _change(task: Task, groups: tuple[tuple[str, ...], ...], seats: dict[str, int]) -> Change:
    moved = tuple(key for group, keys in enumerate(groups) for key in keys if seats.get(key, group) != group)
    return Change(task, groups, moved)
