"""A table beside its earlier releases: one system of sums, in which the newcomers are counts too."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from sloyfe.algorithms.disclosure.tables import Snapshot, Sum, Tables


@dataclass(frozen=True)
class System:
    """Everything at once: what is public for good, and what nobody has been shown."""

    tables: Tables
    public: frozenset[Hashable]
    unseen: frozenset[Hashable]


def beside(tables: Tables, history: Sequence[Snapshot]) -> System:
    """The counts as they are, and for each earlier release what they were and how many came since.

    Where nobody came the attacker is taken to know it: then the two counts are one. Newcomers are never shown as such.
    Raises `ValueError` where a count has fallen; somebody who is taken out again needs a release of its own.
    """
    counts = dict(tables.counts)
    sums = list(tables.sums)
    public: set[Hashable] = set()
    unseen: set[Hashable] = set()
    for number, snapshot in enumerate(history):
        for key, before in snapshot.tables.counts.items():
            then, since = ("then", number, key), ("since", number, key)
            came = tables.counts[key] - before
            if came < 0:
                raise ValueError(f"The count of {key!r} has fallen since it was released.")
            counts |= {then: before, since: came}
            sums.append(Sum(key, (then, since)))
            if key in snapshot.release.shown:
                public.add(then)
            elif before:
                unseen.add(then)
            if came:
                unseen.add(since)
        for kind in ("then", "since"):
            sums += [
                Sum((kind, number, each.whole), tuple((kind, number, part) for part in each.parts))
                for each in snapshot.tables.sums
            ]
    return System(Tables(counts, tuple(sums)), frozenset(public), frozenset(unseen))
