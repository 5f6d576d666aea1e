"""Whether rules can all be kept, exactly: counts that rule it out, a quick try, then an integer programme (HiGHS).

Only blocks that somebody must not share a group with are told apart in the programme; all others are counted by size
and number of facilitators, so that it stays small. Cliques of people who are kept apart enter as one row a group.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix

from sloyfe.algorithms.grouping.blocks import kept_together
from sloyfe.algorithms.grouping.first_fit import first_fit
from sloyfe.algorithms.grouping.tasks import Rule, RuleKind, Size, Task, pairs_kept_apart

NODES = 20_000
SOLVED, INFEASIBLE = 0, 2
# Facilitators, people, the block itself where it is told apart, and how many of it sit in which group.
Kind = tuple[int, int, int, tuple[tuple[int, int], ...]]


class UndecidedError(ArithmeticError):
    """Neither a grouping that keeps the rules nor a proof that there is none was found within the work allowed."""


def every_rule(task: Task) -> tuple[Rule, ...]:
    """The rules of a task with its sizes as one of them."""
    return (Rule(RuleKind.SIZES), *(rule for rule in task.rules if rule.kind != RuleKind.SIZES))


def any_placement(task: Task, rules: Sequence[Rule]) -> list[int] | None:
    """A group for each participant that keeps these rules, or None when there is none."""
    if contradictions(task, rules):
        return None
    return first_fit(task, _sizes(task, rules), rules) or _Programme(task, rules).solved()


def nearest_placement(task: Task, rules: Sequence[Rule], seats: Mapping[str, int]) -> list[int] | None:
    """The placement that keeps these rules and moves the fewest of those who have a seat."""
    return None if contradictions(task, rules) else _Programme(task, rules, seats).solved()


def contradictions(task: Task, rules: Sequence[Rule]) -> bool:
    """Whether something can be seen to be impossible by counting."""
    sizes = _sizes(task, rules)
    blocks = kept_together(task, rules)
    home = {place: block for block, places in enumerate(blocks) for place in places}
    pins: dict[int, set[int | None]] = defaultdict(set)
    for rule in rules:
        if rule.kind == RuleKind.PINNED:
            pins[home[task.places[rule.people[0]]]].add(rule.group)
    filled: Counter[int | None] = Counter()
    for block, groups in pins.items():
        filled[min(groups, key=lambda group: group or 0)] += len(blocks[block])
    pairs = [(home[task.places[one]], home[task.places[other]]) for one, other in pairs_kept_apart(rules)]
    leading = sum(any(task.participants[place].facilitator for place in places) for places in blocks)
    people = len(task.participants)
    return (
        not sum(size.least for size in sizes) <= people <= sum(size.most for size in sizes)
        or max(map(len, blocks), default=0) > max(size.most for size in sizes)
        or any(len(groups) > 1 for groups in pins.values())
        or any(filled[group] > size.most for group, size in enumerate(sizes))
        or any(one == other or (pins[one] and pins[one] == pins[other]) for one, other in pairs)
        or (any(rule.kind == RuleKind.FACILITATORS for rule in rules) and leading < len(sizes))
    )


def _sizes(task: Task, rules: Iterable[Rule]) -> tuple[Size, ...]:
    asked = any(rule.kind == RuleKind.SIZES for rule in rules)
    return task.sizes if asked else (Size(0, len(task.participants)),) * len(task.sizes)


class _Programme:
    """One variable for each kind of block and group: how many of the kind go there."""

    def __init__(self, task: Task, rules: Sequence[Rule], seats: Mapping[str, int] | None = None) -> None:
        self._task, self._rules = task, rules
        self._sizes = _sizes(task, rules)
        self._blocks = kept_together(task, rules)
        home = {place: block for block, places in enumerate(self._blocks) for place in places}
        self._pins = {home[task.places[r.people[0]]]: r.group for r in rules if r.kind == RuleKind.PINNED}
        self._edges = {
            frozenset((home[task.places[one]], home[task.places[other]])) for one, other in pairs_kept_apart(rules)
        }
        told_apart = self._pins.keys() | {block for edge in self._edges for block in edge}
        self._kinds: dict[Kind, list[int]] = defaultdict(list)
        for block, places in enumerate(self._blocks):
            keys = [task.participants[place].key for place in places]
            seated = Counter(seats[key] for key in keys if key in seats) if seats else Counter()
            here = tuple(sorted(seated.items()))
            self._kinds[(self._leading(block), len(places), block if block in told_apart else -1, here)].append(block)
        self._row: list[tuple[list[int], list[float], float, float]] = []

    def solved(self) -> list[int] | None:
        """A group for each participant."""
        kinds, groups = list(self._kinds), len(self._sizes)
        self._add_rows(kinds, groups)
        rows = [row for row, (columns, *_rest) in enumerate(self._row) for _column in columns]
        columns = [column for entry in self._row for column in entry[0]]
        values = [value for entry in self._row for value in entry[1]]
        shape = (len(self._row), len(kinds) * groups)
        limits = LinearConstraint(
            coo_matrix((values, (rows, columns)), shape=shape).tocsr(),
            [entry[2] for entry in self._row],
            [entry[3] for entry in self._row],
        )
        most = np.repeat([float(len(self._kinds[kind])) for kind in kinds], groups)
        found = milp(
            self._disturbed(kinds, groups), integrality=np.ones(shape[1]), bounds=Bounds(0, most), constraints=limits,
            options={"node_limit": NODES},
        )  # fmt: skip
        if found.status == INFEASIBLE:
            return None
        if found.status != SOLVED:
            raise UndecidedError(found.message)
        return self._placed(kinds, np.rint(found.x).astype(int).reshape(len(kinds), groups))

    def _add_rows(self, kinds: list[Kind], groups: int) -> None:
        leading = [self._leading(self._kinds[kind][0]) for kind in kinds]
        people = [len(self._blocks[self._kinds[kind][0]]) for kind in kinds]
        column = {block: place for place, kind in enumerate(kinds) for block in self._kinds[kind]}
        for place, kind in enumerate(kinds):
            count = float(len(self._kinds[kind]))
            self._row.append(([place * groups + group for group in range(groups)], [1.0] * groups, count, count))
        facilitated = any(rule.kind == RuleKind.FACILITATORS for rule in self._rules)
        cliques = list(_cliques(self._edges))
        for group, size in enumerate(self._sizes):
            here = [place * groups + group for place in range(len(kinds))]
            self._row.append((here, [float(one) for one in people], size.least, size.most))
            if facilitated:
                self._row.append((here, [float(one) for one in leading], 1.0, np.inf))
            for clique in cliques:
                self._row.append(([column[one] * groups + group for one in clique], [1.0] * len(clique), 0.0, 1.0))
        for block, pin in self._pins.items():
            self._row.append(([column[block] * groups + (pin or 0)], [1.0], 1.0, 1.0))

    @staticmethod
    def _disturbed(kinds: list[Kind], groups: int) -> np.ndarray:
        """How many who have a seat would lose it, for each kind in each group."""
        seated = np.array([[dict(kind[3]).get(group, 0) for group in range(groups)] for kind in kinds], float)
        return np.asarray((seated.sum(axis=1, keepdims=True) - seated).ravel())

    def _leading(self, block: int) -> int:
        return sum(self._task.participants[place].facilitator for place in self._blocks[block])

    def _placed(self, kinds: list[Kind], counts: np.ndarray) -> list[int]:
        placement = [0] * len(self._task.participants)
        for kind, row in zip(kinds, counts, strict=True):
            where = [group for group, count in enumerate(row) for _block in range(count)]
            for block, group in zip(self._kinds[kind], where, strict=True):
                for place in self._blocks[block]:
                    placement[place] = group
        return placement


def _cliques(edges: Iterable[frozenset[int]]) -> Iterable[list[int]]:
    """Sets of blocks of which each two are kept apart, so that together they hold every edge."""
    left = set(edges)
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in (sorted(edge) for edge in left):
        near[one].add(other)
        near[other].add(one)
    for edge in sorted(left, key=sorted):
        if edge not in left:
            continue
        clique = sorted(edge)
        shared = near[clique[0]] & near[clique[1]]
        while shared:
            clique.append(max(sorted(shared), key=lambda one: len(near[one] & shared)))
            shared &= near[clique[-1]]
        left -= {frozenset((one, other)) for one in clique for other in clique if one != other}
        yield clique
