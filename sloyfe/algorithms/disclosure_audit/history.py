"""One release beside earlier ones, as a reader sees them: one set of sums over everything that was ever counted."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sloyfe.algorithms.disclosure.tables import Release, Snapshot, Sum


@dataclass(frozen=True)
class Past:
    """A key as it was counted in an earlier release, by its place among them; somebody came or left since."""

    release: int
    key: Hashable


@dataclass(frozen=True)
class Moved:
    """The people by whom two counts of a key without parts differ: they came to it, or left it."""

    key: Hashable
    fewer: int
    more: int


@dataclass(frozen=True)
class Crowd:
    """All those who came to the parts of some key, or all who left them, where nobody went the other way."""

    moved: frozenset[Moved]


@dataclass(frozen=True)
class Everything:
    """A release of all that was ever counted, what is true of it, and how crowds add up."""

    release: Release
    truth: Mapping[Hashable, int]
    crowds: tuple[Counter[Hashable], ...]


def everything(release: Release, truth: Mapping[Hashable, int], history: Sequence[Snapshot]) -> Everything:
    """The reader knows of each key without parts whether it rose, fell or stood, and that a missing one is nothing.

    A key in which nobody moved keeps its name, so that what one release shows of it is known in all.
    """
    counts = [*(snapshot.tables.counts for snapshot in history), truth]
    releases = [*(snapshot.release for snapshot in history), release]
    leaves = [_leaves(one.sums, each) for one, each in zip(releases, counts, strict=True)]
    names = _named(counts, leaves)
    whole = {name: counts[number][key] for number, each in enumerate(names) for key, name in each.items()}
    shown = {each[key]: count for each, one in zip(names, releases, strict=True) for key, count in one.shown.items()}
    sums = dict.fromkeys(
        Sum(each[sum_.whole], tuple(each[part] for part in sum_.parts))
        for each, one in zip(names, releases, strict=True)
        for sum_ in one.sums
    )
    crowds: dict[Crowd, Counter[Hashable]] = {}
    for one, other in combinations(range(len(counts)), 2):
        moved = {
            key: Moved(key, *sorted((counts[one][key], counts[other][key])))
            for key in counts[one].keys() & counts[other].keys()
            if {key} == leaves[one][key] == leaves[other][key] and counts[one][key] != counts[other][key]
        }
        for key, change in moved.items():
            pair = (names[one][key], names[other][key])
            more, fewer = sorted(pair, key=whole.__getitem__, reverse=True)
            sums[Sum(more, (fewer, change))] = None
            whole[change] = change.more - change.fewer
        rising = {key for key in moved if counts[one][key] < counts[other][key]}
        for crowd in _crowds([*leaves[one].values(), *leaves[other].values()], moved, rising):
            whole[crowd] = sum(whole[change] for change in crowd.moved)
            crowds[crowd] = Counter({crowd: 1} | dict.fromkeys(crowd.moved, -1))
    return Everything(
        Release(tuple(sums), shown, frozenset(whole.keys() - shown.keys())), whole, tuple(crowds.values())
    )


def _leaves(sums: Iterable[Sum], counts: Mapping[Hashable, int]) -> dict[Hashable, frozenset[Hashable]]:
    """The keys without parts that each key adds up."""
    parts = {sum_.whole: sum_.parts for sum_ in sums}
    found: dict[Hashable, frozenset[Hashable]] = {}

    def under(key: Hashable) -> frozenset[Hashable]:
        if key not in found:
            found[key] = frozenset().union(*map(under, parts[key])) if key in parts else frozenset([key])
        return found[key]

    return {key: under(key) for key in counts}


def _named(
    counts: Sequence[Mapping[Hashable, int]], leaves: Sequence[Mapping[Hashable, frozenset[Hashable]]]
) -> list[dict[Hashable, Hashable]]:
    """For each release what its keys are called: themselves while everybody in them is there at present."""
    last = len(counts) - 1
    names: list[dict[Hashable, Hashable]] = [{} for _each in counts]
    latest: dict[object, Hashable] = {}
    for number in range(last, -1, -1):
        for key in counts[number]:
            inside = frozenset((leaf, counts[number][leaf]) for leaf in leaves[number][key])
            names[number][key] = latest.setdefault((key, inside), key if number == last else Past(number, key))
    return names


def _crowds(
    places: Iterable[frozenset[Hashable]], moved: Mapping[Hashable, Moved], rising: set[Hashable]
) -> Iterator[Crowd]:
    for place in set(places):
        inside = place & moved.keys()
        if len(inside) > 1 and (inside <= rising or not inside & rising):
            yield Crowd(frozenset(moved[key] for key in inside))
