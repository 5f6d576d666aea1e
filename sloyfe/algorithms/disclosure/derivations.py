"""How a hidden count would be derived: the combination of sums that needs the fewest shown counts."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from sloyfe.algorithms.disclosure.equations import Equations
from sloyfe.algorithms.disclosure.programmes import Programme

STEPS = frozenset({1, 2, 3, 4, 6, 9, 14, 20})
NOTHING = 1e-6


def derivation(
    equations: Equations,
    cell: int,
    hidden: AbstractSet[int],
    *,
    known: AbstractSet[int] = frozenset(),
    near: AbstractSet[int] = frozenset(),
) -> frozenset[int]:
    """The shown cells that together give `cell` away; an insider may know some hidden counts besides.

    Equations that are likely to be enough (`near`) are tried first, then those around the cell, further and further.
    Empty where the sums give it away without any shown count, as when an owner has one unit. Raises ValueError where
    the count cannot be derived.
    """
    still_hidden = hidden - known
    alone = [row for row in equations.rows_of[cell] if _only(equations, row, cell, still_hidden)]
    if alone:
        found = [_shown(equations, row, hidden) for row in alone]
        return min(found, key=lambda cells: (len(cells), sorted(cells)))
    for rows in _wider(equations, cell, still_hidden, near):
        combined = _sparsest(equations, cell, rows, still_hidden, known)
        if combined is not None:
            return combined
    raise ValueError("This count cannot be derived.")


def _wider(
    equations: Equations, cell: int, hidden: AbstractSet[int], near: AbstractSet[int]
) -> Iterator[Sequence[int]]:
    if near:
        yield sorted(near)
    rows, asked = set[int](), 0
    for steps, rows in enumerate(equations.around(cell, hidden), 1):
        if steps in STEPS:
            asked = len(rows)
            yield sorted(rows)
    if len(rows) > asked:
        yield sorted(rows)


def _only(equations: Equations, row: int, cell: int, hidden: AbstractSet[int]) -> bool:
    return all(each == cell or each not in hidden for each, _coefficient in equations.rows[row])


def _shown(equations: Equations, row: int, hidden: AbstractSet[int]) -> frozenset[int]:
    cells = {each for each, _coefficient in equations.rows[row] if each not in hidden}
    return frozenset(each for each in cells if equations.hideable[each])


def _sparsest(
    equations: Equations, cell: int, rows: Sequence[int], hidden: AbstractSet[int], known: AbstractSet[int]
) -> frozenset[int] | None:
    """The shown cells in the multipliers of the rows that leave only `cell`, with the least weight on shown ones.

    The L1 norm stands in for the number of shown cells (Chen, Donoho & Saunders 1998, SIAM J. Sci. Comput. 20:33). It
    is asked from the other side: how far could the count move if every shown one could move by one? A hidden zero can
    only move up, so that a count may be held from above and from below by different combinations.
    """
    shown = equations.hideable.copy()
    shown[list(known)] = False
    concealed = equations.flags(hidden)
    cells, matrix = equations.part(rows, shown | concealed)
    free, zero = concealed[cells], equations.values[cells] == 0
    high = np.where(free, np.inf, 1.0)
    programme = Programme(matrix, np.where(free & zero, 0.0, -high), high)
    found: set[int] = set()
    for direction in (1, -1) if (free & zero).any() else (1,):
        optimum = programme.furthest(int(np.searchsorted(cells, cell)), direction)
        if optimum is None:
            return None
        found.update(cells[(np.abs(optimum.pulls) > NOTHING) & ~free].tolist())
    return frozenset(found)
