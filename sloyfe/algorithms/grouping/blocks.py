"""The task as arrays: people who stay together are one block, each category of an attribute one column."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.grouping.tasks import Rule, RuleKind, Task, pairs_kept_apart

Whole = NDArray[np.int64]
Narrow = NDArray[np.int32]
Reals = NDArray[np.float64]
Bits = NDArray[np.uint64]
NOW, BROKEN, BEST, GOAL = range(4)


class Blocks(NamedTuple):
    """Blocks and rules. Entries `start[b]:start[b + 1]` of `column` and `times` are the categories of block b."""

    size: Whole
    facilitators: Whole
    pin: Whole
    movable: NDArray[np.bool_]
    free: Whole
    start: Whole
    column: Whole
    times: Whole
    worth: Reals
    pair_start: Whole
    pair_other: Whole
    pair_weight: Reals
    pair_apart: Whole
    low: Whole
    high: Whole
    facilitated: bool


class State(NamedTuple):
    """Where each block is, and what follows from it."""

    group: Whole
    counts: Narrow
    size: Whole
    facilitators: Whole
    member: Whole
    members: Whole
    position: Whole


class Desk(NamedTuple):
    """What a walk works with.

    `noise`: how much worse a move may make it, in random order. `values`: the cost now, broken rules now, the lowest
    cost where none was broken, and the cost at which to stop; `best` is the placement of the lowest.
    """

    penalty: float
    noise: Reals
    bits: Bits
    values: Reals
    best: Whole
    joined: Reals
    mark: Narrow
    trail: Whole


def kept_together(task: Task, rules: Iterable[Rule]) -> list[tuple[int, ...]]:
    """Places of people in blocks, the blocks in the order of their first."""
    parent = list(range(len(task.participants)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for rule in rules:
        if rule.kind == RuleKind.TOGETHER:
            first, *rest = (root(task.places[key]) for key in rule.people)
            for other in rest:
                low, high = sorted((root(first), root(other)))
                parent[high] = low
    found: dict[int, list[int]] = defaultdict(list)
    for place in range(len(parent)):
        found[root(place)].append(place)
    return [tuple(places) for places in found.values()]


def blocks_of(task: Task, members: Sequence[tuple[int, ...]]) -> Blocks:
    """The arrays; a rule that a block breaks by itself is looked for before."""
    home = {place: block for block, places in enumerate(members) for place in places}
    categories, worth = _columns(task)
    start: list[int] = [0]
    column: list[int] = []
    times: list[int] = []
    for places in members:
        found = Counter(categories[one] for place in places for one in _traits(task, place))
        column += found.keys()
        times += found.values()
        start.append(len(column))
    pin = np.full(len(members), -1, np.int64)
    for rule in task.rules:
        if rule.kind == RuleKind.PINNED and rule.group is not None:
            pin[home[task.places[rule.people[0]]]] = rule.group
    near = _pairs(task, home, len(members))
    flat = [(other, *found) for row in near for other, found in sorted(row.items())]
    people = task.participants
    return Blocks(
        size=np.array([len(places) for places in members], np.int64),
        facilitators=np.array([sum(people[place].facilitator for place in places) for places in members], np.int64),
        pin=pin,
        movable=pin < 0,
        free=np.flatnonzero(pin < 0).astype(np.int64),
        start=np.array(start, np.int64),
        column=np.array(column, np.int64),
        times=np.array(times, np.int64),
        worth=np.array(worth),
        pair_start=np.cumsum([0] + [len(row) for row in near]).astype(np.int64),
        pair_other=np.array([other for other, _weight, _apart in flat], np.int64),
        pair_weight=np.array([weight for _other, weight, _apart in flat], np.float64),
        pair_apart=np.array([kept for _other, _weight, kept in flat], np.int64),
        low=np.array([size.least for size in task.sizes], np.int64),
        high=np.array([size.most for size in task.sizes], np.int64),
        facilitated=task.facilitated,
    )


def state_of(blocks: Blocks, group: Whole) -> State:
    """Counts and members of a placement of all blocks."""
    groups, people = len(blocks.low), int(blocks.size.sum())
    counts = np.zeros((groups, len(blocks.worth)), np.int32)
    np.add.at(counts, (np.repeat(group, np.diff(blocks.start)), blocks.column), blocks.times)
    size, facilitators = np.zeros(groups, np.int64), np.zeros(groups, np.int64)
    np.add.at(size, group, blocks.size)
    np.add.at(facilitators, group, blocks.facilitators)
    members = np.bincount(group, minlength=groups).astype(np.int64)
    # While a chain runs a group may hold more than it keeps.
    member = np.zeros((groups, min(people, int(members.max() + blocks.high.max()) + 8)), np.int64)
    position = np.zeros(len(group), np.int64)
    for place in range(groups):
        inside = np.flatnonzero(group == place)
        member[place, : len(inside)] = inside
        position[inside] = np.arange(len(inside))
    return State(group.astype(np.int64), counts, size, facilitators, member, members, position)


def cost_of(blocks: Blocks, state: State) -> tuple[float, int]:
    """The whole cost, pairs inside blocks included, and how many rules are broken."""
    pairs = (state.counts.astype(np.int64) * (state.counts - 1) // 2).sum(axis=0)
    one = np.repeat(np.arange(len(blocks.size)), np.diff(blocks.pair_start))
    same = state.group[one] == state.group[blocks.pair_other]
    lacking = int((state.facilitators < 1).sum()) if blocks.facilitated else 0
    cost = float(blocks.worth @ pairs + blocks.pair_weight[same].sum() / 2)
    return cost, int(blocks.pair_apart[same].sum()) // 2 + lacking


def _traits(task: Task, place: int) -> list[tuple[str, str]]:
    traits = task.participants[place].traits
    return [(name, traits[name]) for name, weight in task.weights.items() if weight and name in traits]


def _columns(task: Task) -> tuple[dict[tuple[str, str], int], list[float]]:
    categories: dict[tuple[str, str], int] = {}
    worth: list[float] = []
    for place in range(len(task.participants)):
        for one in _traits(task, place):
            if one not in categories:
                categories[one] = len(worth)
                worth.append(float(task.weights[one[0]]))
    return categories, worth


def _pairs(task: Task, home: dict[int, int], blocks: int) -> list[dict[int, tuple[float, int]]]:
    """For each block, with whom it must not (1), and with whom it should rather not (weight), share a group."""
    apart = {frozenset(home[task.places[key]] for key in pair) for pair in pairs_kept_apart(task.rules)}
    met: dict[frozenset[int], float] = defaultdict(float)
    for pair in task.met:
        met[frozenset(home[task.places[key]] for key in (pair.one, pair.other))] += pair.weight
    near: list[dict[int, tuple[float, int]]] = [{} for _block in range(blocks)]
    for both in apart | met.keys():
        if len(both) == 2:
            one, other = both
            near[one][other] = near[other][one] = (met.get(both, 0.0), int(both in apart))
    return near
