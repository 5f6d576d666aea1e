"""Hides the fewest further counts that keep small ones from being derived, narrowed down or told to an insider."""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from sloyfe.algorithms.disclosure.history import beside
from sloyfe.algorithms.disclosure.searching import Progress, Search
from sloyfe.algorithms.disclosure.tables import SMALLEST, Release, Snapshot, Tables

WIDTH = 3
NOTHING_SAID: Mapping[Hashable, float] = MappingProxyType({})


def _quietly(_settled: int, _of: int) -> None:
    """Nobody listens."""


def protect(
    tables: Tables,
    history: Sequence[Snapshot] = (),
    *,
    withheld: AbstractSet[Hashable] = frozenset(),
    harmless: AbstractSet[Hashable] = frozenset(),
    worth: Mapping[Hashable, float] = NOTHING_SAID,
    smallest: int = SMALLEST,
    width: int = WIDTH,
    insiders: bool = True,
    standing: bool = False,
    progress: Progress = _quietly,
) -> Release:
    """Hide every count of 1 to `smallest` − 1, and the cheapest others, so that no hidden small count

    - follows from what is shown, now and in every earlier release (`history`, oldest first),
    - is held within fewer than `width` whole steps (0: not asked for), or
    - follows for somebody who is alone in another hidden count and knows it (`insiders`).

    `withheld` keys are hidden whatever they hold, also 0; only what is small among them is protected, and
    not even that where it is `harmless`: what may be known but must not be said. How many came or
    left since an earlier release is a count like the others: 1 to `smallest` − 1 of them stay out of sight. `worth` is
    what it costs the readers when a key is hidden besides the small ones; 1 where it says nothing. With `standing` the
    last release in the history is taken to be made by this function with the same promises and an earlier history: what
    it hides of the counts that have not changed stays hidden, and only what hangs together with something new is
    searched, so that one more unit costs little; that fewest are hidden is then not said. `progress` is told how
    many groups of hidden counts that hang together are settled, and how many there are. Raises
    `NotProtectedError` where earlier releases give a small count away already. The same input gives the same release.
    Each round finds what the present release gives away, remembers a cut that every safe release satisfies, and takes
    the cheapest cover of all cuts. Cost: mostly the linear programmes, one for each small count that needs attention.
    """
    system = beside(tables, history, smallest)
    kept = _unchanged(tables, history[-1]) if standing else frozenset()
    search = Search(
        system,
        withheld={system.now[key] for key in withheld | harmless | kept},
        harmless={system.now[key] for key in harmless},
        worth={system.now[key]: cost for key, cost in worth.items()},
        smallest=smallest,
        width=width,
        insiders=insiders,
    )
    if standing:
        search.trust([row for row, each in enumerate(system.tables.sums) if each in system.earlier])
    found = {search.equations.keys[cell] for cell in search.run(progress)}
    derivable = {key for key, version in system.now.items() if version in found}
    small = {key for key, count in tables.counts.items() if 0 < count < smallest}
    return _released(tables, small | withheld | harmless, derivable, fewest=search.cover.proved and not standing)


def _released(
    tables: Tables, primary: AbstractSet[Hashable], derivable: AbstractSet[Hashable], *, fewest: bool
) -> Release:
    hidden = frozenset(primary | derivable)
    shown = {key: count for key, count in tables.counts.items() if key not in hidden}
    return Release(tables.sums, shown, hidden, frozenset(hidden - primary), fewest)


def _unchanged(tables: Tables, last: Snapshot) -> frozenset[Hashable]:
    """What the last release hides and that counts the same now."""
    return frozenset(key for key in last.release.hidden if tables.counts.get(key) == last.tables.counts[key])
