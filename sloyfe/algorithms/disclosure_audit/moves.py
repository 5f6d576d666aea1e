"""Moves: changes of the hidden counts that no shown number betrays. Each one returned is checked in whole numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

from sloyfe.algorithms.disclosure_audit.system import Flags, Floats, Ints, System

FAR = 1_000
TINY = 1e-6
TRIES = 12


@dataclass(frozen=True)
class Search:
    """What is wanted of a move: people gained, weighted per cell, while cells stay within `low` and `high`.

    All three have shape (cells,). `low` and `high` are changes in people, `low` <= 0 <= `high`.
    """

    system: System
    gain: Floats
    low: Ints
    high: Ints

    @classmethod
    def of(cls, system: System, gain: Floats, most: int, held: Flags | None = None) -> "Search":
        """Every count may fall to 0 and rise by `most`, but the held cells stay."""
        still = np.zeros(system.size, dtype=np.bool_) if held is None else held
        return cls(system, gain, np.where(still, 0, -system.truth), np.where(still, 0, most))

    def one_way(self, share: float, rng: np.random.Generator) -> "Search":
        """The same, where each cell but a share of them may move one way only: along its gain, or a way drawn.

        Such a programme is solved in a fraction of the time, moves few cells, and mostly in whole numbers.
        """
        up = np.where(self.gain == 0, rng.random(self.system.size) < 0.5, self.gain > 0)
        both = rng.random(self.system.size) < share
        return Search(self.system, self.gain, np.where(up & ~both, 0, self.low), np.where(up | both, self.high, 0))

    def within(self, component: int) -> "Search":
        """The same in one component."""
        return Search(self.system, np.where(self.system.component == component, self.gain, 0.0), self.low, self.high)


def glance(search: Search) -> tuple[Ints, Floats]:
    """A move with a good gain from one linear programme, and what its optimum would be if people could be split.

    Both are in people per cell, shape (cells,). The move is 0 in components where that optimum is not in whole
    numbers.
    """
    cells, values = _relaxed(search)
    move, broken = _rounded(search, cells, values)
    move[np.isin(search.system.component, broken)] = 0
    optimum = np.zeros(search.system.size)
    optimum[cells] = values
    return move, optimum


def improving(search: Search, enough: float, rng: np.random.Generator) -> Ints:
    """A move that in each component gains `enough`, or else as much as any table of whole numbers allows.

    Where the linear programme gains nothing, nothing can: that is a proof. Where its optimum is not in whole
    numbers, cheap searches come first and branch and bound last. Raises ArithmeticError when the solver gives up.
    Solver: HiGHS (Huangfu and Hall 2018).
    """
    cells, values = _relaxed(search)
    move, broken = _rounded(search, cells, values)
    gains = np.zeros(search.system.size)
    gains[cells] = search.gain[cells] * values
    for component in broken:
        inside = search.system.component == component
        bound = float(gains[inside].sum())
        move[inside] = 0 if bound < TINY else _persistent(search.within(component), min(enough, bound), rng)[inside]
    return move


def _persistent(search: Search, enough: float, rng: np.random.Generator) -> Ints:
    goal = np.floor(enough + TINY) if enough >= 1 else enough
    for attempt in range(TRIES):
        move, _ = glance(search.one_way(attempt / TRIES, rng))
        if search.gain @ move >= max(goal - TINY, TINY / 2):
            return move
    return _branched(search, goal)


def _relaxed(search: Search) -> tuple[Ints, Floats]:
    """The components with a gain, as cells, and the best changes of these when people may be split."""
    component = search.system.component
    cells = np.flatnonzero(np.isin(component, component[search.gain != 0]) & (search.low < search.high))
    if not cells.size:
        return cells, np.zeros(0)
    matrix = _matrix(search.system, cells)
    bounds = np.column_stack([search.low, search.high])[cells]
    found = linprog(-search.gain[cells], A_eq=matrix, b_eq=np.zeros(matrix.shape[0]), bounds=bounds)
    if found.x is None:
        raise ArithmeticError(f"the linear programme was not solved: {found.message}")
    return cells, found.x


def _rounded(search: Search, cells: Ints, values: Floats) -> tuple[Ints, list[int]]:
    """The changes rounded, and the components in which they are then no table of whole numbers that adds up."""
    system = search.system
    move = np.zeros(system.size, dtype=np.int64)
    move[cells] = np.rint(values)
    wrong = (move < search.low) | (move > search.high)
    wrong[cells] |= np.abs(values - move[cells]) > TINY
    wrong[system.cell[system.left_over(move)[system.row] != 0]] = True
    return move, [int(component) for component in np.unique(system.component[wrong])]


def _branched(search: Search, goal: float) -> Ints:
    """The same by branch and bound; any gain will do when the goal is less than one person."""
    cells = np.flatnonzero(np.isin(search.system.component, search.system.component[search.gain != 0]))
    matrix = _matrix(search.system, cells)
    found = milp(
        -search.gain[cells],
        integrality=np.ones(len(cells)),
        bounds=Bounds(search.low[cells], search.high[cells]),
        constraints=LinearConstraint(matrix, 0, 0),
        options={"mip_rel_gap": 0.0 if goal >= 1 else 1e9},
    )
    if found.x is None:
        raise ArithmeticError(f"no table of whole numbers was found: {found.message}")
    move, broken = _rounded(search, cells, found.x)
    if broken:
        raise ArithmeticError("the solver's table of whole numbers does not add up")
    return move


def _matrix(system: System, cells: Ints) -> csr_array:
    """The sums among these cells; shape (sums, cells)."""
    place = np.full(system.size, -1)
    place[cells] = np.arange(len(cells))
    used = place[system.cell] >= 0
    names, row = np.unique(system.row[used], return_inverse=True)
    entries = (row, place[system.cell[used]])
    return csr_array((system.factor[used].astype(float), entries), shape=(len(names), len(cells)))


def parts(system: System, move: Ints) -> Iterator[Ints]:
    """The cells that move, grouped so that no sum has members in two groups: each group is a move by itself."""
    moved = np.flatnonzero(move)
    if moved.size:
        used = move[system.cell] != 0
        labels = system.labels(used)[moved]
        order = np.argsort(labels, kind="stable")
        yield from np.split(moved[order], np.flatnonzero(np.diff(labels[order])) + 1)
