"""Paired choices: how strong items are when people were asked about two at a time, and which two to ask about next.

The model is that of Bradley and Terry (1952, Biometrika 39:324). Its likelihood is maximised by Newton's method; Hunter
(2004, MM algorithms for generalized Bradley-Terry models, Annals of Statistics 32:384) has when it exists, and a slower
method that the tests compare with.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, log_expit, ndtr

from sloyfe.algorithms.prioritisation.ballots import Floats

STEPS = 100
SMALL_ENOUGH = 1e-10
VIRTUAL = 0.5
NEARLY_BEST = 0.95


@dataclass(frozen=True, eq=False)
class Strengths:
    """Logarithms of the items' strengths, about 0, and the covariance of their errors."""

    values: Floats
    covariance: Floats

    def errors(self) -> Floats:
        """The standard error of each difference, shape (items, items)."""
        own = np.diag(self.covariance)
        return np.asarray(np.sqrt(np.maximum(0.0, own[:, None] + own[None, :] - 2 * self.covariance)))


def strengths(wins: Floats) -> Strengths:
    """The strengths behind `wins[i, j]`, how often i was chosen before j; a tie is half a choice each way.

    Each item also wins half and loses half a choice against an item of strength 0. So there is always one answer, even
    for an item that never lost, and nobody's choice makes it infinite.
    """
    values = np.zeros(len(wins))
    likelihood = _likelihood(wins, values)
    for _step in range(STEPS):
        slope, curvature = _derivatives(wins, values)
        move = np.linalg.solve(curvature, slope)
        size = 1.0
        while (better := _likelihood(wins, values + size * move)) < likelihood and size > SMALL_ENOUGH:
            size /= 2
        values, likelihood = values + size * move, better
        if np.abs(move).max(initial=0.0) < SMALL_ENOUGH:
            break
    return Strengths(values, np.asarray(np.linalg.inv(_derivatives(wins, values)[1]), dtype=np.float64))


def next_pair(wins: Floats, seen: Collection[tuple[int, int]], *, seed: int) -> tuple[int, int] | None:
    """The two items whose choice tells most, except those this person has `seen`; None when all were seen.

    Asked about are the two whose order is worth most to learn: the chance that they stand the wrong way round, times
    how uncertain their difference is. In the measurements this needs fewer choices than pairs by chance, and about as
    many as the most informative pairs (D-optimality; Glickman and Jensen 2005, *J. Stat. Planning and Inference*
    127:279). Among those nearly as good the dice choose, so that a room full of people is not asked the same.
    """
    found = strengths(wins)
    gains = _worth(found)
    gains[np.tril_indices(len(wins))] = -1.0
    for one, other in seen:
        gains[min(one, other), max(one, other)] = -1.0
    best = float(gains.max(initial=-1.0))
    if best < 0:
        return None
    near = np.argwhere(gains >= NEARLY_BEST * best)
    dice = np.random.default_rng(seed)
    one, other = (int(item) for item in near[dice.integers(len(near))])
    return (one, other) if dice.random() < 0.5 else (other, one)


def _worth(found: Strengths) -> Floats:
    """The chance that two stand the wrong way round, times how uncertain their difference is."""
    apart = np.abs(found.values[:, None] - found.values[None, :])
    errors = found.errors()
    steps = np.divide(apart, errors, out=np.zeros_like(apart), where=errors > 0)
    return np.asarray(ndtr(-steps) * errors)


def _likelihood(wins: Floats, values: Floats) -> float:
    told = float((wins * log_expit(values[:, None] - values[None, :])).sum())
    return told + VIRTUAL * float((log_expit(values) + log_expit(-values)).sum())


def _derivatives(wins: Floats, values: Floats) -> tuple[Floats, Floats]:
    """The slope of the logarithm of the likelihood, and how it is curved downwards."""
    chances = expit(values[:, None] - values[None, :])
    asked = wins + wins.T
    alone = expit(values)
    slope = (wins - asked * chances).sum(axis=1) + VIRTUAL * (1 - 2 * alone)
    weight = asked * chances * (1 - chances)
    curvature = np.diag(weight.sum(axis=1) + 2 * VIRTUAL * alone * (1 - alone)) - weight
    return slope, curvature
