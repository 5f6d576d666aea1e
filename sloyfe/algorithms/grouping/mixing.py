"""The search for groups that are mixed over several weighted attributes, under rules that always hold.

Moves are inserts, swaps and chains (3-cycles, one block for several smaller), accepted by simulated annealing; people
who stay together are one block. Where the search finds no grouping that keeps the rules, an integer programme decides.
"""

from collections.abc import Sequence

import numpy as np

from sloyfe.algorithms.grouping.annealing import Budget, Cooling, anneal
from sloyfe.algorithms.grouping.blocks import (
    BEST,
    BROKEN,
    GOAL,
    Blocks,
    Desk,
    Whole,
    blocks_of,
    cost_of,
    kept_together,
    state_of,
)
from sloyfe.algorithms.grouping.bounds import bound_of
from sloyfe.algorithms.grouping.conflicts import InfeasibleError, smallest_conflict
from sloyfe.algorithms.grouping.enumeration import enumerated
from sloyfe.algorithms.grouping.feasibility import any_placement, contradictions, every_rule
from sloyfe.algorithms.grouping.kernels import LONGEST, walk
from sloyfe.algorithms.grouping.plans import Grouping, told
from sloyfe.algorithms.grouping.sizing import most_even
from sloyfe.algorithms.grouping.tasks import Size, Task

HOT, COLD = 0.5, 0.1  # of the largest and the smallest weight
LONG_ROUND = 20_000  # moves for each person
SHARES = 65_536
SLACK = 1e-6  # sums of costs drift by less
ATTEMPTS = 10
PENALTY = 50.0  # a broken rule costs as much as so many people of the same category in everything


def mix(task: Task, budget: Budget, seed: int) -> Grouping:
    """The best grouping: of all where a few people have few, otherwise of those that a search finds.

    Raises InfeasibleError where the rules cannot all be kept.
    """
    if contradictions(task, every_rule(task)):
        raise InfeasibleError(smallest_conflict(task))
    every = enumerated(task)
    if every is None:
        return searched(task, budget, seed)
    if every.best is None:
        raise InfeasibleError(smallest_conflict(task))
    return told(task, every.best, seed, is_best=True)


def searched(task: Task, budget: Budget, seed: int) -> Grouping:
    """The best grouping that annealing finds; the rules are not to contradict each other."""
    members = kept_together(task, task.rules)
    blocks = blocks_of(task, members)
    bound = bound_of(task, members)
    search = _Walk(blocks, bound.cost, seed)
    weights = [weight for weight in [*task.weights.values(), *(met.weight for met in task.met)] if weight] or [1.0]
    cooling = Cooling(HOT * max(weights), COLD * min(weights), LONG_ROUND * len(task.participants))
    _begin(search, task, members, budget)
    anneal(search, budget, cooling)
    groups: list[list[str]] = [[] for _size in task.sizes]
    for places, group in sorted(zip(members, search.best.tolist(), strict=True)):
        groups[group] += [task.participants[place].key for place in places]
    return told(task, groups, seed, bound)


def _begin(search: "_Walk", task: Task, members: Sequence[tuple[int, ...]], budget: Budget) -> None:
    """A first placement that keeps every rule: nearly always at once, otherwise from the integer programme."""
    for _attempt in range(ATTEMPTS):
        if search.found or budget.spent(search.stride) >= 1:
            break
        search.walk(COLD, search.stride)
    if search.found:
        return
    placement = any_placement(task, every_rule(task))
    if placement is None:
        raise InfeasibleError(smallest_conflict(task))
    search.begin(np.array([placement[places[0]] for places in members], np.int64))


class _Walk:
    """A placement of blocks that is walked about in."""

    def __init__(self, blocks: Blocks, bound: float, seed: int) -> None:
        self._blocks = blocks
        self._random = np.random.default_rng(seed)
        self._noise = -np.log((self._random.permutation(SHARES) + 0.5) / SHARES)
        penalty = PENALTY * float(sum(set(blocks.worth.tolist())) + blocks.pair_weight.max(initial=0.0) + 1.0)
        groups, columns = len(blocks.low), len(blocks.worth)
        bits = self._random.integers(1, 2**63, 1).astype(np.uint64)
        values = np.array([0.0, 0.0, np.inf, bound + SLACK])
        scratch = (np.zeros(groups), np.zeros(columns, np.int32), np.zeros((LONGEST + 1, 2), np.int64))
        self._desk = Desk(penalty, self._noise.copy(), bits, values, np.zeros(len(blocks.size), np.int64), *scratch)
        self.stride = max(20_000, 20 * len(blocks.size))
        self.restart()

    @property
    def best(self) -> Whole:
        """The group of each block in the best placement seen."""
        return self._desk.best

    @property
    def found(self) -> bool:
        """Some grouping keeps every rule."""
        return bool(np.isfinite(self._desk.values[BEST]))

    @property
    def settled(self) -> bool:
        """The bound is reached, or nobody can move."""
        return bool(self._desk.values[BEST] <= self._desk.values[GOAL]) or len(self._blocks.free) == 0

    def restart(self) -> None:
        """Blocks at random; where their sizes do not fit together that way, from the best placement there is."""
        self.begin(_scattered(self._blocks, self._random))
        if np.isinf(self._desk.values[BROKEN]) and self.found:
            self.begin(self._desk.best.copy())

    def begin(self, group: Whole) -> None:
        """From this placement."""
        self._state = state_of(self._blocks, group)
        cost, wrong = cost_of(self._blocks, self._state)
        sizes = self._state.size
        inside = bool(((self._blocks.low <= sizes) & (sizes <= self._blocks.high)).all())
        self._desk.values[: BROKEN + 1] = cost, wrong if inside else np.inf
        if wrong == 0 and inside and cost < self._desk.values[BEST]:
            self._desk.values[BEST] = cost
            self._desk.best[:] = group

    def walk(self, temperature: float, moves: int) -> float:
        """Looks at moves; the share that was accepted although it made things worse."""
        if len(self._blocks.free) == 0:
            return 0.0
        self._desk.noise[:] = temperature * self._noise
        return walk(self._blocks, self._state, self._desk, moves) / moves


def _scattered(blocks: Blocks, random: np.random.Generator) -> Whole:
    """The pinned, then blocks of several where there is most room, then whoever is alone, as evenly as sizes allow."""
    group = blocks.pin.copy()
    size = np.zeros(len(blocks.low), np.int64)
    np.add.at(size, group[group >= 0], blocks.size[group >= 0])
    order = random.permutation(np.flatnonzero(group < 0))
    order = order[np.argsort(-blocks.size[order], kind="stable")]
    several, alone = order[blocks.size[order] > 1], order[blocks.size[order] == 1]
    for block in several:
        room = blocks.high - size
        group[block] = random.choice(np.flatnonzero(room == room.max()))
        size[group[block]] += blocks.size[block]
    least, most = np.maximum(size, blocks.low), np.maximum(size, blocks.high)
    people = int(blocks.size.sum())
    if least.sum() <= people <= most.sum():
        counts = most_even(people, [Size(int(low), int(high)) for low, high in zip(least, most, strict=True)])
        group[alone] = np.repeat(np.arange(len(size)), np.array(counts) - size)
    else:  # these blocks do not fit this way; the integer programme will be asked
        group[alone] = 0
    return group
