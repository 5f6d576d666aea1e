"""Transversal designs from difference arrays: each group has one person from each column of people.

Person k of column c sits in round r in group k + D[c][r]. Two people meet twice only if two columns differ equally in
two rounds, so it is enough that D[c][r] − D[d][r] are distinct over r for every two columns. Over a field c · r does
(Bose 1938); with fewer columns or rounds than the order there is room also where no field is (Latin rectangles: Harvey
and Winterer 2005).
"""

from collections.abc import Iterator, Sequence
from math import gcd

from sloyfe.algorithms.rotation.designs.design import Design, Round, grouped
from sloyfe.algorithms.rotation.designs.fields import Field, field_of
from sloyfe.algorithms.rotation.designs.found import CYCLIC_ARRAYS, ORTHOGONAL_SQUARES_OF_TEN

Array = Sequence[Sequence[int]]
LARGEST_FIELD = 256


def transversal(groups: int, size: int, most: int) -> Iterator[Design]:
    """Every transversal design known here for groups of at most as many people as there are groups."""
    if size > groups:
        return
    yield _multiples(groups, size, most)
    field = field_of(groups) if groups <= LARGEST_FIELD else None
    if field is not None:
        yield _over_field(field, size, most)
    for (order, columns), array in CYCLIC_ARRAYS.items():
        if order == groups and columns >= size:
            rounds = cyclic_rounds(groups, array[:size], most)
            yield Design(groups, size, rounds, "difference array")


def from_orthogonal_squares(groups: int, size: int, most: int) -> Iterator[Design]:
    """A square of ten by ten; of the squares without a field only this order is kept here."""
    if (groups, size) == (10, 10):
        yield Design(10, 10, _with_fixed_point(ORTHOGONAL_SQUARES_OF_TEN)[:most], "two orthogonal Latin squares")


def cyclic_rounds(groups: int, array: Array, most: int) -> tuple[Round, ...]:
    """Column c turned by array[c][r] places in round r."""
    return tuple(
        grouped(groups, ((place + row[at]) % groups for row in array for place in range(groups)))
        for at in range(min(most, len(array[0])))
    )


def _multiples(groups: int, size: int, most: int) -> Design:
    """D[c][r] = c · r modulo any number of groups: good while no (c − d)(r − s) is a multiple of it."""
    rounds = min(most, min(groups // gcd(groups, step) for step in range(1, size)) if size > 1 else groups)
    array = [[column * at % groups for at in range(rounds)] for column in range(size)]
    return Design(groups, size, cyclic_rounds(groups, array, most), "cyclic shifts")


def _over_field(field: Field, size: int, most: int) -> Design:
    """D[c][r] = c · r in the field: a transversal design with as many rounds as groups."""
    rounds = tuple(
        grouped(
            field.order,
            (field.plus(place, field.times(column, at)) for column in range(size) for place in range(field.order)),
        )
        for at in range(min(most, field.order))
    )
    return Design(field.order, size, rounds, f"transversal design over GF({field.order})")


def _with_fixed_point(array: Sequence[Sequence[int | None]]) -> tuple[Round, ...]:
    """As cyclic rounds, where None is a last group that is not turned; one more person always sits in it.

    A quasi-difference matrix (Colbourn and Dinitz 2007, III.3.6 and VI.17.4).
    """
    turning = len(array) - 2
    return tuple(
        grouped(
            turning + 1,
            [
                turning if row[at] is None else (place + (row[at] or 0)) % turning
                for row in array
                for place in range(turning)
            ]
            + [turning],
        )
        for at in range(len(array[0]))
    )
