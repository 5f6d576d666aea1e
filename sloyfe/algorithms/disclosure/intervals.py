"""How far off a hidden count could be, and which shown counts hold it in.

A witness is another table that fits everything shown. Witnesses for many cells at once come first, since one linear
programme moves them all; bounds for a single cell are solved only where no witness was wide enough.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import hstack

from sloyfe.algorithms.disclosure.equations import Component, Equations

Vector = NDArray[np.float64]
Columns = NDArray[np.int64]
ROUNDS = 12
NEAR = 3
NOTHING = 1e-6
STEP_PRICE = 0.01  # keeps witnesses small, so that few cells move when one is asked for
FAR = 50.0


@dataclass(frozen=True)
class Bound:
    """How far a count can move one way, and the price of each equation there (None where it moves freely)."""

    reach: float
    prices: Vector | None


class Block:
    """One component with its matrix: equations × hidden cells."""

    def __init__(self, equations: Equations, cells: Sequence[int], rows: Sequence[int]) -> None:
        self.cells, self.rows = list(cells), list(rows)
        self.column = {cell: column for column, cell in enumerate(self.cells)}
        self.matrix = equations.matrix(self.cells, self.rows)
        self.counts: Vector = equations.values[self.cells].astype(float)

    def witness(self, up: Columns, down: Columns, width: float) -> Vector | None:
        """A deviation that moves as many of these columns as far as it can, up to `width`, and little else."""
        size = len(self.cells)
        price_up, price_down = np.full(size, STEP_PRICE), np.full(size, STEP_PRICE)
        price_up[up], price_down[down] = -1, -1
        most_up, most_down = np.full(size, FAR), self.counts.copy()
        most_up[up] = width
        most_down[down] = np.minimum(most_down[down], width)
        bounds = np.column_stack([np.zeros(2 * size), np.concatenate([most_up, most_down])])
        both = hstack([self.matrix, -self.matrix]).tocsr()
        prices = np.concatenate([price_up, price_down])
        result = linprog(prices, A_eq=both, b_eq=np.zeros(len(self.rows)), bounds=bounds, method="highs")
        return None if result.x is None else result.x[:size] - result.x[size:]

    def bound(self, column: int, direction: int) -> Bound:
        """The furthest a count can move up (1) or down (−1) while no count falls below 0."""
        aim = np.zeros(len(self.cells))
        aim[column] = -direction
        bounds = np.column_stack([-self.counts, np.full(len(self.cells), np.inf)])
        result = linprog(aim, A_eq=self.matrix, b_eq=np.zeros(len(self.rows)), bounds=bounds, method="highs")
        unbounded = 3
        if result.status == unbounded:
            return Bound(np.inf, None)
        return Bound(-result.fun, result.eqlin.marginals)


def held_in(
    equations: Equations, component: Component, hidden: AbstractSet[int], sensitive: AbstractSet[int], width: float
) -> list[dict[int, float]]:
    """For each sensitive count that can move less than `width` in all: the shown cells that hold it in, as a cut."""
    block = Block(equations, component.cells, component.rows)
    asked = np.array([block.column[cell] for cell in component.cells if cell in sensitive], dtype=int)
    found = []
    for column in _without_witness(block, asked, width):
        cell = block.cells[column]
        if _wide_nearby(equations, cell, hidden, width):
            continue
        up, down = block.bound(column, 1), block.bound(column, -1)
        lacking = width - up.reach - down.reach
        if lacking > NOTHING:
            found.append(_cut(equations, block, hidden, (up, down), lacking))
    return found


def _without_witness(block: Block, asked: Columns, width: float) -> Columns:
    """The asked columns for which a dozen witnesses together do not span the width."""
    dice = np.random.default_rng(len(block.cells))  # the same dice for the same block
    low, high = np.zeros(len(block.cells)), np.zeros(len(block.cells))
    left = asked
    for _round in range(ROUNDS):
        if not len(left):
            break
        ways = dice.random(len(left)) < 0.6  # up is more often free than down
        moved = block.witness(left[ways], left[~ways], width)
        if moved is None:
            break
        low, high = np.minimum(low, moved), np.maximum(high, moved)
        before, left = len(left), left[(high - low)[left] < width - NOTHING]
        if len(left) > 0.9 * before:  # the next rounds would cost more than asking one by one
            break
    return left


def _wide_nearby(equations: Equations, cell: int, hidden: AbstractSet[int], width: float) -> bool:
    """Whether moving only the hidden cells close by gives the width already."""
    cells, _rows = equations.spread([cell], hidden, steps=NEAR)
    rows = sorted({row for each in cells for row in equations.rows_of[each]})
    near = Block(equations, sorted(cells), rows)
    column = near.column[cell]
    reach = near.bound(column, 1).reach
    return reach >= width or reach + near.bound(column, -1).reach >= width - NOTHING


def _cut(
    equations: Equations, block: Block, hidden: AbstractSet[int], bounds: Sequence[Bound], lacking: float
) -> dict[int, float]:
    """What hiding each shown cell could add to the width, as a part of what is lacking (Fischetti & Salazar 2001)."""
    gains: dict[int, float] = {}
    for bound in bounds:
        if bound.prices is None:
            continue
        pulls: dict[int, float] = {}
        for price, row in zip(bound.prices, block.rows, strict=True):
            if abs(price) > NOTHING:
                for cell, coefficient in equations.rows[row]:
                    if cell in equations.hideable and cell not in hidden:
                        pulls[cell] = pulls.get(cell, 0.0) + price * coefficient
        for cell, pull in pulls.items():
            if abs(pull) > NOTHING:
                gain = lacking if pull > 0 else min(lacking, -pull * float(equations.values[cell]))
                gains[cell] = gains.get(cell, 0.0) + gain
    return {cell: gain / lacking for cell, gain in gains.items() if gain > NOTHING}
