"""How a hidden count would be derived: the combination of sums that needs the fewest shown counts."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from sloyfe.algorithms.disclosure.equations import Equations

STEPS = (1, 2, 3, 4, 6, 9, 14, 20, None)
NOTHING = 1e-6


def derivation(
    equations: Equations, cell: int, hidden: AbstractSet[int], *, known: AbstractSet[int] = frozenset()
) -> frozenset[int]:
    """The shown cells that together give `cell` away; an insider may know some hidden counts besides.

    Looks near the cell first. Empty where the sums give it away without any shown count, as when an owner has one unit.
    """
    still_hidden = hidden - known
    before: set[int] = set()
    for steps in STEPS:
        _cells, rows = equations.spread([cell], still_hidden, steps=steps)
        if rows == before:
            continue
        before = rows
        found = _sparsest(equations, cell, sorted(rows), still_hidden, known)
        if found is not None:
            return found
    raise ValueError("This count cannot be derived.")


def _sparsest(
    equations: Equations, cell: int, rows: Sequence[int], hidden: AbstractSet[int], known: Collection[int]
) -> frozenset[int] | None:
    """Multipliers of the rows that leave only `cell` of the hidden ones, with the least weight on the shown ones.

    The L1 norm stands in for the number of shown cells (Chen, Donoho & Saunders 1998, SIAM J. Sci. Comput. 20:33).
    """
    met = {number for row in rows for number, _coefficient in equations.rows[row]}
    unknown = sorted(met & hidden)
    shown = sorted((met & equations.hideable) - hidden - set(known))
    line = {number: place for place, number in enumerate((*unknown, *shown))}
    entries = [
        (line[number], column, coefficient)
        for column, row in enumerate(rows)
        for number, coefficient in equations.rows[row]
        if number in line
    ]
    above, size = len(rows), len(shown)
    for place in range(size):  # what is left of a shown count, split into what is over and what is under
        entries += [(len(unknown) + place, above + place, -1), (len(unknown) + place, above + size + place, 1)]
    lines, columns, coefficients = np.array(entries, dtype=float).T
    wanted = np.zeros(len(line))
    wanted[line[cell]] = 1
    result = linprog(
        np.concatenate([np.zeros(above), np.ones(2 * size)]),
        A_eq=csr_matrix((coefficients, (lines.astype(int), columns.astype(int))), (len(line), above + 2 * size)),
        b_eq=wanted,
        bounds=[(None, None)] * above + [(0, None)] * (2 * size),
        method="highs",
    )
    if result.x is None:
        return None
    left = result.x[above : above + size] + result.x[above + size :]
    return frozenset(number for number, much in zip(shown, left, strict=True) if much > NOTHING)
