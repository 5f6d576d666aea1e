"""The cheapest cells to hide so that every derivation met so far is broken."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

Cut = frozenset[tuple[int, float]]
SECONDS = 10.0


class Cover:
    """Cuts: shown cells of which enough must be hidden, their weights adding up to one or more.

    A cut holds for every release that is safe, so the cheapest cover of all cuts costs no more than the cheapest
    safe release; a cover that turns out to be safe is the cheapest (Fischetti & Salazar 2001, Manage. Sci. 47:1008).
    """

    def __init__(self, price: Callable[[int], float]) -> None:
        self.cuts: list[Cut] = []
        self.proved = True
        self._price = price
        self._met: set[Cut] = set()
        self._known: dict[frozenset[Cut], frozenset[int]] = {}

    def add(self, weights: Mapping[int, float]) -> bool:
        """Remember a cut; False where it is known already or names nothing."""
        cut = frozenset((cell, round(min(1.0, weight), 9)) for cell, weight in weights.items())
        if not cut or cut in self._met:
            return False
        self._met.add(cut)
        self.cuts.append(cut)
        return True

    def cheapest(self) -> set[int]:
        """The cells to hide; cuts that share no cell are settled one by one, and only once."""
        chosen: set[int] = set()
        for group in self._groups():
            key = frozenset(group)
            if key not in self._known:
                self._known[key] = self._settle(group)
            chosen |= self._known[key]
        return chosen

    def _groups(self) -> list[list[Cut]]:
        head: dict[int, int] = {}

        def find(cell: int) -> int:
            while head.setdefault(cell, cell) != cell:
                head[cell] = head[head[cell]]
                cell = head[cell]
            return cell

        for cut in self.cuts:
            cells = sorted(cell for cell, _weight in cut)
            for cell in cells[1:]:
                head[find(cell)] = find(cells[0])
        groups: dict[int, list[Cut]] = {}
        for cut in self.cuts:
            groups.setdefault(find(min(cut)[0]), []).append(cut)
        return list(groups.values())

    def _settle(self, cuts: Sequence[Cut]) -> frozenset[int]:
        cells = sorted({cell for cut in cuts for cell, _weight in cut})
        column = {cell: number for number, cell in enumerate(cells)}
        entries = [(line, column[cell], weight) for line, cut in enumerate(cuts) for cell, weight in cut]
        lines, columns, weights = zip(*entries, strict=True)
        matrix = csr_matrix((weights, (lines, columns)), shape=(len(cuts), len(cells)))
        result = milp(
            np.array([self._price(cell) for cell in cells]),
            constraints=LinearConstraint(matrix, 1 - 1e-6, np.inf),
            integrality=np.ones(len(cells)),
            bounds=Bounds(0, 1),
            options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
        )
        self.proved &= result.status == 0
        if result.x is None:
            return frozenset(cells)
        return frozenset(cell for cell, taken in zip(cells, result.x, strict=True) if taken > 0.5)
