"""What people agree on, what divides them, where an order is firm, and whether there are groups of opinion at all."""

import numpy as np
import pytest
from scipy.stats import rankdata

from sloyfe.algorithms.prioritisation import (
    Ballots,
    Degree,
    Kind,
    agreement,
    arranged,
    from_rankings,
    group_views,
    preferences,
    scores,
)
from sloyfe.algorithms.prioritisation.bands import _drawn_margins, bands
from sloyfe.algorithms.prioritisation.means import adjusted_rand
from sloyfe.algorithms.prioritisation.opinion_groups import opinion_groups
from sloyfe.algorithms.tests.promised import promised

PAGE = "prioritisation"


def blind(people: int, items: int, seed: int) -> Ballots:
    """People who name their first three blindly."""
    order = np.random.default_rng(seed).permuted(np.tile(np.arange(items), (people, 1)), axis=1)
    return from_rankings(order[:, :3].tolist(), items)


def of_kinds(kinds: int, people: int, seed: int, *, strength: float = 2.0, axis: float = 0.0) -> np.ndarray:
    """People whose tastes are of so many kinds, and who are spread along one axis of taste, as scores."""
    dice = np.random.default_rng(seed)
    tastes = dice.normal(size=(kinds, 10)) * strength
    along = axis * dice.normal(size=(people, 1)) * np.arange(10)
    dearness = tastes[np.arange(people) % kinds] + along + dice.gumbel(size=(people, 10))
    return scores(Ballots(np.argsort(np.argsort(dearness))))


def test_w_is_kendalls_with_ties():
    levels = np.random.default_rng(1).integers(0, 4, (12, 6))
    ranks = np.array([rankdata(-row) for row in levels])
    ties = sum(
        float((counts**3 - counts).sum()) for counts in (np.unique(row, return_counts=True)[1] for row in levels)
    )
    sums = ranks.sum(axis=0)
    by_the_book = 12 * ((sums - sums.mean()) ** 2).sum() / (12**2 * (6**3 - 6) - 12 * ties)

    assert agreement(scores(Ballots(levels))).w == pytest.approx(by_the_book)


def test_words_for_agreement_follow_the_mean_correlation_of_two_people():
    same = agreement(scores(from_rankings([[0, 1, 2, 3]] * 6, 4)))

    assert (same.w, same.correlation, same.degree) == (pytest.approx(1), pytest.approx(1), Degree.STRONG)
    assert agreement(scores(blind(6, 8, 1))).degree is Degree.NONE
    assert agreement(scores(from_rankings([[0, 1, 2], [2, 1, 0]], 3))).correlation == pytest.approx(-1)
    assert agreement(scores(Ballots(np.zeros((9, 3), dtype=int)))) is None
    assert agreement(scores(from_rankings([[0, 1]], 2))) is None


def test_lines_hold_together_in_the_draws():
    promised(PAGE, "All lines of an order hold at once in at least 95 of 100 draws of the same people.")
    dice = np.random.default_rng(3)
    ballots = Ballots(np.argsort(np.argsort(np.arange(8) * 0.5 + dice.gumbel(size=(80, 8)))))
    order = [place.item for place in arranged(ballots, seed=7).places]
    told = bands(ballots, order, by_pairs=True, seed=7)
    lines = [n for n in range(1, 8) if told[n] > told[n - 1]]
    drawn = _drawn_margins(ballots.levels[:, order], 400, 7)
    held = [all((margins[:n, n:] > 0).all() for n in lines) for margins in drawn]

    assert 1 < len(lines) < 7
    assert np.mean(held) >= 0.95


def test_a_draw_of_the_people_counts_as_their_pairs_do():
    ballots = blind(30, 5, 2)
    pairs = preferences(ballots)
    drawn = _drawn_margins(ballots.levels, 2000, 1).mean(axis=0)

    assert np.abs(drawn - (pairs - pairs.T)).max() < 0.7


@pytest.mark.parametrize("people", [9, 10])
def test_with_fewer_than_ten_people_no_line_is_drawn(people: int):
    promised(PAGE, "With fewer than ten people no line is drawn.")
    told = [place.band for place in arranged(from_rankings([[0, 1, 2]] * people, 3), seed=1).places]

    assert told == ([0, 0, 0] if people < 10 else [0, 1, 2])


