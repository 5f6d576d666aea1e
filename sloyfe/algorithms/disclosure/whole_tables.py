"""Tables of whole numbers that fit what is told, and what is 0 in all of them.

For each answer that nobody gave, another table is looked for in which somebody did. Linear programmes from the true
table find most, since their corners are mostly whole; branch and bound (HiGHS) decides about the rest.
"""

from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, csr_matrix, eye_array, hstack, vstack
from scipy.sparse.csgraph import connected_components

from sloyfe.algorithms.disclosure.emptiness import Facts, Unknown
from sloyfe.algorithms.disclosure.programmes import Programme, Vector

Ints = NDArray[np.int64]
SHARES = (1.0, 0.5, 0.2, 0.1)  # of the open answers, asked for at once
FIRST = 1_000.0
NEAR = 3.0
COST = 0.1  # of each person moved, so that few are: such corners are mostly whole
NODES = 2_000
LITTLE = 1e-6


def never_given(facts: Facts, truth: Mapping[Unknown, int], asked: AbstractSet[Unknown]) -> list[Hashable]:
    """The groups of all unknowns asked for that are 0 in each table that fits, or of which that was not decided."""
    return _Tables(facts, truth, asked).never_given() if asked else []


class _Tables:
    """The tables of whole numbers that fit what is told; every one is the true one and a move."""

    def __init__(self, facts: Facts, truth: Mapping[Unknown, int], asked: AbstractSet[Unknown]) -> None:
        self.groups = [group for group, _category in facts.number]
        self.truth: Ints = np.array([truth[unknown] for unknown in facts.number], dtype=np.int64)
        self.size = len(self.truth)
        _exact, exactly = facts.matrix(exactly=True)
        _loose, at_most = facts.matrix(exactly=False)
        self.equal, self.below = csr_array(exactly[:, : self.size]), csr_array(at_most[:, : self.size])
        self.room = -at_most[:, [self.size]].toarray()[:, 0] - self.below @ self.truth
        self.open: Ints = np.array([at for each, at in facts.number.items() if each in asked and not truth[each]], int)

    def never_given(self) -> list[Hashable]:
        """The group of each answer that nobody gives in any table, or of which that was not decided."""
        if self.open.size:
            with suppress(ArithmeticError):  # what the solver cannot do is known, as far as we can tell
                self._by_corners()
        while self.open.size and (move := self._branched()) is not None and self._meet(move):
            pass
        return [self.groups[at] for at in self.open.tolist()]

    def _meet(self, move: Ints) -> bool:
        """Whether a move leads to a table that fits, and answers something that was open."""
        if (self.equal @ move).any() or (self.below @ move > self.room).any() or (self.truth + move < 0).any():
            return False
        left = self.open[move[self.open] <= 0]
        is_new = len(left) < len(self.open)
        self.open = left
        return is_new

    def _by_corners(self) -> None:
        """Ask for many of the open answers at once, then for fewer, and for each that is left by itself."""
        dice, idle = np.random.default_rng(0), 0
        sums, low, high = self._programme()
        programme = Programme(csr_matrix(sums), low, high)

        def is_met(asked: Ints, gain: Vector) -> bool:
            aim = np.concatenate([np.full(2 * self.size, -COST), np.zeros(len(self.room))])
            aim[asked] = gain
            optimum = programme.best(aim)
            return optimum is not None and self._meet(self._whole_parts(sums, optimum.at))

        while self.open.size and idle < len(SHARES):
            asked = self.open[dice.random(self.open.size) < SHARES[idle]]
            idle = 0 if is_met(asked, dice.uniform(1, 2, len(asked))) else idle + 1
        for at in self.open:
            if at in self.open:  # each may have been met while another was asked for
                is_met(np.array([at]), np.array([FIRST]))

    def _programme(self) -> tuple[csr_array, Vector, Vector]:
        """Moves as rises and as falls, and one more unknown for each sum that may only fall; between what all lie."""
        loose = len(self.room)
        above = hstack([self.equal, -self.equal, csr_array((self.equal.shape[0], loose))])
        sums = csr_array(vstack([above, hstack([self.below, -self.below, eye_array(loose)])]))
        low = np.concatenate([np.zeros(2 * self.size), -self.room])
        rise = np.where(self.truth == 0, 1.0, NEAR)
        return sums, low, np.concatenate([rise, np.minimum(self.truth, NEAR), np.full(loose, np.inf)])

    def _whole_parts(self, sums: csr_array, at: Vector) -> Ints:
        """What of a move is in whole numbers, without the parts that hang together with something that is not."""
        both = 2 * self.size
        whole = np.rint(at)
        if (np.abs(at - whole)[:both] > LITTLE).any():
            moved = np.flatnonzero(np.abs(at) > LITTLE)
            meets = abs(sums[:, moved])
            _count, part = connected_components(meets.T @ meets, directed=False)
            broken = (np.abs(at - whole)[moved] > LITTLE) & (moved < both)
            whole[moved[np.isin(part, part[broken])]] = 0
        return np.asarray(whole[: self.size] - whole[self.size : both], dtype=np.int64)

    def _branched(self) -> Ints | None:
        """A move by which as many of the open answers as possible are given, or a good half; None if none was met."""
        count = len(self.open)
        chosen = csr_array((np.ones(count), (np.arange(count), self.open)), shape=(count, self.size))
        limits = [
            LinearConstraint(_widened(self.equal, count), 0, 0),
            LinearConstraint(_widened(self.below, count), -np.inf, self.room),
            LinearConstraint(hstack([-chosen, eye_array(count)]), -np.inf, 0),
        ]
        found = milp(
            np.concatenate([np.zeros(self.size), -np.ones(count)]),
            constraints=[limit for limit in limits if limit.A.shape[0]],
            integrality=np.concatenate([np.ones(self.size), np.zeros(count)]),
            bounds=Bounds(np.concatenate([-self.truth, np.zeros(count)]), _most(self.size, count)),
            options={"node_limit": NODES, "mip_rel_gap": 0.5},
        )
        return None if found.x is None else np.rint(found.x[: self.size]).astype(np.int64)


def _widened(matrix: csr_array, by: int) -> csr_array:
    return csr_array(hstack([matrix, csr_array((matrix.shape[0], by))]))


def _most(size: int, count: int) -> Vector:
    return np.concatenate([np.full(size, np.inf), np.ones(count)])
