"""How far a mean can be trusted when not everybody answered."""

from collections.abc import Sequence
from math import sqrt

from scipy.special import stdtrit

CONFIDENCE = 0.95


def mean_interval(counts: Sequence[int], population: int | None = None) -> tuple[float, float] | None:
    """Where the mean of 1, 2, 3 … would lie with 95 % confidence if all of `population` had answered.

    `counts` is how many answered each step. Student's t with the correction for a finite population (Lohr 2022,
    *Sampling: Design and Analysis*, section 2.3), never outside the steps. None for fewer than two answers. It knows
    of chance alone: if those who stayed away think otherwise, it does not tell.
    """
    size = sum(counts)
    if size < 2:
        return None
    mean = sum(step * count for step, count in enumerate(counts, 1)) / size
    variance = sum(count * (step - mean) ** 2 for step, count in enumerate(counts, 1)) / (size - 1)
    missing = max(0.0, 1 - size / population) if population else 1.0
    half = float(stdtrit(size - 1, (1 + CONFIDENCE) / 2)) * sqrt(missing * variance / size)
    return max(1.0, mean - half), min(float(len(counts)), mean + half)
