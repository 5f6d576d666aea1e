"""Every construction gives rounds in which no two people meet twice."""

from itertools import combinations

import pytest

from benchmarks.rotation_report import LITERATURE
from sloyfe.algorithms.rotation import Event
from sloyfe.algorithms.rotation.designs import best_design
from sloyfe.algorithms.rotation.designs.fields import field_of
from sloyfe.algorithms.rotation.rotating import rotate
from sloyfe.algorithms.tests.promised import promised

PAGE = "rotation"
CELLS = [(groups, size) for groups in range(2, 11) for size in range(2, 11)]


@pytest.mark.parametrize(("groups", "size"), [*CELLS, (16, 4), (15, 3), (12, 6), (25, 5), (125, 8), (27, 4)])
def test_nobody_meets_anybody_twice_in_a_design(groups, size):
    promised(PAGE, "In a design nobody meets anybody twice.")
    rounds = best_design(groups, size, 40).rounds
    pairs = [pair for one in rounds for group in one for pair in combinations(sorted(group), 2)]

    assert len(pairs) == len(set(pairs))
    assert all(sorted(point for group in one for point in group) == list(range(groups * size)) for one in rounds)
    assert all(len(group) == size for one in rounds for group in one)


def test_as_many_rounds_as_the_literature_has():
    promised(
        PAGE,
        "All 81 cells from two to ten groups of two to ten people have as many rounds as the table or more.",
    )
    fewer = [
        (groups, size)
        for groups, row in enumerate(LITERATURE, 2)
        for size, known in enumerate(row, 2)
        if len(best_design(groups, size, 99).rounds) < known
    ]

    assert fewer == []


@pytest.mark.parametrize(("groups", "size", "rounds"), [(5, 3, 7), (7, 7, 8), (8, 4, 10), (10, 4, 13), (10, 8, 7)])
def test_a_design_is_used_whole(groups, size, rounds):
    made = rotate(Event(groups * size, groups, rounds))

    assert made.certificate.proved
    assert made.certificate.repeats == 0


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_a_field_distributes_and_divides(order):
    field = field_of(order)
    elements = range(order)

    assert field is not None
    for a in elements:
        assert sorted(field.plus(a, b) for b in elements) == list(elements)
        assert a == 0 or sorted(field.times(a, b) for b in elements) == list(elements)
        for b in elements:
            left, right = field.times(a, field.plus(b, 1)), field.plus(field.times(a, b), a)
            assert left == right


@pytest.mark.parametrize("order", [1, 6, 10, 12, 100])
def test_there_is_no_field_of_other_orders(order):
    assert field_of(order) is None
