"""What follows from sums alone, in exact arithmetic: modulo a prime, and in fractions where the table is small."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from attack.attacker.facts import Facts, Weights

PRIME = 2_147_483_629
SMALL = 40

Line = tuple[int | Fraction, ...]


class DisagreeError(ArithmeticError):
    """Arithmetic modulo the prime and in fractions tell different things."""


def free_parts(facts: Facts, sums: Sequence[Weights]) -> list[Line]:
    """For each sum, how it moves when the unknowns that are free move; all zero where it follows from what is told.

    Scaled so that the first part that is not zero is 1: two sums with the same line follow from each other.
    """
    rows = facts.rows([weights for weights, _ in facts.exact]).toarray().astype(np.int64)
    wanted = facts.rows(sums).toarray().astype(np.int64)
    lines = [_scaled_modular(line) for line in _modular(rows, wanted)]
    if len(facts.columns) <= SMALL:
        exact = [_scaled(line) for line in _rational(rows, wanted)]
        if not _same(lines, exact):
            raise DisagreeError
        return exact
    return lines


def _modular(rows: np.ndarray, wanted: np.ndarray) -> list[list[int]]:
    table = rows % PRIME
    pivots: list[int] = []
    for column in range(table.shape[1]):
        at = len(pivots)
        below = np.flatnonzero(table[at:, column])
        if not below.size:
            continue
        table[[at, at + below[0]]] = table[[at + below[0], at]]
        table[at] = table[at] * pow(int(table[at, column]), -1, PRIME) % PRIME
        for row in np.flatnonzero(table[:, column]):
            if row != at:
                table[row] = (table[row] - table[row, column] * table[at]) % PRIME
        pivots.append(column)
        if len(pivots) == len(table):
            break
    left = wanted % PRIME
    for at, column in enumerate(pivots):
        left = (left - left[:, [column]] * table[at] % PRIME) % PRIME
    return [[int(each) for each in line] for line in left]


def _rational(rows: np.ndarray, wanted: np.ndarray) -> list[list[Fraction]]:
    table = [[Fraction(int(each)) for each in row] for row in rows]
    left = [[Fraction(int(each)) for each in row] for row in wanted]
    start = 0
    for column in range(rows.shape[1]):
        found = next((at for at in range(start, len(table)) if table[at][column]), None)
        if found is None:
            continue
        table[start], table[found] = table[found], table[start]
        head = table[start][column]
        pivot = [each / head for each in table[start]]
        table[start] = pivot
        for other in (*table[start + 1 :], *left):
            factor = other[column]
            if factor:
                other[:] = [each - factor * part for each, part in zip(other, pivot, strict=True)]
        start += 1
    return left


def _scaled_modular(line: Sequence[int]) -> Line:
    head = next((each for each in line if each), 0)
    if not head:
        return ()
    back = pow(head, -1, PRIME)
    return tuple(each * back % PRIME for each in line)


def _scaled(line: Sequence[Fraction]) -> Line:
    head = next((each for each in line if each), None)
    return tuple(each / head for each in line) if head else ()


def _same(modular: Sequence[Line], rational: Sequence[Line]) -> bool:
    return all(
        len(one) == len(other)
        and all(int(a) == b.numerator * pow(b.denominator, -1, PRIME) % PRIME for a, b in zip(one, other, strict=True))
        for one, other in zip(modular, rational, strict=True)
    )
