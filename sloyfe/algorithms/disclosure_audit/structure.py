"""Which counts are the same people whatever the numbers are, as an owner's and those of its only unit."""

from collections.abc import Iterator

import numpy as np

from sloyfe.algorithms.disclosure_audit.system import Floats, System

SAME = 1e-9


def same_people(system: System) -> Iterator[tuple[int, int]]:
    """Pairs of cells of one person that sums with no shown member other than 0 make equal, in both orders.

    Two cells are equal in every solution of these sums when their rows in an orthonormal basis of the null space,
    from a singular value decomposition, are equal.
    """
    bare = system.bare[system.row]
    groups = system.labels(bare)
    alone = np.flatnonzero(system.singleton)
    names, sizes = np.unique(groups[alone], return_counts=True)
    for group in names[sizes > 1]:
        cells = np.flatnonzero(groups == group)
        place = np.full(system.size, -1)
        place[cells] = np.arange(len(cells))
        entries = bare & (place[system.cell] >= 0)
        rows, row = np.unique(system.row[entries], return_inverse=True)
        matrix = np.zeros((len(rows), len(cells)))
        matrix[row, place[system.cell[entries]]] = system.factor[entries]
        _, values, turned = np.linalg.svd(matrix, full_matrices=True)
        basis = turned[int((values > SAME).sum()) :].T
        here = cells[system.singleton[cells]]
        mine = basis[place[here]]
        for one, other in zip(*np.nonzero(_apart(mine) < SAME), strict=True):
            if one != other:
                yield int(here[one]), int(here[other])


def _apart(rows: Floats) -> Floats:
    """The greatest difference between each two rows."""
    found = np.zeros((len(rows), len(rows)))
    for number, row in enumerate(rows):
        found[number] = np.abs(rows - row).max(axis=1, initial=0)
    return found
