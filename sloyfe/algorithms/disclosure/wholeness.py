"""Which answers nobody can have given when people are counted whole, where fractions would leave it open.

For each answer that nobody gave, another table of whole numbers is looked for that fits what is told and in which
somebody did. Linear programmes from the true table find most, since their corners are mostly whole; branch and bound
(HiGHS) decides about the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, csr_matrix, eye_array, hstack, vstack
from scipy.sparse.csgraph import connected_components

from sloyfe.algorithms.disclosure.details import Answers, Detail
from sloyfe.algorithms.disclosure.emptiness import Fact, Facts, Unknown, known, told
from sloyfe.algorithms.disclosure.programmes import Programme, Vector
from sloyfe.algorithms.disclosure.tables import Sum

Ints = NDArray[np.int64]
LARGEST = 700  # groups, as 90 units by five roles have; of more a single programme may take minutes
PATIENCE = 16
SHARES = (1.0, 0.5, 0.2, 0.1)
NEAR = 3.0
COST = 0.1
NODES = 2_000
LITTLE = 1e-6


def telling_in_whole(answers: Answers, details: Mapping[Hashable, Detail]) -> set[Hashable]:
    """The group of which less must be told, if any answer is known to be given by nobody; nothing where none is.

    More than `LARGEST` groups are not looked at.
    """
    if len(answers.counts) > LARGEST:
        return set()
    facts = _beside_everybody(told(answers, details), answers, details)
    skipped = answers.everybody.counts if answers.everybody else {}
    truth = {
        (group, k): (*answers.counts[group], skipped.get(group, 0) - sum(answers.counts[group]))[k]
        for group, k in facts.number
    }
    wholes = {each.whole for each in answers.sums}  # if somebody gives an answer in a part, then in the whole
    parts = {group: len(counts) for group, counts in answers.counts.items() if any(counts) and group not in wholes}
    asked = {(group, k) for group, k in truth if k < parts.get(group, 0)}
    sizes = {group: sum(counts) for group, counts in answers.counts.items()}
    speaking = {group for group, detail in details.items() if detail.bands}
    return to_tell_less(never_given(facts, truth, asked), answers.sums, sizes, speaking)


def _beside_everybody(facts: Facts, answers: Answers, details: Mapping[Hashable, Detail]) -> Facts:
    """Where it is known how many answered anything, those who did not answer this are one category more."""
    if not answers.everybody or not facts.number:
        return facts
    width, in_full = len(next(iter(answers.counts.values()))), known(answers, details)
    more = [
        Fact({(each.whole, width): 1.0, **{(part, width): -1.0 for part in each.parts}}, 0) for each in answers.sums
    ]
    for group in answers.everybody.shown:
        here = sum(answers.counts[group]) if group in in_full else 0
        own = () if group in in_full else range(width)
        more.append(Fact({(group, k): 1.0 for k in (*own, width)}, answers.everybody.counts[group] - here))
    skipping = {(group, width): len(facts.number) + at for at, group in enumerate(answers.counts)}
    return Facts({**facts.number, **skipping}, [*facts.all, *more])


def to_tell_less(
    empty: Sequence[Hashable], sums: Sequence[Sum], sizes: Mapping[Hashable, int], speaking: AbstractSet[Hashable]
) -> set[Hashable]:
    """Of the groups that hold those of `empty`, the one that holds most, and of these the smallest.

    `speaking` are the groups of which something is told; where none of these holds any, any of them must give.
    """
    if not empty or not speaking:
        return set()
    holders = _holders(sums)
    concerned = Counter(group for each in empty for group in (holders(each) & speaking or speaking))
    return {min(concerned, key=lambda group: (-concerned[group], sizes[group], repr(group)))}


def _holders(sums: Sequence[Sum]) -> Callable[[Hashable], AbstractSet[Hashable]]:
    above: dict[Hashable, set[Hashable]] = defaultdict(set)
    for each in sums:
        for part in each.parts:
            above[part].add(each.whole)

    @cache
    def holding(group: Hashable) -> AbstractSet[Hashable]:
        """The group, and those that hold it, directly or through others."""
        return {group}.union(*(holding(whole) for whole in above.get(group, ())))

    return holding


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
        """Ask for many of the open answers at once, then for fewer, at a small price for all others nobody gave."""
        dice, idle = np.random.default_rng(0), 0
        sums, low, high = self._programme()
        programme = Programme(csr_matrix(sums), low, high)
        while self.open.size and idle < PATIENCE:
            aim = np.zeros(len(low))
            aim[: self.size][self.truth == 0] = -COST if idle else 0.0
            asked = self.open[dice.random(self.open.size) < SHARES[idle % len(SHARES)]]
            aim[asked] = dice.uniform(1, 2, len(asked))
            optimum = programme.best(aim)
            if optimum is None:
                return
            idle = 0 if self._meet(self._whole_parts(sums, optimum.at)) else idle + 1

    def _programme(self) -> tuple[csr_array, Vector, Vector]:
        """Moves as sums that stay, with one more unknown for each that may only fall, and between what they lie."""
        loose = len(self.room)
        above = hstack([self.equal, csr_array((self.equal.shape[0], loose))])
        sums = csr_array(vstack([above, hstack([self.below, eye_array(loose)])]))
        low = np.concatenate([-self.truth, -self.room]).astype(float)
        high = np.concatenate([np.where(self.truth == 0, 1.0, NEAR), np.full(loose, np.inf)])
        return sums, low, high

    def _whole_parts(self, sums: csr_array, at: Vector) -> Ints:
        """What of a move is in whole numbers, without the parts that hang together with something that is not."""
        move = np.rint(at)
        if (np.abs(at - move)[: self.size] > LITTLE).any():
            moved = np.flatnonzero(np.abs(at) > LITTLE)
            meets = abs(sums[:, moved])
            _count, part = connected_components(meets.T @ meets, directed=False)
            broken = (np.abs(at - move)[moved] > LITTLE) & (moved < self.size)
            move[moved[np.isin(part, part[broken])]] = 0
        return np.asarray(move[: self.size], dtype=np.int64)

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
