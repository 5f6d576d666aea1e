"""What a facilitator could pick instead of our rotation: plain annealing by swaps, compiled, from rounds of chance."""

from typing import Any

import numpy as np
from numba import njit

Array = np.ndarray[Any, Any]


@njit(cache=True)
def anneal(seats: Array, values: Array, proposals: int, warm: float, cold: float) -> None:
    """Swap any two of a round; a repeated meeting and a pair of one value in a group cost the same."""
    np.random.seed(0)
    rounds, groups, size = seats.shape
    met = np.zeros((groups * size, groups * size), np.int16)
    for r in range(rounds):
        for g in range(groups):
            change_all(met, seats[r, g], 1)
    heat, by = warm, (cold / warm) ** (1 / proposals)
    for _proposal in range(proposals):
        heat *= by
        r, i, j = np.random.randint(rounds), np.random.randint(size), np.random.randint(size)
        g, h = np.random.randint(groups), np.random.randint(groups)
        if g == h:
            continue
        here, there = seats[r, g], seats[r, h]
        before = price(met, values, here, i, 1) + price(met, values, there, j, 1)
        here[i], there[j] = there[j], here[i]
        change = price(met, values, here, i, 0) + price(met, values, there, j, 0) - before
        if change > 0 and np.random.random() >= np.exp(-change / heat):
            here[i], there[j] = there[j], here[i]
            continue
        here[i], there[j] = there[j], here[i]
        change_all(met, here, -1)
        change_all(met, there, -1)
        here[i], there[j] = there[j], here[i]
        change_all(met, here, 1)
        change_all(met, there, 1)


@njit(cache=True)
def price(met: Array, values: Array, group: Array, at: int, more_than: int) -> int:
    """Of somebody's seat: those met too often, and those alike."""
    total = 0
    for k in range(group.size):
        if k != at:
            total += met[group[at], group[k]] > more_than
            for a in range(values.shape[0]):
                total += values[a, group[at]] == values[a, group[k]]
    return total


@njit(cache=True)
def change_all(met: Array, group: Array, by: int) -> None:
    """Everybody in a group meets everybody, or has not after all."""
    for i in range(group.size):
        for k in range(i):
            met[group[i], group[k]] += by
            met[group[k], group[i]] += by
