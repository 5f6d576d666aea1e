"""Whether people fall into groups of opinion at all; told only where the same groups come up again and again."""

from dataclasses import dataclass

import numpy as np

from sloyfe.algorithms.prioritisation.ballots import Floats
from sloyfe.algorithms.prioritisation.group_views import SMALLEST
from sloyfe.algorithms.prioritisation.means import Labels, adjusted_rand, k_means, nearest

STABLE = 0.8
MOST = 4
DRAWS = 40
RIVALS = 39


@dataclass(frozen=True)
class OpinionGroup:
    """How many share an opinion, and what they think: how many of the other items each item comes before, 0–1."""

    people: int
    means: tuple[float, ...]


@dataclass(frozen=True)
class OpinionGroups:
    """Groups of opinion, the largest first, and how alike they come out of draws of the same people."""

    groups: tuple[OpinionGroup, ...]
    stability: float


def opinion_groups(scores: Floats, *, seed: int) -> OpinionGroups | None:
    """The groups of opinion behind `scores` (people, items); None unless they hold.

    They hold where draws of the same people give the same groups (adjusted Rand index of at least 0.8 in the mean;
    Hennig 2007, Computational Statistics and Data Analysis 52:258), where they divide people better than the best that
    is found in people of one kind who spread as widely (Liu et al. 2008, SigClust, JASA 103:1281), and where no group
    has fewer than five. Of two, three or four groups those that hold best are told.
    """
    people, items = scores.shape
    held = []
    for count in range(2, MOST + 1):
        if people < 2 * count * SMALLEST or items < 2:
            break
        dice = np.random.default_rng((seed, count))
        centres, inside = k_means(scores, count, dice)
        labels = nearest(scores, centres)
        if np.bincount(labels, minlength=count).min() < SMALLEST or not _divided(scores, count, inside, dice):
            continue
        stability = _stability(scores, count, labels, dice)
        if stability >= STABLE:
            held.append(_told(scores, labels, stability))
    return max(held, key=lambda one: one.stability, default=None)


def _stability(scores: Floats, count: int, labels: Labels, dice: np.random.Generator) -> float:
    alike = []
    for _draw in range(DRAWS):
        drawn = scores[dice.integers(0, len(scores), len(scores))]
        centres, _inside = k_means(drawn, count, dice, starts=2)
        alike.append(adjusted_rand(labels, nearest(scores, centres)))
    return float(np.mean(alike))


def _divided(scores: Floats, count: int, inside: float, dice: np.random.Generator) -> bool:
    """Whether no people of one kind, with the same spread in every direction, can be divided as well."""
    spread = np.cov(scores.T)
    for _rival in range(RIVALS):
        alike = dice.multivariate_normal(np.zeros(len(spread)), spread, size=len(scores), method="eigh")
        if k_means(alike, count, dice, starts=2)[1] <= inside:
            return False
    return True


def _told(scores: Floats, labels: Labels, stability: float) -> OpinionGroups:
    groups = [
        OpinionGroup(int((labels == group).sum()), tuple(float(mean) for mean in scores[labels == group].mean(axis=0)))
        for group in range(int(labels.max()) + 1)
    ]
    return OpinionGroups(tuple(sorted(groups, key=lambda group: -group.people)), stability)
