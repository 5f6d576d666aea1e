"""The table nearest to the true one in which one count differs: few people move, and mostly in whole numbers."""

import numpy as np
from scipy.sparse import csr_array, hstack

from sloyfe.algorithms.disclosure_audit.moves import MOST, TINY, sums_among
from sloyfe.algorithms.disclosure_audit.solver import greatest, greatest_whole
from sloyfe.algorithms.disclosure_audit.system import Flags, Floats, Ints, System


class Nearest:
    """Asks again and again within one system; the sums are set up once for each component."""

    def __init__(self, system: System) -> None:
        """Nothing is solved yet."""
        self.system = system
        self._sums: dict[int, tuple[Ints, csr_array]] = {}

    def move(self, cell: int, change: int, held: Flags | None = None) -> Ints | None:
        """The move of few people by which the cell changes so while the held cells stay; None where none was met.

        Each cell is a rise less a fall, neither below 0, and the sum of all is least (L1); where that is not in whole
        numbers, any that fit. Other cells rise by no more than MOST.
        """
        cells, sums = self._among(int(self.system.component[cell]))
        size, place = len(cells), int(np.searchsorted(cells, cell))
        still = np.zeros(size, dtype=np.bool_) if held is None else held[cells]
        high = np.concatenate([np.where(still, 0, MOST), np.where(still, 0, self.system.truth[cells])])
        low, gain = np.zeros(2 * size, dtype=np.int64), np.full(2 * size, -1.0)
        here, opposite = (place, size + place) if change > 0 else (size + place, place)
        low[here], high[opposite] = abs(change), 0
        high[here] = min(high[here], abs(change)) if change < 0 else change
        if high[here] < low[here]:
            return None
        found = _whole(gain, sums, low, high)
        return None if found is None else self._kept(cells, found[:size] - found[size:])

    def _among(self, component: int) -> tuple[Ints, csr_array]:
        if component not in self._sums:
            cells = np.flatnonzero(self.system.component == component)
            sums = sums_among(self.system, cells)
            self._sums[component] = cells, csr_array(hstack([sums, -sums]))
        return self._sums[component]

    def _kept(self, cells: Ints, found: Ints) -> Ints | None:
        move = np.zeros(self.system.size, dtype=np.int64)
        move[cells] = found
        return None if self.system.left_over(move).any() else move


def _whole(gain: Floats, sums: csr_array, low: Ints, high: Ints) -> Ints | None:
    optimum = greatest(gain, sums, low, high)
    if optimum is None:
        return None
    found: Ints = np.rint(optimum).astype(np.int64)
    if (np.abs(optimum - found) < TINY).all():
        return found
    return greatest_whole(gain, sums, low, high, best=False)[0]
