"""How far the counts could be from each other and still fit: linear programmes of our own, over everything told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, linprog, milp
from scipy.sparse import csr_array, eye_array, hstack, vstack

from attack.attacker.facts import FAR, Facts, Vector, Weights

NARROW = 3.0
CLOSE = 1e-6
PATIENCE = 3
LIMIT = 10.0


class DoesNotFitError(ArithmeticError):
    """No counts fit: something that was assumed is false."""


@dataclass
class Reach:
    """The facts as matrices, and every table that has been seen to fit."""

    facts: Facts
    seen: list[Vector] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Build the matrices once."""
        self.equal = self.facts.rows([weights for weights, _ in self.facts.exact])
        self.is_ = np.array([value for _, value in self.facts.exact])
        self.below = self.facts.rows([weights for weights, _ in self.facts.most])
        self.most = np.array([value for _, value in self.facts.most])

    def furthest(self, price: Vector) -> Vector:
        """The table that fits with the lowest price; shape (unknowns,)."""
        found = linprog(
            price,
            A_ub=self.below if self.below.shape[0] else None,
            b_ub=self.most if self.below.shape[0] else None,
            A_eq=self.equal if self.equal.shape[0] else None,
            b_eq=self.is_ if self.equal.shape[0] else None,
            bounds=(0, FAR),
            method="highs",
        )
        if not found.success:
            raise DoesNotFitError(found.message)
        self.seen.append(found.x)
        return np.asarray(found.x)

    def narrow(
        self, sums: Sequence[Weights], *, within: float = NARROW, patience: int = PATIENCE
    ) -> dict[int, tuple[float, float]]:
        """Which of these sums are held within less than so much, and between what.

        Many are moved at once, up and down; only those that hardly moved are bounded one by one.
        """
        rows = self.facts.rows(sums)
        low, high = np.full(len(sums), np.inf), np.full(len(sums), -np.inf)
        dice = np.random.default_rng(len(sums))
        left, idle = len(sums) + 1, 0
        while idle < patience:
            still = high - low < within - CLOSE
            idle = 0 if still.sum() < left else idle + 1
            left = int(still.sum())
            if not left:
                return {}
            aim = rows.T @ (dice.choice([-1.0, 1.0], len(sums)) * still * dice.uniform(1, 2, len(sums)))
            for price in (aim, -aim):
                at = rows @ self.furthest(price)
                low, high = np.minimum(low, at), np.maximum(high, at)
        return self._one_by_one(rows, np.flatnonzero(still), within)

    def _one_by_one(self, rows: csr_array, places: NDArray[np.intp], within: float) -> dict[int, tuple[float, float]]:
        found = {}
        for place in places.tolist():
            row = rows[[place], :].toarray()[0]
            least, most = row @ self.furthest(row), row @ self.furthest(-row)
            if most - least < within - CLOSE:
                found[place] = (float(least), float(most))
        return found

    def stuck(self, sum_: Weights, value: float, others: Sequence[Weights]) -> list[int]:
        """Which other sums stood still in all mixtures of the tables seen so far in which one sum has this value."""
        tables = np.array(self.seen)
        at = tables @ self.facts.rows([sum_]).toarray()[0]
        low, high = tables[at <= value], tables[at >= value]
        below, above = at[at <= value], at[at >= value]
        gap = above[None, :] - below[:, None]
        part = np.divide(value - below[:, None], gap, out=np.zeros_like(gap), where=gap > CLOSE)
        mixed = low[:, None, :] * (1 - part[..., None]) + high[None, :, :] * part[..., None]
        values = mixed.reshape(-1, tables.shape[1]) @ self.facts.rows(others).T.toarray()
        if not len(values):
            return list(range(len(others)))
        return np.flatnonzero(values.max(axis=0) - values.min(axis=0) < CLOSE).tolist()

    def never(self, sums: Sequence[Weights], *, whole: bool = False) -> tuple[list[int], list[int]]:
        """Which of these sums of counts are zero in every table that fits, and which could not be decided in time.

        Looks for tables with something in as many as possible of those that were always zero so far, until there are
        none; with `whole`, tables of whole counts only, some seconds each.
        """
        rows = self.facts.rows(sums)
        empty = list(range(len(sums)))
        while empty:
            now = self._filling(rows[empty, :], whole=whole)
            if now is None:
                return [], empty
            filled = rows[empty, :] @ now > CLOSE
            if not filled.any():
                return empty, []
            empty = [place for place, full in zip(empty, filled, strict=True) if not full]
        return [], []

    def _filling(self, rows: csr_array, *, whole: bool) -> Vector | None:
        count, size = rows.shape
        price = np.concatenate([np.zeros(size), -np.ones(count)])
        below = vstack([hstack([self.below, csr_array((len(self.most), count))]), hstack([-rows, eye_array(count)])])
        limits = [LinearConstraint(below, -np.inf, np.concatenate([self.most, np.zeros(count)]))]
        if self.equal.shape[0]:
            equal = hstack([self.equal, csr_array((len(self.is_), count))])
            limits.append(LinearConstraint(equal, self.is_, self.is_))
        # A little in all of them beats much in some: one table then fills what many would. Whole counts are 1 or more.
        enough = 1.0 if whole else 1.0 / count
        bounds = (np.zeros(size + count), np.concatenate([np.full(size, FAR), np.full(count, enough)]))
        kinds = np.ones(size + count) if whole else None
        found = milp(price, constraints=limits, bounds=bounds, integrality=kinds, options={"time_limit": LIMIT})
        if found.x is None:
            # What is told is true, so something fits; of whole numbers the solver sometimes says that nothing does.
            if found.status == 1 or whole:
                return None
            raise DoesNotFitError(found.message)
        if found.status == 1 and not (rows @ found.x[:size] > CLOSE).any():
            return None
        return np.asarray(found.x[:size])
