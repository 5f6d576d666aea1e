"""How far off a hidden count could be, and which shown counts hold it in.

A witness is another table that fits everything shown. Witnesses for many cells at once come first, since one linear
programme moves them all; bounds for a single cell are solved only where no witness was wide enough.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

import numpy as np

from sloyfe.algorithms.disclosure.equations import Component, Equations, Flags, Ints
from sloyfe.algorithms.disclosure.programmes import Optimum, Programme, Vector

PATIENCE = 6
NEAR = 3
NOTHING = 1e-6


def held_in(
    equations: Equations, component: Component, hidden: AbstractSet[int], sensitive: Flags, width: float
) -> Iterator[dict[int, float]]:
    """For each sensitive count that can move less than `width` in all: the shown cells that hold it in, as a cut.

    A cut says what hiding each shown cell could add to the width, as a part of what is lacking (Fischetti & Salazar
    2001, Manage. Sci. 47:1008).
    """
    concealed = equations.flags(hidden)
    cells, matrix = equations.part(component.rows, concealed)
    low, high = _witnessed(cells, Programme(matrix, *_box(equations, cells, width)), sensitive, width)
    whole: Programme | None = None
    for place in np.flatnonzero(sensitive[cells] & (high - low < width - NOTHING)).tolist():
        cell = int(cells[place])
        if _wide_nearby(equations, cell, hidden, concealed, width):
            continue
        if whole is None:
            around, whole = _bounded(equations, component.rows, concealed)
        column = int(np.searchsorted(around, cell))
        bounds = [whole.furthest(column, direction) for direction in (1, -1)]
        lacking = width - sum(np.inf if bound is None else bound.value for bound in bounds)
        if lacking > NOTHING:
            yield _cut(equations, around, concealed, [bound for bound in bounds if bound], lacking)


def _witnessed(cells: Ints, programme: Programme, sensitive: Flags, width: float) -> tuple[Vector, Vector]:
    """How far each cell was seen to move down and up, in tables that move many of the open ones; shapes (cells,)."""
    dice = np.random.default_rng(len(cells))  # the same dice for the same component
    low, high = np.zeros(len(cells)), np.zeros(len(cells))
    left, idle = len(cells) + 1, 0
    while idle < PATIENCE:
        still = sensitive[cells] & (high - low < width - NOTHING)
        idle = 0 if still.sum() < left else idle + 1
        left = int(still.sum())
        if not left:
            break
        up = dice.random(len(cells)) < 0.6  # up is more often free than down
        optimum = programme.best(np.where(up, 1.0, -1.0) * dice.uniform(1, 2, len(cells)) * still)
        if optimum is None:
            break
        low, high = np.minimum(low, optimum.at), np.maximum(high, optimum.at)
    return low, high


def _box(equations: Equations, cells: Ints, width: float) -> tuple[Vector, Vector]:
    """No count below 0, and no further than the width, which keeps witnesses small."""
    return -np.minimum(equations.values[cells], width).astype(float), np.full(len(cells), float(width))


def _bounded(equations: Equations, rows: Sequence[int], concealed: Flags) -> tuple[Ints, Programme]:
    """The hidden cells, free above 0, and the shown ones, which stand still but tell by their pulls who holds whom."""
    cells, matrix = equations.part(rows, concealed | equations.hideable)
    free = concealed[cells]
    low = np.where(free, -equations.values[cells].astype(float), 0.0)
    return cells, Programme(matrix, low, np.where(free, np.inf, 0.0))


def _wide_nearby(equations: Equations, cell: int, hidden: AbstractSet[int], concealed: Flags, width: float) -> bool:
    """Whether moving only the hidden cells close by gives the width already."""
    near = list(islice(equations.around(cell, hidden), NEAR))[-1]
    inner = {each for row in near for each, _coefficient in equations.rows[row] if each in hidden}
    rows = sorted({row for each in inner for row in equations.rows_of[each]})
    cells, matrix = equations.part(rows, equations.flags(inner) & concealed)
    programme = Programme(matrix, -equations.values[cells].astype(float), np.full(len(cells), np.inf))
    column, reach = int(np.searchsorted(cells, cell)), 0.0
    for direction in (1, -1):
        bound = programme.furthest(column, direction)
        reach += np.inf if bound is None else bound.value
        if reach >= width - NOTHING:
            return True
    return False


def _cut(
    equations: Equations, cells: Ints, concealed: Flags, bounds: Sequence[Optimum], lacking: float
) -> dict[int, float]:
    gains: dict[int, float] = {}
    for bound in bounds:
        for place in np.flatnonzero((np.abs(bound.pulls) > NOTHING) & ~concealed[cells]).tolist():
            cell, pull = int(cells[place]), float(bound.pulls[place])
            gain = lacking if pull < 0 else min(lacking, pull * float(equations.values[cell]))
            gains[cell] = gains.get(cell, 0.0) + gain
    return {cell: gain / lacking for cell, gain in gains.items() if gain > NOTHING}
