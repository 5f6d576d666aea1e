"""The search for what to hide: what a release gives away becomes cuts, and the cheapest cover the next release."""

import math
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from random import Random

from sloyfe.algorithms.disclosure.cover import Cover
from sloyfe.algorithms.disclosure.derivations import derivation
from sloyfe.algorithms.disclosure.equations import Component, Equations
from sloyfe.algorithms.disclosure.history import System
from sloyfe.algorithms.disclosure.intervals import held_in
from sloyfe.algorithms.disclosure.nullspace import NullSpace
from sloyfe.algorithms.disclosure.zeros import stuck, told_besides

Progress = Callable[[int, int], None]
Cuts = list[dict[int, float]]
Attack = Callable[[Component], Cuts]


class NotProtectedError(RuntimeError):
    """No release of these tables was found to be safe; nothing may be shown."""


class Search:
    """Rounds of looking at each component of hidden cells; one that gave nothing away is not looked at again."""

    def __init__(
        self,
        system: System,
        *,
        withheld: AbstractSet[Hashable],
        harmless: AbstractSet[Hashable],
        worth: Mapping[Hashable, float],
        smallest: int,
        width: int,
        insiders: bool,
    ) -> None:
        self.equations = Equations(system.tables, system.public)
        self.width, self.insiders, self._worth = width, insiders, worth
        self.cover = Cover(self._price, self._tie)
        self._dice = Random(0)  # noqa: S311 - not a secret: a wrong guess costs one round
        small = {cell for cell, count in enumerate(self.equations.values) if 0 < count < smallest}
        self._sensitive = small - {self.equations.number[key] for key in system.public | harmless}
        self._flags = self.equations.flags(self._sensitive)
        unseen = (system.unseen | withheld) - system.public
        self._always = self._sensitive | {self.equations.number[key] for key in unseen}
        self._alone = {cell for cell in self._sensitive if self.equations.values[cell] == 1}
        self._tight: set[Component] = set()
        self._wide: set[Component] = set()

    def trust(self, rows: Collection[int]) -> None:
        """Take for safe what hangs together by these rows alone: it was searched when an earlier release was made."""
        trusted = set(rows)
        for component in self.equations.components(self._always):
            if trusted.issuperset(component.rows):
                self._tight.add(component)
                self._wide.add(component)

    def run(self, progress: Progress) -> set[int]:
        """The cells to hide. `progress` is told how many components are settled, and how many there are."""
        chosen: frozenset[int] = frozenset()
        while True:
            while cuts := self._given_away(chosen, self._derived, self._tight, progress):
                chosen = self._covering(cuts)
            cheaper = self.cover.cheapest()
            if cheaper != chosen:
                chosen = cheaper
            elif cuts := self._given_away(chosen, self._narrow, self._wide, progress):
                chosen = self._covering(cuts)
            else:
                return self._always | chosen

    def _given_away(self, chosen: frozenset[int], attack: Attack, safe: set[Component], progress: Progress) -> Cuts:
        components = self.equations.components(self._always | chosen)
        cuts = []
        for number, component in enumerate(components):
            progress(number, len(components))
            if component not in safe and not self._sensitive.isdisjoint(component.cells):
                found = attack(component)
                cuts += found
                if not found:
                    safe.add(component)
        return cuts

    def _covering(self, cuts: Cuts) -> frozenset[int]:
        new = [self.cover.add(cut) for cut in cuts]
        if not any(new):
            raise NotProtectedError
        return self.cover.mended()

    def _derived(self, component: Component) -> Cuts:
        """What follows exactly, for everybody or for an insider."""
        hidden = set(component.cells)
        shut = stuck(self.equations, component)
        open_ = NullSpace(self.equations, component.rows, hidden - shut, self._dice)
        exact = open_.derivable() & self._sensitive
        found = [derivation(self.equations, cell, hidden, near=open_.behind([cell])) for cell in sorted(exact)]
        if not all(found):
            raise NotProtectedError
        if self.insiders:
            for insider, cell in self._in_step(open_.in_step()):
                near = open_.behind([insider, cell])
                found.append(derivation(self.equations, cell, hidden, known={insider}, near=near))
            for insider, cell in self._by_zeros(component, shut, exact):
                found.append(derivation(self.equations, cell, hidden, known={insider}))
        return [dict.fromkeys(cells, 1.0) for cells in found if cells]  # none: the two are the same people

    def _in_step(self, groups: list[list[int]]) -> Iterator[tuple[int, int]]:
        """An insider and what the sums tie to the insider's own count."""
        for group in groups:
            for insider in sorted(self._alone.intersection(group)):
                yield from ((insider, cell) for cell in sorted(self._sensitive.intersection(group) - {insider}))

    def _by_zeros(self, component: Component, shut: set[int], exact: set[int]) -> Iterator[tuple[int, int]]:
        """An insider and what follows where the insider's own count leaves hidden zeros no room."""
        hidden = set(component.cells)
        if self.equations.values[list(hidden - shut)].all():
            return
        insiders = sorted((self._alone & hidden) - exact)
        for insider, sticking in told_besides(self.equations, component, insiders, shut):
            open_ = NullSpace(self.equations, component.rows, hidden - sticking - {insider}, self._dice)
            yield from ((insider, cell) for cell in sorted((open_.derivable() & self._sensitive) - exact))

    def _narrow(self, component: Component) -> Cuts:
        if not self.width:
            return []
        return list(held_in(self.equations, component, set(component.cells), self._flags, self.width))

    def _price(self, cell: int) -> float:
        return self._worth.get(self.equations.keys[cell], 1.0)

    def _tie(self, cell: int) -> float:
        """Among equals the smaller count, which says least, goes first."""
        return 0.0005 * math.log1p(int(self.equations.values[cell]))
