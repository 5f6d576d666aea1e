"""Moves of one cell and the few around it: small programmes, whose optimum is mostly in whole numbers."""

from collections.abc import Iterator

import numpy as np

from sloyfe.algorithms.disclosure_audit.moves import Search, branched, look
from sloyfe.algorithms.disclosure_audit.system import Flags, Ints, System

STEPS = (1, 2, 3, 5)
FEW = 250
MANY = 600
MOST = 3


def nearby(system: System, cell: int, held: Flags | None = None) -> Iterator[Ints]:
    """Moves of the cell, up and down, in which only cells so many sums away move, and not the held ones."""
    around = np.zeros(system.size, dtype=np.bool_)
    around[cell] = True
    for steps in range(1, max(STEPS) + 1):
        sums = np.zeros(len(system.bare), dtype=np.bool_)
        sums[system.row[around[system.cell]]] = True
        around[system.cell[sums[system.row]]] = True
        if around.sum() > MANY:
            return
        if steps in STEPS:
            for direction in (1, -1):
                gain = np.zeros(system.size)
                gain[cell] = direction
                search = Search.of(system, gain, MOST, ~around if held is None else ~around | held)
                sight = look(search)
                if sight.move[cell]:
                    yield sight.move
                if sight.broken and around.sum() < FEW:
                    yield branched(search, MOST)[0]