def test_no_line_is_drawn_inside_a_circle_or_between_equals():
    circle = [[0, 1, 2, 3], [1, 2, 0, 3], [2, 0, 1, 3]] * 20

    assert [place.band for place in arranged(from_rankings(circle, 5), seed=1).places] == [0, 0, 0, 1, 2]
    assert {place.band for place in arranged(from_rankings([[0], [1]] * 30, 2), seed=1).places} == {0}


def test_a_group_of_four_is_refused():
    promised(PAGE, "Nothing is computed for a group of fewer than five.")
    table = scores(blind(13, 5, 1))
    with pytest.raises(ValueError, match="fewer than 5"):
        group_views(table, [0] * 9 + [1] * 4, seed=1)

    assert len(group_views(table, [0] * 9 + [-1] * 4, seed=1)[0].means) == 1
    assert group_views(table, [-1] * 13, seed=1) == ()


@pytest.mark.parametrize(("items", "sizes"), [(12, (25, 10, 5)), (4, (20, 20)), (30, (8,) * 5)])
def test_groups_that_do_not_differ_are_seldom_told_to(items, sizes):
    promised(
        PAGE,
        "Where groups do not differ, they are told to differ in at most one of twenty cases, "
        "however many items and groups there are.",
    )
    groups = [group for group, size in enumerate(sizes) for _person in range(size)]
    runs = [group_views(scores(blind(40, items, seed)), groups, seed=seed, draws=199) for seed in range(100)]

    assert sum(any(view.kind is Kind.CONTESTED for view in run) for run in runs) <= 9


def test_what_is_high_low_contested_and_split_is_told():
    one, other = [0, 1, 4, 2, 3], [0, 2, 1, 4, 3]
    half = [[0, 1, 4], [0, 4, 1]] * 3
    ballots = from_rankings([one] * 9 + [other] * 9, 6)
    kinds = [view.kind for view in group_views(scores(ballots), [0] * 9 + [1] * 9, seed=1)]
    torn = from_rankings([[0, 1, 2, 3, 4, 5], [5, 1, 2, 3, 4, 0]] * 20, 6)

    assert kinds[0] is Kind.HIGH
    assert kinds[5] is Kind.LOW
    assert (kinds[2], kinds[4]) == (Kind.CONTESTED, Kind.CONTESTED)
    assert group_views(scores(torn), [0] * 20 + [1] * 20, seed=1)[0].kind is Kind.SPLIT
    assert {view.kind for view in group_views(scores(from_rankings(half, 6)), [0] * 6, seed=1)} >= {Kind.HIGH}


def test_the_bounds_of_a_gap_hold_the_gap_and_the_same_seed_gives_the_same():
    table, groups = of_kinds(2, 30, 4), [0, 1] * 15
    views = group_views(table, groups, seed=9)

    assert views == group_views(table, groups, seed=9)
    for view in views:
        assert view.gap.least <= view.gap.size <= view.gap.most
        assert view.gap.size == pytest.approx(view.means[view.gap.higher] - view.means[view.gap.lower])


def test_groups_of_opinion_are_told_only_if_they_hold():
    promised(
        PAGE,
        "Groups of opinion are told only if draws of the same people give the same groups "
        "(adjusted Rand index of 0.8 or more), and not where people of one kind could be divided as well.",
    )

    assert opinion_groups(of_kinds(1, 120, 5), seed=1) is None
    assert opinion_groups(of_kinds(5, 60, 0, strength=1.5), seed=1) is None
    assert opinion_groups(of_kinds(1, 200, 0, strength=0.5, axis=0.25), seed=1) is None
    told = opinion_groups(of_kinds(2, 120, 5), seed=1)
    assert len(told.groups) == 2
    assert told.stability >= 0.8
    assert opinion_groups(of_kinds(2, 12, 5), seed=1) is None


def test_the_rand_index_is_one_for_the_same_and_none_by_chance():
    one = np.arange(300) % 3
    other = np.random.default_rng(1).permutation(one)

    assert adjusted_rand(one, (one + 1) % 3) == pytest.approx(1)
    assert abs(adjusted_rand(one, other)) < 0.05
