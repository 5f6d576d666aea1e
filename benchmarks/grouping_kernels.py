"""Baselines of the grouping bench, compiled: plain annealing and exchange, as a programmer first writes them."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Whole = NDArray[np.int64]


@njit(cache=True)
def gain(matrix: Reals, pull: Reals, group: Whole, one: int, other: int) -> float:
    """What swapping two people adds to the distances inside groups."""
    here, there = group[one], group[other]
    change = pull[one, there] - pull[one, here] + pull[other, here] - pull[other, there]
    return float(change - 2 * matrix[one, other])


@njit(cache=True)
def shift(matrix: Reals, pull: Reals, group: Whole, size: Whole, one: int, there: int) -> None:  # noqa: PLR0917 - one state
    """One person to another group."""
    here = group[one]
    for other in range(matrix.shape[0]):
        pull[other, here] -= matrix[other, one]
        pull[other, there] += matrix[other, one]
    size[here] -= 1
    size[there] += 1
    group[one] = there


@njit(cache=True)
def anneal(matrix: Reals, pull: Reals, group: Whole, size: Whole, bounds: Whole, warmth: float, moves: int) -> float:  # noqa: PLR0917 - one state
    """Random swaps, one in ten an insert, at one temperature; the gain."""
    people, groups, gained = matrix.shape[0], size.shape[0], 0.0
    for _move in range(moves):
        one = np.random.randint(people)
        if np.random.randint(10) == 0:
            here, there = group[one], np.random.randint(groups)
            more = pull[one, there] - pull[one, here]
            fits = here != there and size[here] > bounds[here, 0] and size[there] < bounds[there, 1]
            if fits and (more >= 0 or np.random.random() < np.exp(more / warmth)):
                shift(matrix, pull, group, size, one, there)
                gained += more
            continue
        other = np.random.randint(people)
        here, there = group[one], group[other]
        if here == there:
            continue
        more = gain(matrix, pull, group, one, other)
        if more >= 0 or np.random.random() < np.exp(more / warmth):
            shift(matrix, pull, group, size, one, there)
            shift(matrix, pull, group, size, other, here)
            gained += more
    return gained


@njit(cache=True)
def exchange(matrix: Reals, pull: Reals, group: Whole, size: Whole, bounds: Whole) -> bool:
    """Every insert and every swap once, each made when it gains; whether any was."""
    better = False
    for one in range(matrix.shape[0]):
        for there in range(size.shape[0]):
            here = group[one]
            fits = here != there and size[here] > bounds[here, 0] and size[there] < bounds[there, 1]
            if fits and pull[one, there] - pull[one, here] > 1e-9:
                shift(matrix, pull, group, size, one, there)
                better = True
        for other in range(one + 1, matrix.shape[0]):
            here, there = group[one], group[other]
            if here != there and gain(matrix, pull, group, one, other) > 1e-9:
                shift(matrix, pull, group, size, one, there)
                shift(matrix, pull, group, size, other, here)
                better = True
    return better


@njit(cache=True)
def sow(seed: int) -> None:
    """The seed of random numbers in compiled code."""
    np.random.seed(seed)
