"""The sums as equations over numbered cells, and how hidden cells hang together in them."""

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from sloyfe.algorithms.disclosure.tables import Tables

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
        self.values: NDArray[np.int64] = np.array([tables.counts[key] for key in self.keys], dtype=np.int64)
        self.rows: list[Row] = [
            ((self.number[each.whole], -1), *((self.number[part], 1) for part in each.parts)) for each in tables.sums
        ]
        # Nobody hides a zero, and what has been public stays so.
        self.hideable = {cell for key, cell in self.number.items() if self.values[cell] and key not in public}
        self.rows_of: list[list[int]] = [[] for _ in self.keys]
        for row, entries in enumerate(self.rows):
            for cell, _coefficient in entries:
                self.rows_of[cell].append(row)

    def components(self, hidden: AbstractSet[int]) -> list[Component]:
        """The hidden cells, taken apart where no equation holds two of them together."""
        left = set(hidden)
        found = []
        while left:
            cells, rows = self.spread([min(left)], left, steps=None)
            left -= cells
            found.append(Component(tuple(sorted(cells)), tuple(sorted(rows))))
        return found

    def spread(self, begin: Iterable[int], hidden: AbstractSet[int], *, steps: int | None) -> tuple[set[int], set[int]]:
        """The hidden cells and the equations within so many steps of some cells; None goes all the way."""
        cells, rows, edge = set(begin), set[int](), set(begin)
        while edge and (steps is None or steps > 0):
            new_rows = {row for cell in edge for row in self.rows_of[cell]} - rows
            rows |= new_rows
            edge = {cell for row in new_rows for cell, _coefficient in self.rows[row] if cell in hidden} - cells
            cells |= edge
            steps = None if steps is None else steps - 1
        return cells, rows

    def matrix(self, cells: Sequence[int], rows: Sequence[int]) -> csr_matrix:
        """The equations' coefficients, rows × cells; what is not among the cells is left out."""
        place = {cell: column for column, cell in enumerate(cells)}
        entries = [
            (line, place[cell], coefficient)
            for line, row in enumerate(rows)
            for cell, coefficient in self.rows[row]
            if cell in place
        ]
        lines, columns, coefficients = zip(*entries, strict=True) if entries else ((), (), ())
        return csr_matrix((np.array(coefficients, dtype=float), (lines, columns)), shape=(len(rows), len(cells)))
