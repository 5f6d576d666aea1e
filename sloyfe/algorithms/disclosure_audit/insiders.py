"""What a person who is the only one in a hidden count can tell beyond what every reader can."""

from collections.abc import Hashable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from sloyfe.algorithms.disclosure_audit.moves import FAR, TINY, Search, improving, look, parts, times
from sloyfe.algorithms.disclosure_audit.nearest import Nearest
from sloyfe.algorithms.disclosure_audit.system import Flags, Ints, System

SWEEPS = 240
PATIENCE = 24
COST = 0.1
SHARES = (0.0, 0.1, 0.3)
HELD = (0.0, 0.03, 0.1, 0.3, 0.5)
NEAR = 3


@dataclass
class Circle:
    """One component: which insider (row) may still know which sensitive count (column); shape (insiders, counts)."""

    insiders: Ints
    sensitive: Ints
    open: Flags


class Insiders:
    """Which insider may still know which sensitive count."""

    def __init__(self, system: System, alike: AbstractSet[tuple[Hashable, Hashable]]) -> None:
        """Suspect each pair in the same component, but for pairs of keys that are the same people anyway."""
        self.system = system
        self._place = np.full(system.size, -1)  # of each cell in its circle, among insiders and among sensitive
        self._among = np.full(system.size, -1)
        self._circles: dict[int, Circle] = {}
        for component in np.unique(system.component[system.singleton]).tolist():
            inside = system.component == component
            insiders, sensitive = np.flatnonzero(inside & system.singleton), np.flatnonzero(inside & system.sensitive)
            self._place[insiders], self._among[sensitive] = np.arange(len(insiders)), np.arange(len(sensitive))
            self._circles[component] = Circle(insiders, sensitive, insiders[:, None] != sensitive[None, :])
        number = {key: cell for cell, key in enumerate(system.keys)}
        for one, other in alike:
            if one in number and other in number:
                circle = self._circles[int(system.component[number[one]])]
                circle.open[self._place[number[one]], self._among[number[other]]] = False

    def meet(self, move: Ints) -> None:
        """Clear each pair in which the insider's own count stays while the other moves, part by part."""
        forth, back = times(self.system, move)
        for cells in parts(self.system, np.where(forth + back > 0, move, 0)):
            circle = self._circles.get(int(self.system.component[cells[0]]))
            if circle is not None and circle.open.any():
                rows, columns = self._place[cells], self._among[cells]
                columns = columns[columns >= 0]
                stays = np.ones(len(circle.insiders), dtype=np.bool_)
                stays[rows[rows >= 0]] = False
                circle.open[np.ix_(stays, columns)] = False

    def pairs(self) -> int:
        """How many pairs are open."""
        return sum(int(circle.open.sum()) for circle in self._circles.values())

    def suspected(self, insider: int, cell: int) -> bool:
        """Whether this pair is open."""
        circle = self._circles[int(self.system.component[insider])]
        return bool(circle.open[self._place[insider], self._among[cell]])

    def suspects(self) -> Ints:
        """The cells of insiders with an open pair."""
        found = [circle.insiders[circle.open.any(axis=1)] for circle in self._circles.values()]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)

    def targets(self, held: Flags) -> Ints:
        """The sensitive cells that one of the insiders held may still know."""
        found = [circle.sensitive[circle.open[held[circle.insiders]].any(axis=0)] for circle in self._circles.values()]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)

    def convict(self, insider: int) -> Iterator[tuple[int, int]]:
        """Report and close each open pair of this insider."""
        circle = self._circles[int(self.system.component[insider])]
        row = circle.open[self._place[insider]]
        yield from ((insider, int(cell)) for cell in circle.sensitive[row])
        row[:] = False


def sweep(known: Insiders, rng: np.random.Generator) -> None:
    """Clear most pairs cheaply: moves of few cells, with some of the suspects held still."""
    system = known.system
    left, idle = system.size**2, 0
    for turn in range(SWEEPS):
        suspects = known.suspects()
        idle = 0 if known.pairs() < left else idle + 1
        left = known.pairs()
        if not left or idle >= PATIENCE:
            return
        held = np.zeros(system.size, dtype=np.bool_)
        held[suspects[rng.random(len(suspects)) < HELD[turn % len(HELD)]]] = True
        near = turn % 2 == 1
        weight = np.where(np.isin(system.component, system.component[suspects]), 0.0 if near else 0.1, 0.0)
        weight[known.targets(held if held.any() else system.singleton)] += 1
        gain = rng.choice((-1.0, 1.0), system.size) * rng.uniform(1, 2, system.size) * weight
        search = Search.of(system, gain, NEAR, held).one_way(SHARES[turn % len(SHARES)], rng, COST * near)
        known.meet(look(search).move)


def reach(known: Insiders) -> None:
    """Clear pairs by the nearest tables in which the insider's own count stays and the one in question does not."""
    system = known.system
    nearest = Nearest(system)
    for insider in known.suspects().tolist():
        held = np.zeros(system.size, dtype=np.bool_)
        held[insider] = True
        for cell in known.targets(held).tolist():
            for change in (1, -1) if known.suspected(insider, cell) else ():
                move = nearest.move(cell, change, held)
                if move is not None:
                    known.meet(move)
                if not known.suspected(insider, cell):
                    break


def settle(known: Insiders, rng: np.random.Generator) -> Iterator[tuple[int, int, bool]]:
    """The pairs (insider's cell, cell) where the insider can tell the count, and whether that is decided.

    One insider per component at a time: the insider's open counts are pushed up and down together with weights drawn
    at random, while the insider's own count stays: if none of them moves, each is known.
    """
    system = known.system
    while (suspects := known.suspects()).size:
        _, first = np.unique(system.component[suspects], return_index=True)
        held, gain = np.zeros(system.size, dtype=np.bool_), np.zeros(system.size)
        held[suspects[first]] = True
        cells = known.targets(held)
        gain[cells] = rng.uniform(1, 2, len(cells))
        doubted: set[int] = set()
        for sign in (1, -1):
            moves, undecided = improving(Search.of(system, sign * gain, FAR, held), TINY, rng)
            doubted |= undecided
            for move in moves:
                known.meet(move)
        fewer = known.targets(held)
        loose = set(system.component[np.setdiff1d(cells, fewer)].tolist())
        for insider in suspects[first]:
            component = int(system.component[insider])
            if component not in loose:
                yield from ((one, cell, component not in doubted) for one, cell in known.convict(int(insider)))
