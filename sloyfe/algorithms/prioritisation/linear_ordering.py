"""The linear ordering problem, solved exactly: HiGHS with three-cycles forbidden only where they turn up.

The model is that of Grötschel, Jünger and Reinelt (1984, A cutting plane algorithm for the linear ordering problem,
Operations Research 32:1195): one variable for each pair, and for each three items the inequality that forbids going
round in a circle. Where the relaxation is whole its duals prove the order in whole numbers (`certified`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from sloyfe.algorithms.prioritisation.ballots import Floats, Ints

AT_ONCE = 400
SLACK = 1e-6
SCALE = 1 << 24


@dataclass(frozen=True)
class Ordering:
    """An order, what no order can be cheaper than, and whether whole numbers rather than the solver say so."""

    order: tuple[int, ...]
    bound: int
    certified: bool


class _Programme:
    """A variable for each pair i < j, 1 where i comes first, and the circles forbidden so far."""

    def __init__(self, gains: Floats, seconds: float) -> None:
        self.size = len(gains)
        self.first, self.second = np.triu_indices(self.size, 1)
        self.number = np.full((self.size, self.size), -1)
        self.number[self.first, self.second] = np.arange(len(self.first))
        self.rows: list[tuple[int, int, int]] = []
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its own types leave this one out
        options = {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0, "time_limit": seconds}
        for name, setting in options.items():
            self.solver.setOptionValue(name, setting)
        model = highspy.HighsLp()
        model.num_col_ = len(self.first)
        model.col_cost_ = gains[self.first, self.second]
        model.col_lower_, model.col_upper_ = np.zeros(model.num_col_), np.ones(model.num_col_)
        self.solver.passModel(model)

    def solve(self) -> Floats | None:
        """The relaxation's best as a table: how much i comes before j; None where time ran out."""
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        before = np.zeros((self.size, self.size))
        before[self.first, self.second] = np.asarray(self.solver.getSolution().col_value)
        before[self.second, self.first] = 1 - before[self.first, self.second]
        return before

    def forbid(self, circles: Ints) -> None:
        """For each i < j < k: 0 ≤ x_ij + x_jk − x_ik ≤ 1, which forbids going round either way."""
        i, j, k = circles.T
        columns = np.stack([self.number[i, j], self.number[j, k], self.number[i, k]], axis=1).astype(np.int32)
        count = len(circles)
        starts = np.arange(0, 3 * count, 3, dtype=np.int32)
        values = np.tile([1.0, 1.0, -1.0], count)
        low, high = np.zeros(count), np.ones(count)
        self.solver.addRows(count, low, high, 3 * count, starts, columns.ravel(), values)
        self.rows += [(int(a), int(b), int(c)) for a, b, c in circles]

    def whole(self) -> None:
        """From now on every pair is decided."""
        count = len(self.first)
        kinds = np.array([highspy.HighsVarType.kInteger] * count)
        self.solver.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)

    def prices(self) -> Floats:
        """What each forbidden circle costs."""
        return np.asarray(self.solver.getSolution().row_dual, dtype=float)


def cheapest_order(costs: Ints, tie_break: Ints, *, seconds: float) -> Ordering | None:
    """The order with the least sum of `costs[i, j]` over all i before j; among several, the least of `tie_break` too.

    Both are whole numbers, shape (items, items). None where `seconds` of the solver were not enough for a proof.
    """
    share = 1 / (1 + int(np.maximum(tie_break, tie_break.T).sum()))
    joint = costs + tie_break * share
    programme = _Programme(joint - joint.T, seconds)
    programme.solver.setOptionValue("mip_abs_gap", share / 2)
    before = _without_circles(programme)
    certified = before is not None and _is_whole(before)
    bound = _bound(costs, programme.rows, programme.prices()) if certified else None
    if before is not None and not certified:
        programme.whole()
        before = _without_circles(programme)
    if before is None:
        return None
    order = tuple(int(item) for item in np.argsort(-np.round(before).sum(axis=1), kind="stable"))
    cost = order_cost(costs, order)
    return Ordering(order, cost, certified=bound == cost)


def order_cost(costs: Ints, order: tuple[int, ...]) -> int:
    """The sum of `costs[i, j]` over all i before j."""
    arranged = costs[np.ix_(order, order)]
    return int(np.triu(arranged, 1).sum())


def _without_circles(programme: _Programme) -> Floats | None:
    while (before := programme.solve()) is not None:
        circles = _circles(before)
        if not len(circles):
            return before
        programme.forbid(circles)
    return None


def _circles(before: Floats) -> Ints:
    """The three-cycles i < j < k that go round most, at most `AT_ONCE` of them."""
    found = []
    for i in range(len(before) - 2):
        later = before[i + 1 :, i + 1 :]
        round_ = before[i, i + 1 :, None] + later - before[i, None, i + 1 :]
        j, k = np.nonzero(np.triu(np.maximum(round_ - 1, -round_) > SLACK, 1))
        excess = np.maximum(round_ - 1, -round_)[j, k]
        found.append(np.stack([np.full(len(j), i), j + i + 1, k + i + 1, -excess * SCALE], axis=1).astype(np.int64))
    circles = np.concatenate(found) if found else np.zeros((0, 4), dtype=np.int64)
    worst = np.argsort(circles[:, 3], kind="stable")[:AT_ONCE]
    return np.asarray(circles[worst, :3])


def _is_whole(before: Floats) -> bool:
    return bool(np.all(np.abs(before - np.round(before)) < SLACK))


def _bound(costs: Ints, circles: Sequence[tuple[int, int, int]], prices: Floats) -> int:
    """What no order can be cheaper than: Lagrange's bound of the prices, in whole numbers of 2^-24.

    Any prices give a bound, so rounding them loses nothing but sharpness. A price above 0 is for the lower side of
    0 ≤ x_ij + x_jk − x_ik ≤ 1, one below for the upper.
    """
    gains = (costs - costs.T).astype(object) * SCALE
    pairs = np.triu_indices(len(costs), 1)
    total = int(costs.T[pairs].sum()) * SCALE
    for (i, j, k), price in zip(circles, prices, strict=True):
        exact = round(price * SCALE)
        gains[i, j] -= exact
        gains[j, k] -= exact
        gains[i, k] += exact
        total += min(exact, 0)
    total += sum(min(0, int(gain)) for gain in gains[pairs])
    return -(-total // SCALE)
