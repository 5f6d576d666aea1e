"""Kemeny's order against all orders, its proof, and the door that arranges what people said."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.prioritisation import (
    Ballots,
    Method,
    Proof,
    arranged,
    borda,
    from_points,
    from_rankings,
    kemeny,
    preferences,
    scores,
)
from sloyfe.algorithms.prioritisation.components import components
from sloyfe.algorithms.prioritisation.linear_ordering import (
    _bound,
    _Programme,
    _without_circles,
    order_cost,
)
from sloyfe.algorithms.prioritisation.pairwise import margins
from sloyfe.algorithms.tests.promised import promised

PAGE = "prioritisation"
PROVED = (Proof.MAJORITIES, Proof.CERTIFICATE, Proof.SEARCH)


@st.composite
def said(draw: st.DrawFn, most_items: int = 7) -> Ballots:
    """Up to eleven people about up to seven items, with ties and lists that are not full."""
    items = draw(st.integers(2, most_items))
    person = st.lists(st.integers(0, items), min_size=items, max_size=items)
    return Ballots(np.array(draw(st.lists(person, min_size=1, max_size=11))))


def best_by_hand(pairs: np.ndarray) -> int:
    """The fewest overrulings of all orders there are."""
    places = np.array(list(permutations(range(len(pairs)))))
    before = places[:, :, None] < places[:, None, :]
    return int((before * pairs.T).sum(axis=(1, 2)).min())


def circle(items: int, dominance: int) -> Ballots:
    """People whose majorities go round in a circle."""
    turned = [[(start + step) % items for step in range(items)] for start in range(items)]
    return from_rankings(turned * dominance, items)


@settings(max_examples=100, deadline=None)
@given(said())
def test_no_order_of_up_to_seven_items_overrules_fewer(ballots: Ballots):
    promised(PAGE, "No order overrules fewer pairwise preferences than the order of 15 people or more.")
    pairs = preferences(ballots)
    found = kemeny(pairs, borda(pairs, ballots.people))

    assert found.overruled == order_cost(pairs.T, found.order) == best_by_hand(pairs)
    assert found.bound == found.overruled
    assert found.proof in PROVED


@settings(max_examples=60, deadline=None)
@given(said())
def test_borda_of_pairs_is_the_mean_of_what_each_person_has_below(ballots: Ballots):
    pairs = preferences(ballots)

    assert np.allclose(borda(pairs, ballots.people), scores(ballots).mean(axis=0))
    assert np.allclose(scores(ballots).sum(axis=1), ballots.items / 2)


@settings(max_examples=60, deadline=None)
@given(said())
def test_some_best_order_keeps_the_parts_that_majorities_decide(ballots: Ballots):
    pairs = preferences(ballots)
    parts = components(margins(pairs), borda(pairs, ballots.people))
    inside = [best_by_hand(pairs[np.ix_(part, part)]) for part in parts]
    number = {item: place for place, part in enumerate(parts) for item in part}
    between = sum(pairs[b, a] for a in number for b in number if number[a] < number[b])

    assert sum(inside) + between == best_by_hand(pairs)


def test_a_circle_of_majorities_is_broken_where_it_is_weakest():
    ballots = from_rankings([[0, 1, 2]] * 5 + [[1, 2, 0]] * 4 + [[2, 0, 1]] * 3, 3)
    pairs = preferences(ballots)

    assert kemeny(pairs, borda(pairs, 12)).order == (0, 1, 2)


def test_what_somebody_left_out_is_lower_than_what_they_named():
    named = from_rankings([[2], [0, [1, 3]]], 4)

    assert preferences(named)[2].tolist() == [1, 1, 0, 1]
    assert preferences(named)[1].tolist() == [0, 0, 1, 0]
    assert scores(named)[1].tolist() == [1.0, 0.5, 0.0, 0.5]
    assert from_points([{2: 3}, {0: 2, 1: 1, 3: 1}], 4).levels.tolist() == [[0, 0, 3, 0], [2, 1, 0, 1]]


def test_forty_items_in_one_great_circle_are_ordered_with_a_proof():
    dice = np.random.default_rng(5)
    pairs = preferences(Ballots(dice.permuted(np.tile(np.arange(40), (300, 1)), axis=1)))
    found = kemeny(pairs, borda(pairs, 300))

    assert max(len(part) for part in found.parts) > 30
    assert found.bound == found.overruled
    assert found.proof in PROVED


def test_where_the_solver_gets_no_time_the_order_says_that_it_is_not_proved():
    promised(PAGE, "Where the solver ran out of time the order says that it is not proved.")
    dice = np.random.default_rng(5)
    pairs = preferences(Ballots(dice.permuted(np.tile(np.arange(40), (300, 1)), axis=1)))
    mean = borda(pairs, 300)
    quick, best = kemeny(pairs, mean, seconds=0.0), kemeny(pairs, mean)

    assert quick.proof is Proof.NONE
    assert quick.bound < best.overruled <= quick.overruled < order_cost(pairs.T, tuple(np.argsort(-mean)))


def test_fewer_than_fifteen_people_are_ordered_by_borda_and_more_by_kemeny():
    levels = np.tile(circle(4, 1).levels, (4, 1))

    assert arranged(Ballots(levels[:14]), seed=1).method is Method.BORDA
    assert arranged(Ballots(levels[:15]), seed=1).method is Method.KEMENY


def test_what_nothing_tells_apart_shares_a_rank():
    promised(PAGE, "Items that nobody can tell apart share a rank")
    few, many = (arranged(circle(3, times), seed=1) for times in (2, 8))
    apart = arranged(from_rankings([[0, 1, 2]] * 20, 3), seed=1)

    assert [place.rank for place in few.places] == [place.rank for place in many.places] == [1, 1, 1]
    assert [place.rank for place in apart.places] == [1, 2, 3]


def test_each_place_says_how_many_have_it_before_the_next():
    order = arranged(from_rankings([[0, 1]] * 11 + [[1, 0]] * 4 + [[[0, 1]]] * 5, 3), seed=1)
    first, second, last = order.places

    assert (first.next.before, first.next.after, first.next.alike) == (11, 4, 5)
    assert (second.item, second.next.before, last.next) == (1, 20, None)


@pytest.mark.parametrize("people", [1, 15])
def test_one_item_is_an_order_too(people: int):
    [place] = arranged(from_points([{0: 2}] * people, 1), seed=1).places

    assert (place.rank, place.band, place.next) == (1, 0, None)


@settings(max_examples=40, deadline=None)
@given(said(most_items=5), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_who_spoke_first(ballots: Ballots, dice):
    promised(PAGE, "the order does not depend on who spoke first")
    people = dice.sample(range(ballots.people), ballots.people)
    first, again = (arranged(told, seed=1) for told in (ballots, Ballots(ballots.levels[people])))

    assert [(place.item, place.rank) for place in again.places] == [(place.item, place.rank) for place in first.places]


def test_a_certificate_is_never_above_what_an_order_costs_and_asks_no_solver():
    promised(
        PAGE,
        "The proof of an order never rests on the solver's arithmetic where it is called a certificate: "
        "whole numbers show it.",
    )
    dice = np.random.default_rng(8)
    for _try in range(20):
        costs = dice.integers(0, 9, (7, 7))
        programme = _Programme((costs - costs.T).astype(float), 1.0)
        _without_circles(programme)
        bound, best = _bound(costs, programme.rows, programme.prices()), best_by_hand(costs.T)
        wrong = programme.prices() + dice.normal(size=len(programme.rows))

        assert bound <= best
        assert _bound(costs, programme.rows, wrong) <= best
        assert _bound(costs, programme.rows, 0 * wrong) == np.minimum(costs, costs.T)[np.triu_indices(7, 1)].sum()
