"""What a reader knows, as equations: unknown counts, sums that are told, and sums that lie between two numbers."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Vector = NDArray[np.float64]
Weights = Mapping[Hashable, float]
FAR = 500.0  # no group of a network is larger


@dataclass
class Facts:
    """Unknowns of zero or more by name, in the order in which they first turned up, and what is told of them."""

    columns: dict[Hashable, int] = field(default_factory=dict)
    exact: list[tuple[Weights, float]] = field(default_factory=list)
    most: list[tuple[Weights, float]] = field(default_factory=list)

    def know(self, unknowns: Iterable[Hashable]) -> None:
        """These are counts of which nothing is told yet."""
        for one in unknowns:
            self.columns.setdefault(one, len(self.columns))

    def equal(self, weights: Weights, value: float) -> None:
        """A sum that is told."""
        self.exact.append((weights, value))

    def at_most(self, weights: Weights, value: float = 0.0) -> None:
        """A sum that is no larger."""
        self.most.append((weights, value))

    def rows(self, weights: Sequence[Weights]) -> csr_array:
        """Sums as rows over the unknowns; shape (sums, unknowns). What is no unknown is nothing."""
        entries = [
            (row, self.columns[name], weight)
            for row, each in enumerate(weights)
            for name, weight in each.items()
            if name in self.columns
        ]
        lines, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
        shape = (len(weights), len(self.columns))
        return csr_array((np.array(values, dtype=float), (lines, columns)), shape=shape)
