"""How a hidden count would be derived: the combination of sums that needs the fewest shown counts."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from scipy.optimize import linprog

from sloyfe.algorithms.disclosure.equations import Equations

STEPS = (1, 2, 3, 4, 6, 9, 14, 20, None)
NOTHING = 1e-6


def derivation(
    equations: Equations, cell: int, hidden: AbstractSet[int], *, known: AbstractSet[int] = frozenset()
) -> frozenset[int]:
    """The shown cells that together give `cell` away; an insider may know some hidden counts besides.

    Looks near the cell first. Empty where the sums give it away without any shown count, as when an owner has one unit.
    Raises ValueError where the count cannot be derived.
    """
    still_hidden = hidden - known
    before: set[int] = set()
    for steps in STEPS:
        _cells, rows = equations.spread([cell], still_hidden, steps=steps)
        if rows == before:
            continue
        before = rows
        found = _sparsest(equations, cell, sorted(rows), still_hidden, equations.hideable - hidden)
        if found is not None:
            return found
    raise ValueError("This count cannot be derived.")


def _sparsest(
    equations: Equations, cell: int, rows: Sequence[int], hidden: AbstractSet[int], shown: AbstractSet[int]
) -> frozenset[int] | None:
    """The shown cells in the multipliers of the rows that leave only `cell`, with the least weight on shown ones.

    The L1 norm stands in for the number of shown cells (Chen, Donoho & Saunders 1998, SIAM J. Sci. Comput. 20:33). It
    is asked from the other side: how far could the count move if every shown one could move by one? A hidden zero can
    only move up, so that a count may be held from above and from below by different combinations.
    """
    cells = sorted({number for row in rows for number, _coefficient in equations.rows[row]})
    matrix = equations.matrix(cells, rows)
    high = np.array([number in shown for number in cells], dtype=float)
    low = -high
    zeros = False
    for place, number in enumerate(cells):
        if number in hidden:
            high[place] = np.inf
            low[place] = -np.inf if equations.values[number] else 0
            zeros |= not equations.values[number]
    found: set[int] = set()
    for direction in (1, -1) if zeros else (1,):
        aim = np.zeros(len(cells))
        aim[cells.index(cell)] = -direction
        result = linprog(aim, A_eq=matrix, b_eq=np.zeros(len(rows)), bounds=np.column_stack([low, high]))
        if result.x is None:
            return None
        pulls = np.abs(result.lower.marginals + result.upper.marginals)
        found |= shown & {cells[place] for place in np.flatnonzero(pulls > NOTHING)}
    return frozenset(found)
