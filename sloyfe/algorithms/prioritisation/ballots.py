"""What people said, as one table: how dear each item is to each person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Ballots:
    """`levels[person, item]`: higher is dearer, equal levels are ties; what somebody left out is at their lowest."""

    levels: Ints

    @property
    def people(self) -> int:
        """How many said something."""
        return int(self.levels.shape[0])

    @property
    def items(self) -> int:
        """How many items there are to choose between."""
        return int(self.levels.shape[1])

    def of(self, people: NDArray[np.bool_]) -> "Ballots":
        """What some of them said."""
        return Ballots(self.levels[people])


def from_points(points: Sequence[Mapping[int, int]], items: int) -> Ballots:
    """Each person's points by item; an item without points is lower than all that got some."""
    levels = np.zeros((len(points), items), dtype=np.int64)
    for person, given in enumerate(points):
        for item, count in given.items():
            levels[person, item] = count
    return Ballots(levels)


def from_rankings(rankings: Sequence[Sequence[int | Sequence[int]]], items: int) -> Ballots:
    """Each person's items from the first place down, several in one place where they tie; the rest is lower."""
    levels = np.zeros((len(rankings), items), dtype=np.int64)
    for person, ranking in enumerate(rankings):
        for place, entry in enumerate(ranking):
            levels[person, [entry] if isinstance(entry, int) else list(entry)] = items - place
    return Ballots(levels)
