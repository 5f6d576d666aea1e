"""The sums as equations over numbered cells, and how hidden cells hang together in them."""

from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from sloyfe.algorithms.disclosure.tables import Tables

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Row = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Component:
    """Hidden cells that share equations, directly or through each other, and those equations."""

    cells: tuple[int, ...]
    rows: tuple[int, ...]


class Equations:
    """Every sum as a row of (cell, coefficient): the whole −1, each part +1; together they make nothing."""

    def __init__(self, tables: Tables, public: AbstractSet[Hashable] = frozenset()) -> None:
        """What has been `public` cannot be hidden any more."""
        self.keys = tuple(tables.counts)
        self.number = {key: cell for cell, key in enumerate(self.keys)}
        self.values: Ints = np.array([tables.counts[key] for key in self.keys], dtype=np.int64)
        self.rows: list[Row] = [
            ((self.number[each.whole], -1), *((self.number[part], 1) for part in each.parts)) for each in tables.sums
        ]
        # Nobody hides a zero, and what has been public stays so.
        self.hideable: Flags = self.values != 0
        self.hideable[[self.number[key] for key in public]] = False
        self.rows_of: list[list[int]] = [[] for _ in self.keys]
        for row, entries in enumerate(self.rows):
            for cell, _coefficient in entries:
                self.rows_of[cell].append(row)
        self._starts: Ints = np.cumsum([0, *(len(row) for row in self.rows)])
        flat = np.array([entry for row in self.rows for entry in row], dtype=np.int64).reshape(-1, 2)
        self._cells: Ints = flat[:, 0]
        self._coefficients = flat[:, 1].astype(float)
        self._place: Ints = np.zeros(len(self.keys), dtype=np.int64)

    def flags(self, cells: AbstractSet[int]) -> Flags:
        """True for these cells; shape (all cells,)."""
        found = np.zeros(len(self.keys), dtype=np.bool_)
        found[list(cells)] = True
        return found

    def components(self, hidden: AbstractSet[int]) -> list[Component]:
        """The hidden cells, taken apart where no equation holds two of them together."""
        if not hidden:
            return []
        size = len(self.keys)
        meets = self.flags(hidden)[self._cells]
        cells, rows = self._cells[meets], np.repeat(np.arange(len(self.rows)), np.diff(self._starts))[meets]
        whole = size + len(self.rows)
        links = csr_matrix((np.ones(len(cells)), (cells, size + rows)), shape=(whole, whole))
        labels = connected_components(links, directed=False)[1]
        wanted = np.concatenate([np.array(sorted(hidden)), size + np.unique(rows)])
        order = wanted[np.argsort(labels[wanted], kind="stable")]
        found = []
        for part in np.split(order, np.flatnonzero(np.diff(labels[order])) + 1):
            middle = int(np.searchsorted(part, size))
            found.append(Component(tuple(part[:middle].tolist()), tuple((part[middle:] - size).tolist())))
        return found

    def around(self, cell: int, hidden: AbstractSet[int]) -> Iterator[set[int]]:
        """The equations within one, two, three … steps of a cell, from hidden cell to hidden cell, to the last."""
        cells, rows, edge = {cell}, set[int](), {cell}
        while edge:
            new_rows = {row for each in edge for row in self.rows_of[each]} - rows
            if not new_rows:
                return
            rows |= new_rows
            edge = {each for row in new_rows for each, _coefficient in self.rows[row] if each in hidden} - cells
            cells |= edge
            yield rows

    def part(self, rows: Sequence[int], kept: Flags) -> tuple[Ints, csr_matrix]:
        """The cells of some rows that are kept, and the coefficients; shapes (cells,) and (rows, cells)."""
        lines = np.asarray(rows, dtype=np.int64)
        starts = self._starts[lines]
        lengths = self._starts[lines + 1] - starts
        line = np.repeat(np.arange(len(rows)), lengths)
        entries = np.arange(len(line)) + np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        met = kept[self._cells[entries]]
        entries, line = entries[met], line[met]
        cells = np.unique(self._cells[entries])
        self._place[cells] = np.arange(len(cells))
        ends = np.concatenate([[0], np.cumsum(np.bincount(line, minlength=len(rows)))])
        places = self._place[self._cells[entries]]
        return cells, csr_matrix((self._coefficients[entries], places, ends), shape=(len(rows), len(cells)))
