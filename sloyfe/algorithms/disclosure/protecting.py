"""Hides the fewest further counts that keep small ones from being derived, narrowed down or told to an insider."""

import math
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from random import Random
from types import MappingProxyType

from sloyfe.algorithms.disclosure.cover import Cover
from sloyfe.algorithms.disclosure.derivations import derivation
from sloyfe.algorithms.disclosure.equations import Component, Equations
from sloyfe.algorithms.disclosure.history import System, Version, beside
from sloyfe.algorithms.disclosure.intervals import held_in
from sloyfe.algorithms.disclosure.nullspace import derivable, deviations, in_step
from sloyfe.algorithms.disclosure.tables import SMALLEST, Release, Snapshot, Tables
from sloyfe.algorithms.disclosure.zeros import stuck, told_besides

WIDTH = 3


class NotProtectedError(RuntimeError):
    """No release of these tables was found to be safe; nothing may be shown."""


def protect(
    tables: Tables,
    history: Sequence[Snapshot] = (),
    *,
    withheld: AbstractSet[Hashable] = frozenset(),
    worth: Mapping[Hashable, float] = MappingProxyType({}),
    smallest: int = SMALLEST,
    width: int = WIDTH,
    insiders: bool = True,
) -> Release:
    """Hide every count of 1 to `smallest` − 1, and the cheapest others, so that no hidden small count

    - follows from what is shown, now and in every earlier release (`history`, oldest first),
    - is held within fewer than `width` whole steps (0: not asked for), or
    - follows for somebody who is alone in another hidden count and knows it (`insiders`).

    `withheld` keys are hidden whatever they hold, also 0; only what is small among them is protected. How many came or
    left since an earlier release is a count like the others: 1 to `smallest` − 1 of them stay out of sight. `worth` says
    what it costs the readers when a key must be hidden besides the small ones; 1 where it says nothing. Raises
    `NotProtectedError` where earlier releases give a small count away already. The same input gives the same release.
    Each round finds what the present release gives away, remembers a cut that every safe release satisfies, and takes
    the cheapest cover of all cuts. Cost: mostly the linear programmes, one for each small count that needs attention.
    """
    system = beside(tables, history)
    search = _Search(system, {Version(key, tables.counts[key]) for key in withheld}, smallest, width, insiders=insiders)
    search.worth |= {Version(key, tables.counts[key]): cost for key, cost in worth.items()}
    found = {search.equations.keys[cell] for cell in search.run()}
    small = {key for key, count in tables.counts.items() if 0 < count < smallest}
    hidden = small | withheld | {key for key, count in tables.counts.items() if Version(key, count) in found}
    shown = {key: count for key, count in tables.counts.items() if key not in hidden}
    return Release(tables.sums, shown, frozenset(hidden), frozenset(hidden - small - withheld))


class _Search:
    def __init__(
        self, system: System, withheld: AbstractSet[Hashable], smallest: int, width: int, *, insiders: bool
    ) -> None:
        self.equations = Equations(system.tables, system.public)
        self.width, self.insiders = width, insiders
        self.dice = Random(0)  # noqa: S311 - not a secret: a wrong guess costs one round
        small = {cell for cell, count in enumerate(self.equations.values) if 0 < count < smallest}
        self.sensitive = small - {self.equations.number[key] for key in system.public}
        self.unseen = {self.equations.number[key] for key in (system.unseen | withheld) - system.public}
        self.alone = {cell for cell in self.sensitive if self.equations.values[cell] == 1}
        self.cover = Cover(self._price)
        self.worth: dict[Hashable, float] = {}
        self.wide: set[Component] = set()

    def run(self) -> set[int]:
        """The cells to hide."""
        hidden = self.sensitive | self.unseen
        while self._learn(hidden):
            hidden = self.sensitive | self.unseen | self.cover.cheapest()
        return hidden

    def _learn(self, hidden: set[int]) -> bool:
        """Add what the release with these cells hidden gives away; False when it gives nothing away."""
        shut = stuck(self.equations, hidden)
        first, second = deviations(self.equations, hidden - shut, self.dice)
        exact = derivable(first) & self.sensitive
        found = [derivation(self.equations, cell, hidden) for cell in sorted(exact)]
        if not all(found):
            raise NotProtectedError
        if self.insiders:
            found += self._told_to_insiders(in_step(first, second), hidden)
            found += self._told_by_zeros(hidden, shut, exact)
        if found:
            return self._add([dict.fromkeys(cells, 1.0) for cells in found])
        return self._add(self._narrow(hidden)) if self.width else False

    def _told_to_insiders(self, groups: list[list[int]], hidden: set[int]) -> list[frozenset[int]]:
        found = []
        for group in groups:
            for insider in self.alone.intersection(group):
                told = self.sensitive.intersection(group) - {insider}
                found += [derivation(self.equations, cell, hidden, known={insider}) for cell in sorted(told)]
        return [cells for cells in found if cells]  # without shown counts the two are the same people

    def _told_by_zeros(self, hidden: set[int], shut: set[int], exact: set[int]) -> list[frozenset[int]]:
        """What follows for an insider whose own count leaves hidden zeros no room."""
        found = []
        for insider, more in told_besides(self.equations, hidden, self.alone - exact, shut):
            (left,) = deviations(self.equations, hidden - more - {insider}, self.dice, how_many=1)
            told = (derivable(left) & self.sensitive) - exact
            found += [derivation(self.equations, cell, hidden, known={insider}) for cell in sorted(told)]
        return [cells for cells in found if cells]

    def _narrow(self, hidden: set[int]) -> list[dict[int, float]]:
        found: list[dict[int, float]] = []
        for component in self.equations.components(hidden):
            if component not in self.wide:
                cuts = held_in(self.equations, component, hidden, self.sensitive, self.width)
                found += cuts
                if not cuts:
                    self.wide.add(component)
        return found

    def _add(self, cuts: list[dict[int, float]]) -> bool:
        new = [self.cover.add(cut) for cut in cuts]
        if cuts and not any(new):
            raise NotProtectedError
        return bool(cuts)

    def _price(self, cell: int) -> float:
        """What the cell is worth; among equals the smaller count, which says least, goes first."""
        return self.worth.get(self.equations.keys[cell], 1) + 0.0005 * math.log1p(int(self.equations.values[cell]))
