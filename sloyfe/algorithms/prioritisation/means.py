"""k-means by Lloyd's method from good starts (Arthur and Vassilvitskii 2007), and how alike two divisions are."""

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.prioritisation.ballots import Floats

Labels = NDArray[np.int64]

STARTS, STEPS = 4, 30


def k_means(points: Floats, count: int, dice: np.random.Generator, *, starts: int = STARTS) -> tuple[Floats, float]:
    """The centres of `count` clusters, and the part of all spread that is left inside them."""
    found = [_settled(points, _first_centres(points, count, dice)) for _start in range(starts)]
    centres, inside = min(found, key=lambda one: one[1])
    whole = float(((points - points.mean(axis=0)) ** 2).sum())
    return centres, inside / whole if whole else 1.0


def nearest(points: Floats, centres: Floats) -> Labels:
    """The nearest centre of each point."""
    return np.asarray(_distances(points, centres).argmin(axis=1))


def adjusted_rand(one: Labels, other: Labels) -> float:
    """How alike two divisions of the same people are: 1 the same, 0 as chance has it (Hubert and Arabie 1985)."""
    table = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(table, (one, other), 1)
    together, rows, columns = (_pairs(counts) for counts in (table, table.sum(axis=1), table.sum(axis=0)))
    expected = rows * columns / _pairs(np.array([len(one)]))
    most = (rows + columns) / 2
    return 1.0 if most == expected else float((together - expected) / (most - expected))


def _pairs(counts: Floats) -> float:
    return float((counts * (counts - 1)).sum() / 2)


def _first_centres(points: Floats, count: int, dice: np.random.Generator) -> Floats:
    centres = points[[dice.integers(len(points))]]
    while len(centres) < count:
        far = _distances(points, centres).min(axis=1)
        chances = far / far.sum() if far.sum() > 0 else None
        centres = np.concatenate([centres, points[[dice.choice(len(points), p=chances)]]])
    return centres


def _settled(points: Floats, centres: Floats) -> tuple[Floats, float]:
    labels = nearest(points, centres)
    for _step in range(STEPS):
        members = (np.arange(len(centres))[:, None] == labels).astype(float)
        sizes = members.sum(axis=1, keepdims=True)
        centres = np.where(sizes > 0, members @ points / np.maximum(sizes, 1), centres)
        moved = nearest(points, centres)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return centres, float(_distances(points, centres).min(axis=1).sum())


def _distances(points: Floats, centres: Floats) -> Floats:
    """Squared, never below 0."""
    crossed = points @ centres.T
    squared = (points**2).sum(axis=1, keepdims=True) + (centres**2).sum(axis=1) - 2 * crossed
    return np.asarray(np.maximum(0.0, squared))
