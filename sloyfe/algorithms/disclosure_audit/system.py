"""What is known about the hidden counts: one equation for every sum in which something is hidden."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from sloyfe.algorithms.disclosure.tables import Release

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class System:
    """Hidden counts x, whole numbers from 0, with M x = M truth; M is stored as (row, cell, factor) triples.

    `truth`, `sensitive`, `singleton` and `component` have one entry per cell, in people or as flags; `bare` has one
    per row and is set where the sum has no shown member other than 0. Cells in different components say nothing
    about each other.
    """

    keys: tuple[Hashable, ...]
    row: Ints
    cell: Ints
    factor: Ints
    bare: Flags
    truth: Ints
    sensitive: Flags
    component: Ints

    @property
    def size(self) -> int:
        """How many hidden cells."""
        return len(self.keys)

    @property
    def singleton(self) -> Flags:
        """The cells of exactly one person, who knows it."""
        alone: Flags = self.truth == 1
        return alone

    def left_over(self, move: Ints) -> Ints:
        """By how many people each sum fails when the hidden counts change by `move`; shape (rows,)."""
        balance = np.zeros(len(self.bare), dtype=np.int64)
        np.add.at(balance, self.row, self.factor * move[self.cell])
        return balance

    def labels(self, used: Flags) -> Ints:
        """A number per cell, the same for cells that the used triples connect; shape (cells,)."""
        return connected(self.row[used], self.cell[used], len(self.bare), self.size)

    def keeping(self, kept: Flags) -> "System":
        """The same system when the cells that are not kept can no longer change."""
        place = np.cumsum(kept) - 1
        entries = kept[self.cell]
        cell = place[self.cell[entries]]
        row, size = self.row[entries], int(kept.sum())
        return replace(
            self,
            keys=tuple(key for key, keep in zip(self.keys, kept, strict=True) if keep),
            row=row,
            cell=cell,
            factor=self.factor[entries],
            truth=self.truth[kept],
            sensitive=self.sensitive[kept],
            component=connected(row, cell, len(self.bare), size),
        )


def system_of(
    release: Release, truth: Mapping[Hashable, int], smallest: int, more: Iterable[Counter[Hashable]] = ()
) -> System:
    """The equations among the hidden cells that are connected with a count of 1 to `smallest` - 1 people.

    `more` are equations besides the sums: members with factors that add up to 0.
    """
    equations: dict[frozenset[tuple[Hashable, int]], bool] = {}
    for members in (*signed_sums(release), *more):
        unknown = frozenset((key, factor) for key, factor in members.items() if key not in release.shown and factor)
        if unknown:
            bare = not any(release.shown.get(key) for key in members)
            equations[unknown] = equations.get(unknown, False) or bare
    keys = tuple(dict.fromkeys(key for unknown in equations for key, _ in sorted(unknown, key=repr)))
    number = {key: cell for cell, key in enumerate(keys)}
    triples = [(row, number[key], f) for row, unknown in enumerate(equations) for key, f in unknown]
    row, cell, factor = np.array(triples, dtype=np.int64).reshape(-1, 3).T
    counts = np.array([truth[key] for key in keys], dtype=np.int64)
    sensitive = (counts >= 1) & (counts < smallest)
    component = connected(row, cell, len(equations), len(keys))
    bare_rows = np.array(list(equations.values()), dtype=np.bool_)
    whole = System(keys, row, cell, factor, bare_rows, counts, sensitive, component)
    return whole.keeping(np.isin(component, component[sensitive]))


def signed_sums(release: Release) -> Iterator[Counter[Hashable]]:
    """Each sum as its members with +1 for the whole and -1 for a part; the members add up to 0."""
    for sum_ in release.sums:
        members = Counter({sum_.whole: 1})
        members.subtract(sum_.parts)
        yield members


def connected(row: Ints, cell: Ints, rows: int, cells: int) -> Ints:
    """A number per cell, the same for cells that some chain of equations connects."""
    links = csr_array((np.ones(len(row)), (cell, row + cells)), shape=(cells + rows, cells + rows))
    labels: Ints = connected_components(links, directed=False)[1][:cells].astype(np.int64)
    return labels
