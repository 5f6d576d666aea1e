"""What a person who is the only one in a hidden count can tell beyond what every reader can."""

from collections.abc import Hashable, Iterator
from collections.abc import Set as AbstractSet

import numpy as np

from sloyfe.algorithms.disclosure_audit.moves import FAR, TINY, Search, glance, improving, parts
from sloyfe.algorithms.disclosure_audit.system import Flags, Ints, System

SWEEPS = 80
SHARES = (0.0, 0.1, 0.3)
HELD = (0.0, 0.03, 0.1, 0.3)
NEAR = 3


class Insiders:
    """Which insider may still know which sensitive count: `open[i, j]` for `insiders[i]` and `sensitive[j]`."""

    def __init__(self, system: System, alike: AbstractSet[tuple[Hashable, Hashable]]) -> None:
        """Suspect each pair in the same component, but for pairs of keys that are the same people anyway."""
        self.system = system
        self.insiders = np.flatnonzero(system.singleton)
        self.sensitive = np.flatnonzero(system.sensitive)
        same = system.component[self.insiders][:, None] == system.component[self.sensitive][None, :]
        self.open: Flags = same & (self.insiders[:, None] != self.sensitive[None, :])
        self._row = np.full(system.size, -1)
        self._row[self.insiders] = np.arange(len(self.insiders))
        self._column = np.full(system.size, -1)
        self._column[self.sensitive] = np.arange(len(self.sensitive))
        number = {key: cell for cell, key in enumerate(system.keys)}
        for one, other in alike:
            if one in number and other in number:
                self.open[self._row[number[one]], self._column[number[other]]] = False

    def meet(self, move: Ints) -> None:
        """Clear each pair in which the insider's own count stays while the other moves.

        A move falls into parts that share no sum; each part is a move by itself.
        """
        for cells in parts(self.system, move):
            rows = self._row[cells]
            rows = rows[rows >= 0]
            columns = self._column[cells]
            columns = columns[columns >= 0]
            unsaid = self.open[np.ix_(rows, columns)]
            self.open[:, columns] = False
            self.open[np.ix_(rows, columns)] = unsaid

    def suspects(self) -> Ints:
        """The cells of insiders with an open pair."""
        return self.insiders[self.open.any(axis=1)]

    def targets(self, held: Flags) -> Ints:
        """The sensitive cells that one of the insiders held may still know."""
        return self.sensitive[self.open[held[self.insiders]].any(axis=0)]

    def convict(self, insider: int) -> Iterator[tuple[int, int]]:
        """Report and close each open pair of this insider."""
        row = self.open[self._row[insider]]
        yield from ((insider, int(cell)) for cell in self.sensitive[row])
        row[:] = False


def sweep(known: Insiders, rng: np.random.Generator) -> None:
    """Clear most pairs cheaply: moves of few cells, with some of the suspects held still."""
    system = known.system
    for turn in range(SWEEPS):
        suspects = known.suspects()
        if not suspects.size:
            return
        held = np.zeros(system.size, dtype=np.bool_)
        held[suspects[rng.random(len(suspects)) < HELD[turn % len(HELD)]]] = True
        weight = np.full(system.size, 0.1)
        weight[known.targets(held if held.any() else system.singleton)] += 1
        gain = rng.choice((-1.0, 1.0), system.size) * rng.uniform(1, 2, system.size) * weight
        known.meet(glance(Search.of(system, gain, NEAR, held).one_way(SHARES[turn % len(SHARES)], rng))[0])


def settle(known: Insiders, rng: np.random.Generator) -> Iterator[tuple[int, int]]:
    """The pairs (insider's cell, cell) where the insider can tell the count; one insider per component at a time.

    The open counts of an insider are pushed up and down together with weights drawn at random, while the insider's
    own count stays: if none of them moves, each is known.
    """
    system = known.system
    while (suspects := known.suspects()).size:
        _, first = np.unique(system.component[suspects], return_index=True)
        held, gain = np.zeros(system.size, dtype=np.bool_), np.zeros(system.size)
        held[suspects[first]] = True
        cells = known.targets(held)
        gain[cells] = rng.uniform(1, 2, len(cells))
        moves = [improving(Search.of(system, sign * gain, FAR, held), TINY, rng) for sign in (1, -1)]
        for move in moves:
            known.meet(move)
        loose = set(system.component[cells[np.any([move[cells] for move in moves], axis=0)]].tolist())
        for insider in suspects[first]:
            if int(system.component[insider]) not in loose:
                yield from known.convict(int(insider))
