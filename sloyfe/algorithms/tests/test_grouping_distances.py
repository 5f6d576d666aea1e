"""Groups by distances."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.grouping import Size
from sloyfe.algorithms.grouping.annealing import Moves
from sloyfe.algorithms.grouping.sizing import most_even, most_pairs
from sloyfe.algorithms.grouping.spreading import _some_are_far_out, spread


def inside(matrix: np.ndarray, groups: tuple[int, ...]) -> float:
    """The distances inside groups, one by one."""
    people = range(len(groups))
    return sum(matrix[one, other] for one in people for other in range(one) if groups[one] == groups[other])


@st.composite
def spaces(draw) -> tuple[np.ndarray, tuple[Size, ...]]:
    """Up to seven people, whole or broken distances, two or three groups."""
    people, groups = draw(st.integers(2, 7)), draw(st.integers(2, 3))
    distance = st.integers(0, 50) if draw(st.booleans()) else st.floats(0, 50).map(lambda value: round(value, 3))
    matrix = np.zeros((people, people))
    for one in range(people):
        for other in range(one):
            matrix[one, other] = matrix[other, one] = draw(distance)
    even = people // groups
    return matrix, (Size(draw(st.integers(0, even)), even + draw(st.integers(1, 3))),) * groups


@settings(max_examples=60, deadline=None)
@given(spaces())
def test_it_finds_the_best_of_all_groupings_of_a_few_people(space):
    matrix, sizes = space
    values = [
        inside(matrix, places)
        for places in product(range(len(sizes)), repeat=len(matrix))
        if all(size.least <= places.count(group) <= size.most for group, size in enumerate(sizes))
    ]

    found = spread(matrix, sizes, Moves(300_000), 1)

    assert all(size.least <= found.groups.count(group) <= size.most for group, size in enumerate(sizes))
    assert found.value == pytest.approx(inside(matrix, found.groups))
    assert found.value == pytest.approx(max(values), abs=0.01)


def test_the_same_seed_gives_the_same_groups():
    random = np.random.default_rng(3)
    matrix = np.triu(random.integers(0, 100, (20, 20)), 1).astype(float)
    matrix += matrix.T

    assert spread(matrix, (Size(4, 6),) * 4, Moves(200_000), 5) == spread(matrix, (Size(4, 6),) * 4, Moves(200_000), 5)


@pytest.mark.parametrize("matrix", [np.ones((4, 4)), np.triu(np.ones((4, 4)), 1), np.zeros((4, 3)), np.zeros((9, 9))])
def test_what_is_no_distance_and_what_does_not_fit_is_refused(matrix):
    with pytest.raises(ValueError, match=r"must be|add up"):
        spread(matrix, (Size(2, 2), Size(2, 2)), Moves(10), 0)


@given(st.integers(0, 40), st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=5))
def test_sizes_are_kept_when_people_are_dealt_out(people, bounds):
    sizes = [Size(min(pair), max(pair)) for pair in bounds]
    if not sum(size.least for size in sizes) <= people <= sum(size.most for size in sizes):
        return
    for counts in (most_even(people, sizes), most_pairs(people, sizes)):
        assert sum(counts) == people
        assert all(size.least <= count <= size.most for size, count in zip(sizes, counts, strict=True))


def test_places_on_a_map_are_told_from_distances_of_chance():
    dice = np.random.default_rng(1)
    places = dice.random((60, 2)) * 100
    map_of = np.sqrt(((places[:, None] - places[None, :]) ** 2).sum(axis=2))
    by_chance = np.triu(dice.integers(0, 100, (60, 60)), 1).astype(float)

    assert _some_are_far_out(map_of)
    assert not _some_are_far_out(by_chance + by_chance.T)
    assert not _some_are_far_out(np.zeros((1, 1)))
