"""How groups see the items: what all have high or low, what they see differently, and what splits people inside groups.

A difference between groups must be larger than what shuffling people between the groups gives, looked at over all items
and all pairs of groups at once (Westfall and Young 1993, single-step maxT), with a statistic that allows for unequal
spread (Chung and Romano 2013, Annals of Statistics 41:484).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from sloyfe.algorithms.prioritisation.ballots import Floats
from sloyfe.algorithms.prioritisation.group_sums import GroupSums, Moments, shuffled

SMALLEST = 5
# A twentieth for all kinds together: a little less for each.
ALPHA = 0.04
HIGH, LOW, GAP = 0.6, 0.4, 0.15
DRAWS = 499


class Kind(StrEnum):
    """What can be said of an item with some certainty."""

    HIGH = "high"
    LOW = "low"
    CONTESTED = "contested"
    SPLIT = "split"
    OPEN = "open"


@dataclass(frozen=True)
class Gap:
    """The two groups furthest apart about an item, by how much, and between which bounds that lies for sure enough."""

    higher: int
    lower: int
    size: float
    least: float
    most: float


@dataclass(frozen=True)
class ItemView:
    """An item as the groups see it: `means` is how many of the other items each group has it before, 0–1."""

    item: int
    kind: Kind
    means: tuple[float, ...]
    gap: Gap | None


def group_views(scores: Floats, groups: Sequence[int], *, seed: int, draws: int = DRAWS) -> tuple[ItemView, ...]:
    """Every item as the groups see it. `groups` numbers each person's group from 0; −1 is in none.

    Raises ValueError for a group of fewer than five: small groups are merged before they come here.
    """
    labels = np.asarray(groups, dtype=np.int64)
    inside = labels >= 0
    scores, labels = scores[inside], labels[inside]
    sizes = np.bincount(labels)
    if len(sizes) and sizes.min() < SMALLEST:
        raise ValueError(f"a group of fewer than {SMALLEST} cannot be looked at by itself")
    if not len(sizes):
        return ()
    seen = GroupSums(scores, labels).moments()
    gaps = _gaps(scores, labels, seen, seed, draws)
    sides, split = _sides(seen), _is_split(scores, labels, seen)
    found = []
    for item, gap in enumerate(gaps):
        kind = sides[item]
        if kind is Kind.OPEN and gap is not None and gap.least > 0 and gap.size >= GAP:
            kind = Kind.CONTESTED
        elif kind is Kind.OPEN and split[item]:
            kind = Kind.SPLIT
        found.append(ItemView(item, kind, tuple(float(mean) for mean in seen.means[:, item]), gap))
    return tuple(found)


def _gaps(scores: Floats, labels: NDArray[np.int64], seen: Moments, seed: int, draws: int) -> list[Gap | None]:
    """For each item the pair of groups whose difference stands out most."""
    groups, items = seen.means.shape
    if groups < 2:
        return [None] * items
    by_chance = [many.largest_t() for many in shuffled(scores, labels, draws, seed)]
    largest = np.sort(np.concatenate([seen.largest_t().reshape(1), *by_chance]))
    critical = float(largest[int(np.ceil((1 - ALPHA) * (draws + 1))) - 1])
    pairs = list(combinations(range(groups), 2))
    t = np.stack([seen.t(a, b) for a, b in pairs])
    found: list[Gap | None] = []
    for item in range(items):
        a, b = pairs[int(np.argmax(np.abs(t[:, item])))]
        size = float(seen.means[a, item] - seen.means[b, item])
        higher, lower = (a, b) if size >= 0 else (b, a)
        half = critical * float(seen.error(a, b)[item])
        found.append(Gap(higher, lower, abs(size), abs(size) - half, abs(size) + half))
    return found


def _sides(seen: Moments) -> list[Kind]:
    """HIGH where every group has the item above the middle, LOW where every group has it below, for sure enough."""
    t = (seen.means - 0.5) / np.sqrt(seen.squared_errors)
    up, down = (stdtr(seen.freedom[:, None], side * t).max(axis=0) for side in (-1, 1))
    high = _found(up) & np.all(seen.means >= HIGH, axis=0)
    low = _found(down) & np.all(seen.means <= LOW, axis=0)
    return [Kind.HIGH if one else Kind.LOW if other else Kind.OPEN for one, other in zip(high, low, strict=True)]


def _found(chances: Floats) -> NDArray[np.bool_]:
    """What is told of many items, such that at most one in twenty is told by chance (Benjamini and Hochberg 1995)."""
    items = len(chances)
    ranked = np.sort(chances)
    passing = np.flatnonzero(ranked <= ALPHA * np.arange(1, items + 1) / items)
    return np.asarray(chances <= (ranked[passing[-1]] if len(passing) else -1.0))


def _is_split(scores: Floats, labels: NDArray[np.int64], seen: Moments) -> NDArray[np.bool_]:
    """Whether people inside the groups are further apart about an item than if each had drawn an order blindly."""
    people, items = scores.shape
    blind = (items + 1) / (12 * max(1, items - 1))
    squares = (scores - seen.means[labels]) ** 2 * people / max(1, people - len(seen.means))
    error = squares.std(axis=0, ddof=1) / np.sqrt(people)
    critical = float(stdtrit(people - 1, 1 - ALPHA / items))
    return np.asarray(squares.mean(axis=0) - critical * error > blind)
