"""A table beside its earlier releases: one system of sums, in which those who came or left are counts too."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sloyfe.algorithms.disclosure.tables import Snapshot, Sum, Tables


@dataclass(frozen=True)
class Version:
    """A key while nobody in it changed: the same unknown in every release in which it stood like this."""

    key: Hashable
    count: int
    state: int


@dataclass(frozen=True)
class Change:
    """Those by whom two counts of a key without parts differ: they came, or they left."""

    key: Hashable
    fewer: int
    more: int


@dataclass(frozen=True)
class Together:
    """All who came to some key with parts, or all who left it, where they are few: the changes that make them up."""

    changes: frozenset[Change]


@dataclass(frozen=True)
class System:
    """Everything at once: the table's keys as versions, what is public for good, and what nobody has been shown."""

    tables: Tables
    now: Mapping[Hashable, Version]
    public: frozenset[Hashable]
    unseen: frozenset[Hashable]
    earlier: frozenset[Sum]  # the sums among these that say nothing of the present


def beside(tables: Tables, history: Sequence[Snapshot], smallest: int) -> System:
    """The counts as they are, as they were in each earlier release, and how they changed between any two of these.

    The larger of two counts of a key without parts is the smaller one and those who came, or left; the attacker is
    taken to know which way it went, and where it stood still. A key that only one of two releases has is nothing in
    the other, and everybody knows it, as when an owner leaves. A key with parts has newcomers of its own where those of
    its parts all came, or all left, and are fewer than `smallest` together; those of a place that joined or left as a
    whole are not among them.
    """
    releases = [tables, *(snapshot.tables for snapshot in history)]
    states: dict[object, int] = {}
    versions = [_versions(each, states) for each in releases]
    counts: dict[Hashable, int] = {version: version.count for each in versions for version in each.values()}
    sums: dict[Sum, bool] = {}  # and whether it is known from the earlier releases alone
    for number, (table, named) in enumerate(zip(releases, versions, strict=True)):
        for each in table.sums:
            sums[Sum(named[each.whole], tuple(named[part] for part in each.parts))] = number > 0
    unseen: set[Hashable] = counts.keys() - set(versions[0].values())
    for number, ((one, then), (other, now)) in enumerate(combinations(zip(releases, versions, strict=True), 2)):
        both = (*one.sums, *other.sums)
        changes = _changes(both, then, now)
        past = number >= len(history)
        sums |= dict.fromkeys((Sum(more, (fewer, change)) for change, fewer, more, _up in changes.values()), past)
        groups = _groups(both, {key: (change, up) for key, (change, _less, _more, up) in changes.items()}, smallest)
        sums |= dict.fromkeys((Sum(group, tuple(sorted(group.changes, key=repr))) for group in groups), past)
        counts |= {change: change.more - change.fewer for change, *_rest in changes.values()}
        counts |= {group: sum(counts[change] for change in group.changes) for group in groups}
        unseen |= {change for change, *_rest in changes.values()} | groups
    public = {named[key] for named, each in zip(versions[1:], history, strict=True) for key in each.release.shown}
    earlier = frozenset(each for each, past in sums.items() if past)
    return System(Tables(counts, tuple(sums)), versions[0], frozenset(public), frozenset(unseen - public), earlier)


def _versions(tables: Tables, states: dict[object, int]) -> dict[Hashable, Version]:
    """Each key as a version; a key with parts has the same state only where all its parts have."""
    parts = {each.whole: each.parts for each in reversed(tables.sums)}
    found: dict[Hashable, Version] = {}

    def version(key: Hashable) -> Version:
        if key not in found:
            within = tuple(version(part) for part in parts.get(key, ()))
            state = states.setdefault((key, tables.counts[key], within), len(states))
            found[key] = Version(key, tables.counts[key], state)
        return found[key]

    return {key: version(key) for key in tables.counts}


def _changes(
    sums: Sequence[Sum], then: Mapping[Hashable, Version], now: Mapping[Hashable, Version]
) -> dict[Hashable, tuple[Change, Version, Version, bool]]:
    """For each key without parts that has two counts: the change, its lesser version and its greater, and which way."""
    wholes = {each.whole for each in sums}
    found = {}
    for key in then.keys() & now.keys() - wholes:
        if then[key].count != now[key].count:
            fewer, more = sorted((then[key], now[key]), key=lambda version: version.count)
            found[key] = (Change(key, fewer.count, more.count), fewer, more, more is now[key])
    return found


def _groups(sums: Sequence[Sum], changes: Mapping[Hashable, tuple[Change, bool]], smallest: int) -> set[Together]:
    """The changes in keys with parts, where they go the same way and are few together."""
    changed: dict[Hashable, frozenset[Hashable]] = {key: frozenset([key]) for key in changes}
    parts: dict[Hashable, list[Hashable]] = {}
    for each in sums:
        parts.setdefault(each.whole, []).extend(each.parts)

    def under(key: Hashable) -> frozenset[Hashable]:
        if key not in changed:
            changed[key] = frozenset().union(*(under(part) for part in parts.get(key, ())))
        return changed[key]

    found = set()
    for leaves in {under(key) for key in parts}:
        who = [changes[leaf] for leaf in leaves]
        people = sum(change.more - change.fewer for change, _up in who)
        if len(who) > 1 and people < smallest and len({up for _change, up in who}) == 1:
            found.add(Together(frozenset(change for change, _up in who)))
    return found
