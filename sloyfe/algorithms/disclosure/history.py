"""A table beside its earlier releases: one system of sums, in which those who came or left are counts too."""

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sloyfe.algorithms.disclosure.tables import Snapshot, Sum, Tables


@dataclass(frozen=True)
class Version:
    """A key while it had this count: the same unknown in every release in which the count stood."""

    key: Hashable
    count: int


@dataclass(frozen=True)
class Change:
    """Those by whom two counts of a key differ: they came, or they left."""

    key: Hashable
    fewer: int
    more: int


@dataclass(frozen=True)
class System:
    """Everything at once, under versions and changes: what is public for good, and what nobody has been shown."""

    tables: Tables
    public: frozenset[Hashable]
    unseen: frozenset[Hashable]


def beside(tables: Tables, history: Sequence[Snapshot]) -> System:
    """The counts as they are, as they were in each earlier release, and how they changed between any two of these.

    The larger of two counts of a key is the smaller one and those who came, or left. The attacker is taken to know
    which way each count went, and where it stood still. A key that only one of two releases has is nothing in the
    other, and everybody knows it, as when an owner leaves: then the change is the count itself.
    """
    releases = [tables, *(snapshot.tables for snapshot in history)]
    now = {Version(key, count): count for key, count in tables.counts.items()}
    counts = now | {Version(key, count): count for each in releases[1:] for key, count in each.counts.items()}
    changes = {Change(key, *pair): pair for key, pair in _changed(releases)}
    sums = dict.fromkeys(versioned for each in releases for versioned in _versioned(each))
    sums |= dict.fromkeys(
        Sum(Version(change.key, more), (Version(change.key, fewer), change))
        for change, (fewer, more) in changes.items()
    )
    public = {Version(key, each.tables.counts[key]) for each in history for key in each.release.shown}
    return System(
        Tables(counts | {change: more - fewer for change, (fewer, more) in changes.items()}, tuple(sums)),
        frozenset(public),
        frozenset((counts.keys() - now.keys() - public) | changes.keys()),
    )


def _versioned(tables: Tables) -> Iterator[Sum]:
    for each in tables.sums:
        yield Sum(
            Version(each.whole, tables.counts[each.whole]),
            tuple(Version(part, tables.counts[part]) for part in each.parts),
        )


def _changed(releases: Collection[Tables]) -> Iterator[tuple[Hashable, tuple[int, int]]]:
    """Each key with two counts that it has had."""
    had: dict[Hashable, set[int]] = {}
    for each in releases:
        for key, count in each.counts.items():
            had.setdefault(key, set()).add(count)
    for key, counts in had.items():
        for fewer, more in combinations(sorted(counts), 2):
            yield key, (fewer, more)
