"""Answers by category, and how much is told of a group: which categories stand apart, how exactly the mean is told."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sloyfe.algorithms.disclosure.tables import Sum

Band = tuple[int, ...]
ROUNDINGS = (Fraction(1, 10),)
ROOM = 8  # a told mean leaves open at least so much in the sum: less, and whole answers begin to follow from it


@dataclass(frozen=True)
class Detail:
    """Categories (0, 1, …) in bands whose counts are told; and the mean of `category + 1`, rounded, if it is told."""

    bands: tuple[Band, ...]
    rounding: Fraction | None = None

    @property
    def is_every(self) -> bool:
        """Whether every category stands by itself, so that everything follows, the exact mean too."""
        return all(len(band) == 1 for band in self.bands) and bool(self.bands)


NOTHING = Detail(())


@dataclass(frozen=True)
class Everybody:
    """How many answered anything at all in each group, and the groups of which that is told."""

    counts: Mapping[Hashable, int]
    shown: frozenset[Hashable]


@dataclass(frozen=True)
class Answers:
    """How the people of each group answered one question: counts by category, and which groups add up to which.

    `shown` are the groups whose size is told; the others are hidden. Every group has the same number of categories.
    `are_people`: each person is in one category, so that a size is the sum over all; otherwise amounts are counted.
    `everybody`: nobody answers one question who is not among those who answered anything; None where this is left out.
    """

    counts: Mapping[Hashable, tuple[int, ...]]
    sums: tuple[Sum, ...]
    shown: frozenset[Hashable]
    are_people: bool = True
    everybody: Everybody | None = None


def scale_ladder(steps: int, size: int) -> tuple[Detail, ...]:
    """For an ordered scale, low to high: every step; low, middle and high; the rest and high; with a mean if it can."""
    rounding = next((each for each in ROUNDINGS if each * size >= ROOM), None)
    high = steps // 2 + steps % 2
    low = steps - high
    every = tuple((step,) for step in range(steps))
    thirds = (tuple(range(low)), *((step,) for step in range(low, high)), tuple(range(high, steps)))
    halves = (tuple(range(high)), tuple(range(high, steps)))
    means = [Detail(thirds, rounding), Detail(halves, rounding)] if rounding else []
    return tuple(dict.fromkeys((Detail(every), *means, Detail(thirds), Detail(halves))))


def choice_ladder(chosen: Sequence[int]) -> tuple[Detail, ...]:
    """For options without an order, from how many of all chose each: those that fewest chose are joined first."""
    rarest = sorted(range(len(chosen)), key=lambda option: (chosen[option], -option))
    joined = [tuple(sorted(rarest[:size])) for size in range(1, len(chosen))]
    return tuple(Detail((*((o,) for o in range(len(chosen)) if o not in band), band)) for band in joined)


def banded(counts: Sequence[int], detail: Detail) -> tuple[int, ...]:
    """Counts by category → counts by band."""
    return tuple(sum(counts[category] for category in band) for band in detail.bands)


def told_mean(counts: Sequence[int], detail: Detail) -> Fraction | None:
    """The mean as this detail tells it: rounded half up, exact where every category is told."""
    if not detail.bands or (detail.rounding is None and not detail.is_every):
        return None
    mean = Fraction(sum((category + 1) * count for category, count in enumerate(counts)), sum(counts))
    return mean if detail.rounding is None else detail.rounding * math.floor(mean / detail.rounding + Fraction(1, 2))


def sum_between(counts: Sequence[int], detail: Detail) -> tuple[int, int] | None:
    """The lowest and highest sum of `category + 1` of which the same rounded mean would have been told."""
    mean, size = told_mean(counts, detail), sum(counts)
    if mean is None or detail.rounding is None:
        return None
    half = detail.rounding / 2
    return math.ceil(size * (mean - half)), math.ceil(size * (mean + half)) - 1


def tells_nobody(counts: Sequence[int], detail: Detail) -> bool:
    """Whether this alone says that nobody gave some answer. Exact: sums of whole answers leave no gaps."""
    told = banded(counts, detail)
    if not all(told):
        return True
    between = sum_between(counts, detail)
    if between is None:
        return False
    lowest = sum(n * (band[0] + 1) for band, n in zip(detail.bands, told, strict=True))
    highest = sum(n * (band[-1] + 1) for band, n in zip(detail.bands, told, strict=True))
    return any(
        lowest + category - band[0] > between[1] or highest - (band[-1] - category) < between[0]
        for band in detail.bands
        for category in band
    )
