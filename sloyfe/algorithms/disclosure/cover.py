"""The cheapest cells to hide so that every derivation met so far is broken."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sloyfe.algorithms.disclosure.choosing import Choice, choose

Cut = frozenset[tuple[int, float]]
NOTHING = 1e-6
ENOUGH = 1 - NOTHING
LARGE = 150
FEW = 40
HUGE = 4_000
SLACK = 0.01
NODES = 5_000


class Cover:
    """Cuts: shown cells of which enough must be hidden, their weights adding up to one or more.

    A cut holds for every release that is safe, so the cheapest cover of all cuts costs no more than the cheapest
    safe release; a cover that turns out to be safe is the cheapest (Fischetti & Salazar 2001, Manage. Sci. 47:1008).
    """

    def __init__(self, price: Callable[[int], float], tie: Callable[[int], float]) -> None:
        """What a cell costs, and, among covers of equal price, which cells are taken first: the lowest `tie`."""
        self.proved = True
        self._cuts: list[Cut] = []
        self._met: set[Cut] = set()
        self._price, self._tie = price, tie
        self._known: dict[frozenset[Cut], Choice] = {}
        self._now: frozenset[int] = frozenset()
        self._head: dict[int, int] = {}  # each cell leads to that of the cells it shares cuts with

    def add(self, weights: Mapping[int, float]) -> bool:
        """Remember a cut; False where it is known already or names nothing."""
        cut = frozenset((cell, round(min(1.0, weight), 9)) for cell, weight in weights.items())
        if not cut or cut in self._met:
            return False
        self._met.add(cut)
        self._cuts.append(cut)
        first, *others = sorted(cell for cell, _weight in cut)
        for cell in others:
            self._head[self._find(cell)] = self._find(first)
        return True

    def mended(self) -> frozenset[int]:
        """A cover near the last one: the cheapest where few cuts hang together, else changed only near new cuts."""
        chosen: set[int] = set()
        for cuts, cells in self._groups():
            few = len(cells) < LARGE
            chosen |= self._settled(cuts, cells).cells if few else self._mend(cuts, self._now & cells)
        self._now = frozenset(chosen)
        return self._now

    def cheapest(self) -> frozenset[int]:
        """The cheapest cover, which is the last one wherever that is as cheap, or nearly so among very many cells."""
        chosen: set[int] = set()
        self.proved = True
        for cuts, cells in self._groups():
            best, last = self._settled(cuts, cells), self._now & cells
            least, spent = self._cost(best.cells), self._cost(last)
            keeping = len(cells) >= LARGE and spent <= least * (1 + (SLACK if len(cells) > HUGE else 0)) + NOTHING
            chosen |= last if keeping else best.cells
            self.proved &= best.proved and (not keeping or spent <= least + NOTHING)
        self._now = frozenset(chosen)
        return self._now

    def _cost(self, cells: Iterable[int]) -> float:
        return sum(self._price(cell) for cell in cells)

    def _settled(self, cuts: Sequence[Cut], cells: AbstractSet[int]) -> Choice:
        """The cheapest cells; ties are decided in the same go where there are few cuts, since that takes longer."""
        key = frozenset(cuts)
        if key not in self._known:
            ties = 1.0 if len(cuts) < FEW else 0.0
            prices = {cell: self._price(cell) + ties * self._tie(cell) for cell in cells}
            self._known[key] = choose(prices, [(dict(cut), ENOUGH) for cut in cuts], nodes=NODES)
        return self._known[key]

    def _mend(self, cuts: Sequence[Cut], chosen: frozenset[int]) -> frozenset[int]:
        """The cells of broken cuts are chosen anew, and what was taken in cuts that share a cell with them."""
        broken = {cell for cut in cuts if _sum(cut, chosen) < ENOUGH for cell, _weight in cut}
        if not broken:
            return chosen
        touched = {cell for cut in cuts if any(each in broken for each, _weight in cut) for cell, _weight in cut}
        open_ = broken | (touched & chosen)
        kept = chosen - open_
        needs = []
        for cut in cuts:
            weights = {cell: weight for cell, weight in cut if cell in open_}
            need = ENOUGH - _sum(cut, kept)
            if weights and need > 0:
                needs.append((weights, need))
        return kept | choose({cell: self._price(cell) for cell in open_}, needs, nodes=NODES // 10).cells

    def _groups(self) -> Iterator[tuple[list[Cut], set[int]]]:
        """Cuts that share no cell are settled one by one."""
        groups: dict[int, list[Cut]] = {}
        for cut in self._cuts:
            groups.setdefault(self._find(next(iter(cut))[0]), []).append(cut)
        for cuts in groups.values():
            yield cuts, {cell for cut in cuts for cell, _weight in cut}

    def _find(self, cell: int) -> int:
        while (above := self._head.setdefault(cell, cell)) != cell:
            self._head[cell] = self._head[above]
            cell = above
        return cell


def _sum(cut: Cut, cells: AbstractSet[int]) -> float:
    return sum(weight for cell, weight in cut if cell in cells)
