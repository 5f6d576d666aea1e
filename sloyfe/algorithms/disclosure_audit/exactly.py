"""The same attacks in fractions, cell by cell, as a reference for small systems; slow and plain on purpose."""

from collections.abc import Iterator, Mapping

import numpy as np

from sloyfe.algorithms.disclosure_audit.findings import Finding, Kind
from sloyfe.algorithms.disclosure_audit.simplex import Equation, least, reduced
from sloyfe.algorithms.disclosure_audit.system import System

LARGEST = 150
FAR = 1_000


def attack(system: System, width: int) -> Iterator[Finding]:
    """Every finding but EXPOSED; raises ValueError for more than 150 hidden counts."""
    if system.size > LARGEST:
        raise ValueError(f"{system.size} hidden counts are too many for fractions; {LARGEST} is the most")
    secret = []
    for cell in np.flatnonzero(system.sensitive).tolist():
        low, high = _range(system, cell, width, {})
        if high == low:
            yield Finding(Kind.EXACT, system.keys[cell], low, high)
        else:
            secret.append(cell)
            if high - low < width:
                yield Finding(Kind.NARROW, system.keys[cell], low, high)
    for insider in secret:
        for cell in secret if system.truth[insider] == 1 else ():
            if cell != insider and system.component[cell] == system.component[insider]:
                low, high = _range(system, cell, 1, {insider: 1})
                if low == high and not _alike(system, insider, cell):
                    yield Finding(Kind.INSIDER, system.keys[cell], low, high, system.keys[insider])


def _range(system: System, cell: int, width: int, known: Mapping[int, int]) -> tuple[int, int]:
    """The least and the greatest count of the cell; the search ends where they are found `width` apart.

    Counts near the truth are tried first, which is quicker; but counts may come in steps, as when two people come or
    none, so a narrow range is believed only when nothing far off fits either.
    """
    low, high = _between(system, cell, width, known)
    return (low, high) if high - low >= width else _between(system, cell, FAR, known)


def _between(system: System, cell: int, room: int, known: Mapping[int, int]) -> tuple[int, int]:
    """The same among counts no greater than the truth and `room` more."""
    inside = system.component == system.component[cell]
    equations = _equations(system, inside[system.cell])
    equations += [Equation({other: 1}, count) for other, count in known.items()]
    top, slack = int(system.truth[cell]) + room, system.size
    equations.append(Equation({cell: 1, slack: 1}, top))
    return least(equations, cell, 1), -least(equations, cell, -1)


def _equations(system: System, entries: np.ndarray) -> list[Equation]:
    rows: dict[int, dict[int, int]] = {}
    for row, cell, factor in zip(system.row[entries], system.cell[entries], system.factor[entries], strict=True):
        rows.setdefault(int(row), {})[int(cell)] = int(factor)
    return [Equation(row, sum(f * int(system.truth[cell]) for cell, f in row.items())) for row in rows.values()]


def _alike(system: System, one: int, other: int) -> bool:
    """Whether sums with no shown member other than 0 make the two counts equal."""
    rows = _equations(system, system.bare[system.row])
    return len(reduced([*rows, Equation({one: 1, other: -1}, 0)])) == len(reduced(rows))
