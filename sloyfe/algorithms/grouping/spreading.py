"""Groups that are as mixed as distances allow: the maximally diverse grouping problem.

The sum of the distances inside groups is made as large as can be found (Gallego, Laguna, Martí and Duarte 2013,
*Journal of the Operational Research Society* 64:724–734, whose instances the benchmark uses). One person moves or two
swap, as in Lai and Hao 2016 (*European Journal of Operational Research* 254:780–800); here they do so in an annealing
that looks at all swaps of a person at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.grouping.annealing import Budget, Cooling, anneal, temperatures
from sloyfe.algorithms.grouping.distance_kernels import Plane, Whole, pulls, walk
from sloyfe.algorithms.grouping.sizing import most_pairs
from sloyfe.algorithms.grouping.tasks import Size

FINEST = 1_000.0  # distances are held in thousandths, or coarser where sums would not fit
ROOM = 2.0**30
SHARES = 65_536
LONG_ROUND = 100_000
# Worsening moves accepted at the end, as a share. Random distances settle at once when they do; where some people are
# far from all, as in a geometry, small gains are left for long.
FROZEN, FROZEN_LATE = 0.0002, 0.00001
FAR_OUT = 4.0
SAMPLE = 4_000


@dataclass(frozen=True)
class Spread:
    """The group of each person, and the sum of the distances inside groups."""

    groups: tuple[int, ...]
    value: float
    seed: int


def spread(distances: NDArray[np.float64], sizes: Sequence[Size], budget: Budget, seed: int) -> Spread:
    """People in groups of the sizes, far from each other inside each; `distances` is symmetric, shape (n, n)."""
    people = len(distances)
    if distances.shape != (people, people) or not np.array_equal(distances, distances.T) or distances.diagonal().any():
        raise ValueError("distances must be a symmetric matrix with nothing from anybody to themselves")
    if not sum(size.least for size in sizes) <= people <= sum(size.most for size in sizes):
        raise ValueError("the sizes of the groups do not add up to the number of people")
    search = _Walk(distances, sizes, seed)
    frozen = FROZEN_LATE if _some_are_far_out(distances) else FROZEN
    hot, cold = temperatures(search, budget, search.warmth, frozen)
    anneal(search, budget, Cooling(hot, cold, LONG_ROUND * people * people))
    inside = search.best[:, None] == search.best[None, :]
    return Spread(tuple(search.best.tolist()), float((distances * inside).sum() / 2), seed)


class _Walk:
    """A grouping by distances that is walked about in."""

    settled = False

    def __init__(self, distances: NDArray[np.float64], sizes: Sequence[Size], seed: int) -> None:
        self._distances = _in_whole_numbers(distances)
        self._low = np.array([size.least for size in sizes], np.int32)
        self._high = np.array([size.most for size in sizes], np.int32)
        self._counts = most_pairs(len(distances), sizes)
        self._random = np.random.default_rng(seed)
        self._bits = self._random.integers(1, 2**63, 1).astype(np.uint64)
        shares = self._random.permutation((np.arange(SHARES) + 0.5) / SHARES)
        self._noise = np.log(np.concatenate([shares, shares[: len(distances) + len(sizes)]]))
        self._values = np.full(2, np.iinfo(np.int64).min)
        self.best: Whole = np.zeros(len(distances), np.int32)
        self.stride = max(20_000, 4 * len(distances) ** 2)
        self.restart()
        self.warmth = 0.3 * self._usual_step()

    def restart(self) -> None:
        """Everybody at random, in groups that hold as many pairs as the sizes allow."""
        group = np.repeat(np.arange(len(self._counts), dtype=np.int32), self._counts)
        group = self._random.permutation(group)
        pull = pulls(self._distances, group, len(self._counts))
        own = pull[group, np.arange(len(group))].copy()
        size = np.array(self._counts, np.int32)
        self._plane = Plane(self._distances, pull, group, own, size, self._low, self._high)
        self._values[0] = own.sum(dtype=np.int64) // 2
        if self._values[0] > self._values[1]:
            self._values[1] = self._values[0]
            self.best[:] = group

    def walk(self, temperature: float, moves: int) -> float:
        """Looks at moves; the share that was accepted although it made things worse."""
        noise = np.floor(temperature * self._noise).astype(np.int32)
        return walk(self._plane, noise, moves, self._bits, self._values, self.best) / moves

    def _usual_step(self) -> float:
        """The standard deviation of what swapping two people of this random grouping gains."""
        group, pull, own = self._plane.group, self._plane.pull, self._plane.own
        one, other = self._random.integers(len(group), size=(2, SAMPLE))
        here, there = group[one], group[other]
        gains = pull[there, one] - own[one] + pull[here, other] - own[other] - 2 * self._distances[one, other]
        return max(1.0, float(gains[here != there].std())) if (here != there).any() else 1.0


def _some_are_far_out(distances: NDArray[np.float64]) -> bool:
    """Whether people's mean distances differ by much more than those of random distances do."""
    people = len(distances)
    alone = distances.sum(axis=1) / max(1, people - 1)
    apart = distances[np.triu_indices(people, 1)]
    return bool(people * alone.var() > FAR_OUT * apart.var()) if people > 1 else False


def _in_whole_numbers(distances: NDArray[np.float64]) -> Whole:
    """Scaled so that sums over a row fit: sums of whole numbers never drift."""
    finest = 1.0 if np.array_equal(distances, np.rint(distances)) else FINEST
    fits = ROOM / max(1.0, float(np.abs(distances).sum(axis=0).max()))
    return np.ascontiguousarray(np.rint(distances * min(finest, fits)), np.int32)
