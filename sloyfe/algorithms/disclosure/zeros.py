"""Hidden counts that are 0: they can only rise, and where the sums forbid even that they are as good as shown.

When these are set aside, every count left can move a little both ways, and only exact proportions matter.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import hstack

from sloyfe.algorithms.disclosure.equations import Equations

NOTHING = 1e-6


def stuck(equations: Equations, hidden: AbstractSet[int], known: AbstractSet[int] = frozenset()) -> set[int]:
    """The hidden zeros that cannot be anything else, to somebody who knows some hidden counts."""
    still_hidden = hidden - known
    zeros = {cell for cell in still_hidden if not equations.values[cell]}
    found: set[int] = set()
    while zeros:
        cells, rows = equations.spread([min(zeros)], still_hidden, steps=None)
        found |= _stuck(equations, sorted(cells), sorted(rows))
        zeros -= cells
    return found


def told_besides(
    equations: Equations, hidden: AbstractSet[int], insiders: AbstractSet[int], before: AbstractSet[int]
) -> Iterator[tuple[int, set[int]]]:
    """Each insider whose own count makes more zeros stick than `before`, and all that stick then.

    Many insiders are asked about together first: what nobody learns from all their counts, none learns from one.
    """
    zeros = {cell for cell in hidden if not equations.values[cell]} - before
    if not zeros:
        return
    for component in equations.components(hidden - before):
        inside = set(component.cells)
        if zeros & inside:
            yield from _halved(equations, inside, sorted(insiders & inside), before)


def _halved(
    equations: Equations, hidden: AbstractSet[int], insiders: Sequence[int], before: AbstractSet[int]
) -> Iterator[tuple[int, set[int]]]:
    if not insiders:
        return
    sticking = stuck(equations, hidden, set(insiders))
    if not sticking:
        return
    if len(insiders) == 1:
        yield insiders[0], sticking | set(before)
        return
    middle = len(insiders) // 2
    yield from _halved(equations, hidden, insiders[:middle], before)
    yield from _halved(equations, hidden, insiders[middle:], before)


def _stuck(equations: Equations, cells: Sequence[int], rows: Sequence[int]) -> set[int]:
    """As many zeros as can be are lifted to one; what can rise with the sums kept can rise by any amount."""
    matrix = equations.matrix(cells, rows)
    zeros = np.flatnonzero(equations.values[list(cells)] == 0)
    low = np.full(len(cells), -np.inf)
    low[zeros] = 0
    bounds = np.vstack([np.column_stack([low, np.full(len(cells), np.inf)]), np.tile([0.0, 1.0], (len(zeros), 1))])
    aim = np.concatenate([np.zeros(len(cells)), -np.ones(len(zeros))])
    result = linprog(aim, A_eq=hstack([matrix, matrix[:, zeros]]), b_eq=np.zeros(len(rows)), bounds=bounds)
    if result.x is None:
        raise ArithmeticError(f"the linear programme was not solved: {result.message}")
    return {
        cells[int(zero)] for zero, lifted in zip(zeros, result.x[len(cells) :], strict=True) if lifted < 1 - NOTHING
    }
