"""Changes on the day: some do not come, some come late. Those who sit stay, unless a rule cannot be kept otherwise."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import inf

from sloyfe.algorithms.grouping.conflicts import InfeasibleError, smallest_conflict
from sloyfe.algorithms.grouping.feasibility import contradictions, every_rule, nearest_placement
from sloyfe.algorithms.grouping.floors import UNSEATED, Floor
from sloyfe.algorithms.grouping.mending import mended
from sloyfe.algorithms.grouping.tasks import Participant, Rule, RuleKind, Size, Task


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
        if not sum(_mend(floor, group) for group in faulty):
            return _exactly(now, seats)
    return _change(now, floor.groups(), seats)


def seat(task: Task, groups: Sequence[Sequence[str]], latecomer: Participant, rules: Sequence[Rule] = ()) -> Change:
    """A place for one more: at once where some group can take them, otherwise as few as possible move."""
    place = _open_place(task, groups, latecomer, rules)
    if place is None:
        return repair(task, groups, coming=(latecomer,), rules=rules)
    now = task.joined_by(latecomer, rules)
    return Change(
        now, tuple((*keys, latecomer.key) if group == place else tuple(keys) for group, keys in enumerate(groups)), ()
    )


def _open_place(
    task: Task, groups: Sequence[Sequence[str]], latecomer: Participant, rules: Sequence[Rule]
) -> int | None:
    """The group that takes one more without breaking a rule about the latecomer, and where that costs least."""
    asked = {kind: {key for rule in rules if rule.kind == kind for key in rule.people} for kind in RuleKind}
    kept_out = asked[RuleKind.APART] | asked[RuleKind.OWN_STAFF]
    pins = {rule.group for rule in rules if rule.kind == RuleKind.PINNED}
    friends = asked[RuleKind.TOGETHER] - {latecomer.key}
    fitting = [
        group
        for group, (keys, size) in enumerate(zip(groups, task.sizes, strict=True))
        if len(keys) < size.most and kept_out.isdisjoint(keys) and friends.issubset(keys) and pins <= {group}
    ]
    wanted = [(name, trait, task.weights[name]) for name, trait in latecomer.traits.items() if task.weights.get(name)]
    best, least = None, inf
    for group in fitting:
        cost = _likeness(task, groups[group], wanted, least)
        if cost < least:
            best, least = group, cost
    return best


def _likeness(task: Task, keys: Sequence[str], wanted: Sequence[tuple[str, str, float]], enough: float) -> float:
    """What it costs somebody with such traits to sit with these people; not counted on from `enough`."""
    cost = 0.0
    for key in keys:
        traits = task.participants[task.places[key]].traits
        for name, trait, weight in wanted:
            if traits.get(name) == trait:
                cost += weight
        if cost >= enough:
            break
    return cost


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


def _mend(floor: Floor, group: int) -> int:
    """Makes changes in a group as long as they mend something; how many."""
    made = 0
    while floor.wrong(group) and (shifts := mended(floor, group)):
        for block, there in shifts:
            floor.shift(block, there)
        made += 1
    return made


def _welcome(floor: Floor, block: int) -> int:
    """Where a newcomer is put: where nothing is wrong with it, then where it costs least."""
    more, leading = len(floor.blocks[block]), floor.leading[block]

    def trouble(group: int) -> tuple[int, float]:
        wrong = floor.faults(group, more, leading) - floor.faults(group) + floor.barred(block, group)
        return wrong, floor.cost(block, group)

    return min(range(len(floor.size)), key=trouble)


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
