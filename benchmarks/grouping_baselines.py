"""Plain annealing and multistart exchange on distances, for the same CPU seconds as ours."""

from collections.abc import Callable
from time import process_time

import numpy as np
from numpy.typing import NDArray

from benchmarks.grouping_instances import Distances
from benchmarks.grouping_kernels import Reals, Whole, anneal, exchange, sow
from sloyfe.algorithms.grouping.sizing import most_even

SLICE = 20_000
COOLEST = 0.01  # of the first temperature


def plain_annealing(instance: Distances, seconds: float, seed: int) -> float:
    """One cooling from the mean distance down, with random swaps and inserts."""
    sow(seed)
    group, size, bounds = _start(instance, np.random.default_rng(seed))
    pull, best, begun = _pull(instance.matrix, group, len(size)), 0.0, process_time()
    while (share := (process_time() - begun) / seconds) < 1:
        anneal(instance.matrix, pull, group, size, bounds, float(instance.matrix.mean()) * COOLEST**share, SLICE)
        best = max(best, float(pull[np.arange(len(group)), group].sum() / 2))
    return best


def multistart_exchange(instance: Distances, seconds: float, seed: int) -> float:
    """Random starts, each improved until no swap and no insert gains; the best of them."""
    random, best, begun = np.random.default_rng(seed), 0.0, process_time()
    while process_time() - begun < seconds:
        group, size, bounds = _start(instance, random)
        pull = _pull(instance.matrix, group, len(size))
        while exchange(instance.matrix, pull, group, size, bounds) and process_time() - begun < seconds:
            pass
        best = max(best, float(pull[np.arange(len(group)), group].sum() / 2))
    return best


BASELINES: dict[str, Callable[[Distances, float, int], float]] = {
    "plain annealing": plain_annealing,
    "multistart exchange": multistart_exchange,
}


def _start(instance: Distances, random: np.random.Generator) -> tuple[Whole, Whole, Whole]:
    size = np.array(most_even(len(instance.matrix), instance.sizes))
    group = random.permutation(np.repeat(np.arange(len(size)), size))
    return group, size, np.array([(one.least, one.most) for one in instance.sizes])


def _pull(matrix: NDArray[np.float64], group: Whole, groups: int) -> Reals:
    return matrix @ np.eye(groups)[group]
