"""Draws of the same people with replacement (Efron 1979), as how often each of them was drawn."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats32 = NDArray[np.float32]

PEOPLE_AT_ONCE = 2048


def draws_of(people: int, draws: int, seed: int) -> Floats32:
    """How often each draw holds each person, shape (draws, people)."""
    dice = np.random.default_rng(seed)
    weights = np.empty((draws, people), dtype=np.float32)
    for draw in range(draws):
        weights[draw] = np.bincount(dice.integers(0, people, people), minlength=people)
    return weights


def in_portions(people: int) -> Iterator[slice]:
    """Some people at a time, so that a table of pairs for each of them fits in memory."""
    for start in range(0, people, PEOPLE_AT_ONCE):
        yield slice(start, min(people, start + PEOPLE_AT_ONCE))
