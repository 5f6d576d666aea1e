"""Hidden counts that are 0: they can only rise, and where the sums forbid even that they are as good as shown.

When these are set aside, every count left can move a little both ways, and only exact proportions matter.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from scipy.sparse import hstack

from sloyfe.algorithms.disclosure.equations import Component, Equations
from sloyfe.algorithms.disclosure.programmes import Programme


def stuck(equations: Equations, component: Component, known: AbstractSet[int] = frozenset()) -> set[int]:
    """The hidden zeros that cannot be anything else, to somebody who knows some hidden counts.

    As many zeros as can be are lifted to one; what can rise while the sums hold can rise by any amount.
    """
    if equations.values[list(component.cells)].all():
        return set()
    cells, matrix = equations.part(component.rows, equations.flags(set(component.cells) - known))
    zeros = np.flatnonzero(equations.values[cells] == 0)
    low = np.full(len(cells), -np.inf)
    low[zeros] = 0
    programme = Programme(
        hstack([matrix, matrix[:, zeros]]).tocsr(),
        np.concatenate([low, np.zeros(len(zeros))]),
        np.concatenate([np.full(len(cells), np.inf), np.ones(len(zeros))]),
    )
    optimum = programme.best(np.concatenate([np.zeros(len(cells)), np.ones(len(zeros))]))
    if optimum is None:
        raise ArithmeticError("a programme within bounds was found to have none")
    return {int(cell) for cell, lifted in zip(cells[zeros], optimum.at[len(cells) :], strict=True) if lifted < 0.5}


def told_besides(
    equations: Equations, component: Component, insiders: Sequence[int], before: AbstractSet[int]
) -> Iterator[tuple[int, set[int]]]:
    """Each insider whose own count makes more zeros stick than `before`, and all that stick then.

    Many insiders are asked about together first: what nobody learns from all their counts, none learns from one.
    """
    sticking = stuck(equations, component, set(insiders))
    if not insiders or sticking <= before:
        return
    if len(insiders) == 1:
        yield insiders[0], sticking
        return
    middle = len(insiders) // 2
    yield from told_besides(equations, component, insiders[:middle], before)
    yield from told_besides(equations, component, insiders[middle:], before)
