"""A mean and how far it can be trusted."""

from random import Random

import pytest

from sloyfe.algorithms.estimates import mean_interval


def test_a_known_example():
    # Four answers 2, 3, 4, 5: mean 3.5, standard error 0.6455, t with 3 degrees of freedom 3.182.
    assert mean_interval((0, 1, 1, 1, 1)) == pytest.approx((1.446, 5.0), abs=0.001)
    assert mean_interval((0, 10, 10, 10, 10)) == pytest.approx((3.138, 3.862), abs=0.001)


def test_when_all_have_answered_nothing_is_uncertain():
    assert mean_interval((1, 2, 3, 2, 1), 9) == (3.0, 3.0)


def test_one_answer_says_nothing_of_the_spread():
    assert mean_interval((0, 0, 1, 0, 0)) is None


def test_it_holds_the_mean_of_all_about_as_often_as_it_says():
    dice = Random(5)
    everybody = dice.choices(range(1, 6), (1, 3, 6, 8, 4), k=60)
    true = sum(everybody) / 60
    held = 0
    for _ in range(2000):
        some = dice.sample(everybody, 25)
        low, high = mean_interval([some.count(step) for step in range(1, 6)], 60) or (0, 0)
        held += low <= true <= high

    assert 0.93 < held / 2000 < 0.97
