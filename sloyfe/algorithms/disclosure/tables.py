"""What a table is to those who protect it: counts under keys, and which counts are the sum of which."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

SMALLEST = 5
ALL = "*"
Place = tuple[str, ...]


@dataclass(frozen=True)
class Sum:
    """A count and the counts that add up to it."""

    whole: Hashable
    parts: tuple[Hashable, ...]


@dataclass(frozen=True)
class Tables:
    """Counts by key, with every sum among them; several hierarchies over the same leaves are one system."""

    counts: Mapping[Hashable, int]
    sums: tuple[Sum, ...]


@dataclass(frozen=True)
class Release:
    """What is shown, which keys are hidden, and the sums that everybody knows.

    `secondary` are hidden for the sake of others; `fewest` where it is proved that no fewer, or cheaper, would do.
    """

    sums: tuple[Sum, ...]
    shown: Mapping[Hashable, int]
    hidden: frozenset[Hashable]
    secondary: frozenset[Hashable] = field(default_factory=frozenset, compare=False)
    fewest: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Snapshot:
    """Counts as they were when they were released, and what was shown of them; the shown cannot be taken back."""

    tables: Tables
    release: Release


def cross_tabulated(
    rows: Iterable[tuple[Mapping[str, str], int]], hierarchies: Sequence[Sequence[str]], role: str
) -> Tables:
    """Counts by place and role with every total, from rows of columns and a count.

    Each hierarchy names its columns from the top to the unit, which is the same last column in all of them: owners
    and networks over the same units. Keys are (place, role); a place is its column and its path, `()` is everybody.
    """
    counts: Counter[Hashable] = Counter()
    below: dict[Place, set[Place]] = {}
    roles: set[str] = set()
    for columns, count in rows:
        roles.add(columns[role])
        paths = [_path(hierarchy, columns) for hierarchy in hierarchies]
        for place in {place for path in paths for place in path}:
            counts[place, columns[role]] += count
            counts[place, ALL] += count
        for path in paths:
            for above, under in pairwise(path):
                below.setdefault(above, set()).add(under)
    return Tables(dict(counts), tuple(_sums(below, sorted(roles), counts)))


def _path(hierarchy: Sequence[str], columns: Mapping[str, str]) -> list[Place]:
    """From everybody down to the unit."""
    steps = [columns[name] for name in hierarchy]
    inner: list[Place] = [(hierarchy[depth - 1], *steps[:depth]) for depth in range(1, len(steps))]
    return [(), *inner, (hierarchy[-1], steps[-1])]


def _sums(below: Mapping[Place, set[Place]], roles: Sequence[str], counts: Counter[Hashable]) -> Iterator[Sum]:
    places = {key[0] for key in counts if isinstance(key, tuple)}
    for place in sorted(places):
        here = tuple((place, role) for role in roles if (place, role) in counts)
        yield Sum((place, ALL), here)
    for place, under in sorted(below.items()):
        for kind in sorted({child[0] for child in under}):
            parts = sorted(child for child in under if child[0] == kind)
            for role in (*roles, ALL):
                there = tuple((child, role) for child in parts if (child, role) in counts)
                if there:
                    yield Sum((place, role), there)
