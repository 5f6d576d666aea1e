"""The simplex method and branching in fractions: nothing is rounded, so nothing can be a rounding error."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import ceil, floor

Row = dict[int, Fraction]
RIGHT = -1


@dataclass(frozen=True)
class Equation:
    """Factors of unknowns, which are numbers from 0 up, and the whole number that they add up to."""

    factors: Mapping[int, int]
    right: int


def least(equations: Sequence[Equation], unknown: int, sign: int) -> int:
    """The least value of `sign` times the unknown over all whole numbers from 0 that solve the equations.

    Branch and bound on the simplex method. Raises ArithmeticError when there is no solution or no least value.
    """
    fresh = count(1 + max(other for equation in equations for other in equation.factors))
    best: int | None = None
    waiting = [list(equations)]
    while waiting:
        trial = waiting.pop()
        solution = _solve(trial, unknown, sign)
        if solution is None or (best is not None and ceil(sign * solution.get(unknown, Fraction(0))) >= best):
            continue
        broken = next((other for other, value in sorted(solution.items()) if value.denominator != 1), None)
        if broken is None:
            best = int(sign * solution.get(unknown, Fraction(0)))
            continue
        below = floor(solution[broken])
        waiting.append([*trial, Equation({broken: 1, next(fresh): -1}, below + 1)])
        waiting.append([*trial, Equation({broken: 1, next(fresh): 1}, below)])
    if best is None:
        raise ArithmeticError("no whole numbers solve the equations")
    return best


def reduced(equations: Sequence[Equation]) -> dict[int, Row]:
    """The equations by Gauss and Jordan's elimination: for each pivot, the row in which it stands alone."""
    done: dict[int, Row] = {}
    for equation in equations:
        row: Row = {key: Fraction(factor) for key, factor in equation.factors.items() if factor}
        row[RIGHT] = Fraction(equation.right)
        for pivot in [key for key in row if key in done]:
            _take(row, done[pivot], row.get(pivot, Fraction(0)))
        alone = min((key for key, factor in row.items() if key != RIGHT and factor), default=None)
        if alone is not None:
            _enter(done, row, alone)
        elif row.get(RIGHT):
            raise ArithmeticError("the equations contradict each other")
    return done


def _solve(equations: Sequence[Equation], unknown: int, sign: int) -> dict[int, Fraction] | None:
    """A solution in fractions from 0 with the least `sign` times the unknown, or None when there is none.

    Both the search for a first solution (the dual method at cost 0) and the improvement take the first unknown that
    serves, which cannot go in circles (Bland 1977).
    """
    try:
        basis = reduced(equations)
    except ArithmeticError:
        return None
    while (negative := min((key for key, row in basis.items() if row.get(RIGHT, 0) < 0), default=None)) is not None:
        if not _repair(basis, negative):
            return None
    cost: Row = {unknown: Fraction(sign)}
    if unknown in basis:
        _take(cost, basis[unknown], Fraction(sign))
    while (entering := min((key for key, f in cost.items() if key != RIGHT and f < 0), default=None)) is not None:
        rising = [(key, row) for key, row in basis.items() if row.get(entering, 0) > 0]
        ratios = [(row.get(RIGHT, Fraction(0)) / row[entering], key) for key, row in rising]
        if not ratios:
            raise ArithmeticError("there is no least value")
        _swap(basis, min(ratios)[1], entering)
        _take(cost, basis[entering], cost[entering])
    return {key: row.get(RIGHT, Fraction(0)) for key, row in basis.items()}


def _repair(basis: dict[int, Row], leaving: int) -> bool:
    """Exchange an unknown that is negative for one that makes it 0; False when the row shows that none can."""
    row = basis[leaving]
    entering = min((key for key, factor in row.items() if key not in {RIGHT, leaving} and factor < 0), default=None)
    if entering is None:
        return False
    _swap(basis, leaving, entering)
    return True


def _swap(basis: dict[int, Row], leaving: int, entering: int) -> None:
    _enter(basis, basis.pop(leaving), entering)


def _enter(basis: dict[int, Row], row: Row, pivot: int) -> None:
    """Let the pivot stand alone in this row and in no other."""
    factor = row[pivot]
    for key in row:
        row[key] /= factor
    for other in basis.values():
        if pivot in other:
            _take(other, row, other[pivot])
    basis[pivot] = row


def _take(row: Row, source: Row, factor: Fraction) -> None:
    """Subtract a multiple of the source, and keep no zeros."""
    for key, value in source.items():
        left = row.get(key, Fraction(0)) - factor * value
        if left:
            row[key] = left
        else:
            row.pop(key, None)
