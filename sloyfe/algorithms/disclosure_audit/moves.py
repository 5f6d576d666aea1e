"""Moves: changes of the hidden counts that no shown number betrays. Each one returned is checked in whole numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from sloyfe.algorithms.disclosure_audit.solver import greatest, greatest_whole
from sloyfe.algorithms.disclosure_audit.system import Flags, Floats, Ints, System

FAR = 1_000
MOST = 50  # that a count may rise where the nearest table is looked for
TINY = 1e-6
TRIES = 12
LARGE = 1_500  # cells of a component in which a search for whole numbers would take minutes
WHOLE = (1, 2, 3, 4, 5, 6)


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

    def one_way(self, share: float, rng: np.random.Generator, cost: float = 0.0) -> "Search":
        """The same, where each cell but a share of them may move one way only: along its gain, or a way drawn.

        Such a programme is solved in a fraction of the time, moves few cells, and mostly in whole numbers. With a
        `cost` in people for each cell without a gain that moves, those that move lie close together.
        """
        system = self.system
        up = np.where(self.gain == 0, rng.random(system.size) < 0.5, self.gain > 0)
        both = rng.random(system.size) < share
        costs = np.where(
            (self.gain == 0) & ~both & np.isin(system.component, system.component[self.gain != 0]), cost, 0
        )
        gain = self.gain - np.where(up, costs, -costs)
        return Search(system, gain, np.where(up & ~both, 0, self.low), np.where(up | both, self.high, 0))

    def within(self, component: int) -> "Search":
        """The same in one component."""
        return Search(self.system, np.where(self.system.component == component, self.gain, 0.0), self.low, self.high)


@dataclass(frozen=True)
class Sight:
    """What one linear programme shows, all in people per cell, shape (cells,).

    `optimum` is the best that could be if people could be split. `move` is that in whole numbers, or a multiple of
    it; it keeps all sums but may take counts below 0, as `times` tells. `broken` are the components in which the
    optimum is not in whole numbers.
    """

    move: Ints
    optimum: Floats
    broken: tuple[int, ...]


def look(search: Search) -> Sight:
    """The programme solved over the components with a gain. Raises ArithmeticError when the solver gives up."""
    system = search.system
    cells = np.flatnonzero(np.isin(system.component, system.component[search.gain != 0]) & (search.low < search.high))
    optimum = np.zeros(system.size)
    if not cells.size:
        return Sight(np.zeros(system.size, dtype=np.int64), optimum, ())
    optimum[cells] = greatest(search.gain[cells], sums_among(system, cells), search.low[cells], search.high[cells])
    move, left, broken = np.zeros(system.size, dtype=np.int64), cells, ()
    for factor in WHOLE:
        scaled = np.rint(optimum * factor).astype(np.int64)
        wrong = np.abs(optimum * factor - scaled) > TINY
        wrong[system.cell[system.left_over(scaled)[system.row] != 0]] = True
        crooked = np.isin(system.component[left], system.component[wrong])
        move[left[~crooked]] = scaled[left[~crooked]]
        left = left[crooked]
        if factor == 1:
            broken = tuple(np.unique(system.component[left]).tolist())
        if not left.size:
            break
    return Sight(move, optimum, broken)


def times(system: System, move: Ints) -> tuple[Ints, Ints]:
    """How often each part of a move, and its opposite, can be made before a count falls below 0; shapes (cells,).

    A move falls into parts that share no sum; each part is a move by itself. 0 where nothing moves.
    """
    forth, back = np.zeros_like(move), np.zeros_like(move)
    moved = np.flatnonzero(move)
    if moved.size:
        _names, part = np.unique(system.labels(move[system.cell] != 0)[moved], return_inverse=True)
        room, change = system.truth[moved], move[moved]
        for found, falling in ((forth, -change), (back, change)):
            least = np.full(int(part.max()) + 1, FAR)
            np.minimum.at(least, part, np.where(falling > 0, room // np.maximum(falling, 1), FAR))
            found[moved] = least[part]
    return forth, back


def improving(search: Search, enough: float, rng: np.random.Generator) -> tuple[list[Ints], set[int]]:
    """Moves that in each component gain `enough`, or else as much as any table of whole numbers allows.

    Where the linear programme gains nothing, nothing can: that is a proof. Where its optimum is not in whole
    numbers, cheap searches come first and branch and bound last; the components in which that was not finished, or
    that are too large to begin, are undecided, and the second thing returned. Solver: HiGHS (Huangfu and Hall 2018).
    """
    sight = look(search)
    moves, undecided = [sight.move], set()
    gains = search.gain * sight.optimum
    for component in sight.broken:
        inside = search.system.component == component
        bound = float(gains[inside].sum())
        if bound >= TINY and inside.sum() > LARGE:
            undecided.add(component)
        elif bound >= TINY:
            more, decided = _persistent(search.within(component), sight.move, min(enough, bound), rng)
            moves += more
            undecided |= set() if decided else {component}
    return moves, undecided


def _persistent(search: Search, first: Ints, enough: float, rng: np.random.Generator) -> tuple[list[Ints], bool]:
    goal = np.floor(enough + TINY) if enough >= 1 else enough
    moves = [first]
    while _gained(search, moves[-1]) < max(goal - TINY, TINY / 2):
        if len(moves) > TRIES:
            found, decided = branched(search, goal)
            return [*moves, found], decided
        moves.append(look(search.one_way(len(moves) / TRIES, rng)).move)
    return moves, True


def _gained(search: Search, move: Ints) -> float:
    """What the parts of a move gain, each made as often as it can be, forth or back."""
    forth, back = times(search.system, move)
    gain = search.gain * move
    return float(max((gain * forth).sum(), (-gain * back).sum()))


def branched(search: Search, goal: float) -> tuple[Ints, bool]:
    """The same by branch and bound, and whether it came to an end; any gain will do when less than one is asked."""
    system = search.system
    cells = np.flatnonzero(np.isin(system.component, system.component[search.gain != 0]) & (search.low < search.high))
    found, proved = greatest_whole(
        search.gain[cells], sums_among(system, cells), search.low[cells], search.high[cells], best=goal >= 1
    )
    move = np.zeros(system.size, dtype=np.int64)
    if found is None:
        return move, False
    move[cells] = found
    if system.left_over(move).any() or (move < search.low).any() or (move > search.high).any():
        return np.zeros_like(move), False
    return move, bool(proved or search.gain @ move >= goal - TINY)


def sums_among(system: System, cells: Ints) -> csr_array:
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
