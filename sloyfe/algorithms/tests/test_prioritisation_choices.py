"""Paired choices against another method, the next pair, and equal shares of hours and money."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.prioritisation import Ballots
from sloyfe.algorithms.prioritisation.equal_shares import Served, equal_shares, served
from sloyfe.algorithms.prioritisation.paired_choices import next_pair, strengths
from sloyfe.algorithms.tests.promised import promised

PAGE = "prioritisation"


def by_minorising(wins: np.ndarray, steps: int = 1500) -> np.ndarray:
    """Hunter's (2004) method for the same likelihood, with the item of strength 0 as one item more."""
    items = len(wins)
    more = np.pad(wins.astype(float), (0, 1))
    more[:items, items] = more[items, :items] = 0.5
    worth = np.ones(items + 1)
    asked = more + more.T
    for _step in range(steps):
        worth = more.sum(axis=1) / (asked / (worth[:, None] + worth[None, :])).sum(axis=1)
        worth /= worth[items]
    return np.log(worth[:items])


@settings(max_examples=12, deadline=None)
@given(st.integers(2, 6), st.integers(0, 10_000))
def test_strengths_are_those_of_a_slower_method(items: int, seed: int):
    promised(PAGE, "The strengths behind paired choices always exist, are unique")
    wins = np.random.default_rng(seed).integers(0, 4, (items, items)) * (1 - np.eye(items))

    assert np.allclose(strengths(wins).values, by_minorising(wins), atol=1e-5)


def test_what_never_lost_is_strong_but_not_infinitely():
    promised(PAGE, "no single choice makes one infinite")
    found = strengths(np.array([[0.0, 9.0], [0.0, 0.0]]))
    nobody = strengths(np.zeros((3, 3)))

    assert 1 < found.values[0] < 9
    assert found.values[0] == pytest.approx(-found.values[1])
    assert nobody.values.tolist() == [0, 0, 0]
    assert np.all(nobody.errors()[np.triu_indices(3, 1)] > 2)


def test_the_next_pair_is_one_that_nobody_knows_the_order_of():
    wins = np.zeros((4, 4))
    wins[0, 1:] = wins[1, 2:] = 30
    asked = {tuple(sorted(next_pair(wins, [], seed=seed))) for seed in range(10)}

    assert asked == {(2, 3)}
    assert next_pair(wins, [(2, 3)], seed=1) not in {(2, 3), (3, 2)}


def test_nobody_is_asked_the_same_twice_and_a_room_is_not_asked_alike():
    pairs = [(a, b) for a in range(4) for b in range(a + 1, 4)]
    wins = np.zeros((6, 6))

    assert next_pair(np.zeros((4, 4)), pairs, seed=1) is None
    assert next_pair(np.zeros((1, 1)), [], seed=1) is None
    assert len({next_pair(wins, [], seed=seed) for seed in range(20)}) > 8


@st.composite
def wished(draw: st.DrawFn) -> tuple[Ballots, list[int], int]:
    """Up to eight people's points for up to five items, with costs and a budget."""
    items = draw(st.integers(1, 5))
    points = st.lists(st.integers(0, 3), min_size=items, max_size=items)
    people = draw(st.lists(points, min_size=1, max_size=8))
    costs = draw(st.lists(st.integers(1, 9), min_size=items, max_size=items))
    return Ballots(np.array(people)), costs, draw(st.integers(1, 30))


@settings(max_examples=80, deadline=None)
@example((Ballots(np.array([[3, 0]] * 4 + [[0, 1]] * 4)), [6, 5], 10))
@given(wished())
def test_who_can_pay_for_something_they_all_want_gets_something(case: tuple[Ballots, list[int], int]):
    promised(
        PAGE,
        "People who together have the means for something they all want never end up with nothing "
        "that any of them wanted.",
    )
    ballots, costs, budget = case
    found = equal_shares(ballots, costs, budget)
    empty_handed = ~(ballots.levels[:, list(found.chosen)] > 0).any(axis=1)
    part = budget / ballots.people

    assert found.cost == sum(costs[item] for item in found.chosen) <= budget
    assert len(set(found.chosen)) == len(found.chosen)
    for item, cost in enumerate(costs):
        wanting = (ballots.levels[:, item] > 0) & empty_handed
        assert wanting.sum() * part < cost or not wanting.any()


def test_a_third_who_can_pay_are_not_passed_over_for_what_most_want():
    ballots = Ballots(np.array([[3, 3, 0]] * 7 + [[0, 0, 1]] * 3))

    assert 2 in equal_shares(ballots, [5, 5, 3], 10).chosen


def test_what_the_rest_pays_for_is_told():
    many = Ballots(np.array([[3, 1, 0]] * 6 + [[0, 0, 2]] * 4))
    found = equal_shares(many, [6, 5, 4], 10)

    assert sorted(found.chosen) == [0, 2]
    assert equal_shares(Ballots(np.array([[1], [0], [0]])), [3], 3).by_rest == (0,)
    assert equal_shares(Ballots(np.zeros((3, 2), dtype=int)), [1, 1], 9).chosen == ()
    with pytest.raises(ValueError, match="cost"):
        equal_shares(many, [0, 1, 1], 3)


def test_who_is_served_is_told_of_groups_of_five_and_more():
    ballots = Ballots(np.array([[1, 0]] * 5 + [[0, 1]] * 6))

    assert served(ballots, [0], [0] * 5 + [1] * 6) == (Served(5, 5), Served(6, 0))
    assert served(ballots, [], [0] * 11) == (Served(11, 0),)
    with pytest.raises(ValueError, match="fewer than 5"):
        served(ballots, [0], [0] * 7 + [1] * 4)
