"""Means and spread of each group, of the groups as they are and of groups made by shuffling people."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.prioritisation.ballots import Floats

BORROWED = 4
FLOOR = 1e-4
CELLS_AT_ONCE = 2_000_000


@dataclass(frozen=True, eq=False)
class Moments:
    """Means and squared standard errors, shape (…, groups, items), and each group's freedom."""

    means: Floats
    squared_errors: Floats
    freedom: Floats

    def error(self, one: int, other: int) -> Floats:
        """The standard error of the difference of two groups, for each item."""
        return np.asarray(np.sqrt(self.squared_errors[..., one, :] + self.squared_errors[..., other, :]))

    def t(self, one: int, other: int) -> Floats:
        """Their difference in standard errors, for each item."""
        return np.asarray((self.means[..., one, :] - self.means[..., other, :]) / self.error(one, other))

    def largest_t(self) -> Floats:
        """The largest difference over all items and pairs of groups."""
        pairs = combinations(range(self.means.shape[-2]), 2)
        return np.asarray(np.max([np.abs(self.t(*pair)).max(axis=-1) for pair in pairs], axis=0))


@dataclass(frozen=True, eq=False)
class GroupSums:
    """The scores (people, items) and the group of each of the people."""

    scores: Floats
    labels: NDArray[np.int64]

    def moments(self) -> Moments:
        """What the groups as they are tell."""
        order = np.argsort(self.labels, kind="stable")
        sizes = np.bincount(self.labels)
        starts, table = np.cumsum(sizes) - sizes, self.scores[order]
        return moments(sizes, np.add.reduceat(table, starts), np.add.reduceat(table**2, starts))


def moments(sizes: NDArray[np.int64], sums: Floats, squares: Floats) -> Moments:
    """Each group's spread leans on that of all groups by as much as four people would (Smyth 2004).

    So a small group that happens to be of one mind does not count as infinitely sure.
    """
    count = sizes[:, None].astype(float)
    within = np.maximum(0.0, squares - sums**2 / count)
    common = within.sum(axis=-2, keepdims=True) / max(1.0, float(sizes.sum() - len(sizes)))
    variance = (within + BORROWED * common) / (count - 1 + BORROWED) + FLOOR
    return Moments(sums / count, variance / count, sizes.astype(float) - 1 + BORROWED)


def shuffled(scores: Floats, labels: NDArray[np.int64], draws: int, seed: int) -> Iterator[Moments]:
    """`draws` times groups of the same sizes with people shuffled between them, many draws at a time."""
    dice = np.random.default_rng(seed)
    sizes = np.bincount(labels)
    groups, (people, items) = len(sizes), scores.shape
    both = np.concatenate([scores, scores**2], axis=1).astype(np.float32)
    numbers = np.arange(groups)[:, None]
    at_once = max(1, CELLS_AT_ONCE // (groups * people))
    for start in range(0, draws, at_once):
        many = min(at_once, draws - start)
        mixed = dice.permuted(np.tile(labels, (many, 1)), axis=1)
        members = (mixed[:, None, :] == numbers).astype(np.float32).reshape(many * groups, people)
        sums = (members @ both).astype(float).reshape(many, groups, 2 * items)
        yield moments(sizes, sums[..., :items], sums[..., items:])
