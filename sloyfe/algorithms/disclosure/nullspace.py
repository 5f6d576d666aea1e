"""What the equations leave open: random deviations that no shown count contradicts.

Every hidden count is above 0 (zeros are shown), so a small enough deviation in any direction of the null space keeps
all counts possible. A hidden count is therefore derivable exactly when every deviation leaves it alone, and an insider
who knows one hidden count derives another exactly when the two always deviate in the same proportion. Two random
deviations, taken over a prime field so that nothing is rounded, show both (Schwartz 1980, Zippel 1979): what is
derivable is always found, and what is not is taken for derivable with a chance below cells/2^61.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from random import Random

from sloyfe.algorithms.disclosure.equations import Equations

PRIME = (1 << 61) - 1
Line = dict[int, int]


def deviations(
    equations: Equations, rows: Iterable[int], cells: AbstractSet[int], dice: Random, *, how_many: int = 2
) -> list[dict[int, int]]:
    """Random vectors of the null space of these hidden cells' columns, as cell → number mod `PRIME`."""
    lines = [{cell: coefficient % PRIME for cell, coefficient in equations.rows[row] if cell in cells} for row in rows]
    solved = _eliminate([line for line in lines if line])
    return [_back(solved, sorted(cells), dice) for _nth in range(how_many)]


def derivable(deviation: dict[int, int]) -> set[int]:
    """The hidden cells that have only one possible count."""
    return {cell for cell, moved in deviation.items() if moved == 0}


def in_step(first: dict[int, int], second: dict[int, int]) -> list[list[int]]:
    """Groups of two or more hidden cells of which each gives away the others."""
    together = defaultdict(list)
    for cell, moved in first.items():
        if moved and second[cell]:
            together[moved * pow(second[cell], -1, PRIME) % PRIME].append(cell)
    return [group for group in together.values() if len(group) > 1]


def _eliminate(lines: list[Line]) -> list[tuple[int, int, Line]]:
    """Gaussian elimination, shortest line first to keep the lines short: (pivot, its inverse, line) in order."""
    holding: dict[int, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for cell in line:
            holding[cell].add(number)
    waiting = [(len(line), number) for number, line in enumerate(lines)]
    heapq.heapify(waiting)
    done: set[int] = set()
    solved = []
    while waiting:
        length, number = heapq.heappop(waiting)
        line = lines[number]
        if number in done or length != len(line) or not line:
            continue
        done.add(number)
        pivot = min(line, key=lambda cell: (len(holding[cell]), cell))
        inverse = pow(line[pivot], -1, PRIME)
        for cell in line:
            holding[cell].discard(number)
        for other in list(holding[pivot]):
            _subtract(lines[other], line, lines[other][pivot] * inverse % PRIME, holding, other)
            heapq.heappush(waiting, (len(lines[other]), other))
        solved.append((pivot, inverse, line))
    return solved


def _subtract(target: Line, line: Line, factor: int, holding: dict[int, set[int]], number: int) -> None:
    for cell, coefficient in line.items():
        left = (target.get(cell, 0) - factor * coefficient) % PRIME
        if left:
            target[cell] = left
            holding[cell].add(number)
        elif cell in target:
            del target[cell]
            holding[cell].discard(number)


def _back(solved: Sequence[tuple[int, int, Line]], cells: Sequence[int], dice: Random) -> dict[int, int]:
    pivots = {pivot for pivot, _inverse, _line in solved}
    found = {cell: dice.randrange(PRIME) for cell in cells if cell not in pivots}
    for pivot, inverse, line in reversed(solved):
        rest = sum(coefficient * found[cell] for cell, coefficient in line.items() if cell != pivot)
        found[pivot] = -rest * inverse % PRIME
    return found
