"""Rounds after a first one: hosts stay, everybody sits once, and nobody meets again where there are tables enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sloyfe.algorithms.rotation.turning import met_again, turned


def first(sizes: list[int]) -> list[list[int]]:
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    return [list(range(start, start + size)) for start, size in zip(starts, sizes, strict=True)]


@given(st.lists(st.integers(3, 4), min_size=1, max_size=20), st.integers(1, 4))
def test_everybody_sits_once_in_every_round_and_sizes_stay(sizes: list[int], rounds: int):
    made = turned(first(sizes), rounds)

    assert len(made) == rounds
    for each in made:
        assert sorted(person for table in each for person in table) == list(range(sum(sizes)))
        assert max(map(len, each)) - min(map(len, each)) <= 1


@given(st.lists(st.integers(2, 6), min_size=1, max_size=20))
def test_the_first_of_each_table_stays(sizes: list[int]):
    tables = first(sizes)

    assert all(table[0] in seated for each in turned(tables, 3) for table, seated in zip(tables, each, strict=True))


@pytest.mark.parametrize(("tables", "seats"), [(5, 5), (7, 6), (9, 6), (11, 6), (13, 6), (40, 6)])
def test_nobody_meets_anybody_twice_where_there_are_tables_enough(tables: int, seats: int):
    assert met_again(turned(first([seats] * tables), 3)) == 0
