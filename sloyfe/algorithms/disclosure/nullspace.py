"""What the equations leave open: random deviations that no shown count contradicts.

Where every hidden count is above 0 (zeros are shown, and those that are not are dealt with before), a small enough
deviation in any direction of the null space keeps all counts possible. A hidden count is therefore derivable exactly
when every deviation leaves it alone, and an insider who knows one hidden count derives another exactly when the two
always deviate in the same proportion. Two random deviations, taken over a prime field so that nothing is rounded, show
both (Schwartz 1980, Zippel 1979): what is derivable is always found, and what is not is taken for derivable with a
chance below cells/2^61.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from random import Random

from sloyfe.algorithms.disclosure.equations import Equations

PRIME = (1 << 61) - 1
HALF = PRIME // 2
Line = dict[int, int]


class NullSpace:
    """The null space of some hidden cells' columns in some equations, as random vectors: cell → number mod `PRIME`."""

    def __init__(self, equations: Equations, rows: Sequence[int], cells: AbstractSet[int], dice: Random) -> None:
        """Gaussian elimination, shortest line first to keep the lines short."""
        self._lines: dict[int, Line] = {
            row: {cell: coefficient for cell, coefficient in equations.rows[row] if cell in cells} for row in rows
        }
        self._taken: dict[int, list[int]] = {row: [] for row in rows}  # the rows that were subtracted from each
        self._solved: dict[int, tuple[int, int]] = {}  # pivot → its line, and the inverse of its coefficient there
        self._eliminate()
        self._first, self._second = self._vector(sorted(cells), dice), self._vector(sorted(cells), dice)

    def derivable(self) -> set[int]:
        """The hidden cells that have only one possible count."""
        return {cell for cell, moved in self._first.items() if moved == 0}

    def in_step(self) -> list[list[int]]:
        """Groups of two or more hidden cells of which each gives away the others."""
        together = defaultdict(list)
        for cell, moved in self._first.items():
            if moved and self._second[cell]:
                together[moved * pow(self._second[cell], -1, PRIME) % PRIME].append(cell)
        return [group for group in together.values() if len(group) > 1]

    def behind(self, cells: Iterable[int]) -> set[int]:
        """Rows that are enough to derive a cell that is derivable, or one of two cells in step from the other."""
        waiting: list[int] = []
        for cell in cells:
            left = {cell: 1}
            while left:
                pivot, factor = left.popitem()
                if pivot in self._solved:
                    row, inverse = self._solved[pivot]
                    waiting.append(row)
                    line = {each: coefficient for each, coefficient in self._lines[row].items() if each != pivot}
                    _subtract(left, line, factor * inverse)
        rows: set[int] = set()
        while waiting:
            row = waiting.pop()
            if row not in rows:
                rows.add(row)
                waiting += self._taken[row]
        return rows

    def _eliminate(self) -> None:
        holding: dict[int, set[int]] = defaultdict(set)
        for row, line in self._lines.items():
            for cell in line:
                holding[cell].add(row)
        waiting = [(len(line), row) for row, line in self._lines.items()]
        heapq.heapify(waiting)
        done: set[int] = set()
        while waiting:
            length, row = heapq.heappop(waiting)
            line = self._lines[row]
            if row in done or length != len(line) or not line:
                continue
            done.add(row)
            pivot = min(line, key=lambda cell: (len(holding[cell]), cell))
            inverse = _inverse(line[pivot])
            for cell in line:
                holding[cell].discard(row)
            for other in list(holding[pivot]):
                target = self._lines[other]
                before = target.keys() & line.keys()
                _subtract(target, line, target[pivot] * inverse)
                for cell in before - target.keys():
                    holding[cell].discard(other)
                for cell in line.keys() & target.keys() - before:
                    holding[cell].add(other)
                self._taken[other].append(row)
                heapq.heappush(waiting, (len(target), other))
            self._solved[pivot] = row, inverse

    def _vector(self, cells: Sequence[int], dice: Random) -> dict[int, int]:
        found = {cell: dice.randrange(PRIME) for cell in cells if cell not in self._solved}
        for pivot, (row, inverse) in reversed(self._solved.items()):
            line = self._lines[row]
            rest = sum(coefficient * found[cell] for cell, coefficient in line.items() if cell != pivot)
            found[pivot] = -rest * inverse % PRIME
        return found


def _inverse(number: int) -> int:
    return number if number in {1, -1} else pow(number, -1, PRIME)


def _subtract(target: Line, line: Line, factor: int) -> None:
    """Numbers stay between −`PRIME`/2 and `PRIME`/2: most are then 1 and −1, with which Python is quick."""
    for cell, coefficient in line.items():
        left = target.get(cell, 0) - factor * coefficient
        if not -HALF <= left <= HALF:
            left = (left + HALF) % PRIME - HALF
        if left:
            target[cell] = left
        elif cell in target:
            del target[cell]
