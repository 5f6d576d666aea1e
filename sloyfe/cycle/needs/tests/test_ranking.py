"""From points to an order, and how groups saw it."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from sloyfe.cycle.needs.ranking import Given, deviates, rank, spread, views

A, B, C = (UUID(int=n) for n in (1, 2, 3))


def gave(need: UUID, points: int, *, group: str = "g", giver: UUID | None = None, reason: str = "") -> Given:
    return Given(giver or uuid4(), group, need, points, reason)


def test_most_points_come_first_and_equal_points_share_a_rank():
    order = rank([A, B, C], [gave(B, 3), gave(A, 2), gave(C, 2)])

    assert [(each.need, each.rank, each.points) for each in order] == [(B, 1, 3), (A, 2, 2), (C, 2, 2)]


def test_the_share_counts_people_and_not_points():
    someone = uuid4()
    order = rank([A, B], [gave(A, 4, giver=someone), gave(B, 1, giver=someone), gave(B, 5)])

    assert {each.need: each.share for each in order} == {A: 0.5, B: 1.0}


def test_reasons_come_in_an_order_that_says_nothing_about_who():
    [first] = rank([A], [gave(A, 1, reason="b"), gave(A, 1, reason="a"), gave(A, 1)])

    assert first.reasons == ("a", "b")


def test_groups_under_five_are_seen_together():
    large = [gave(A, 1, group="large") for _ in range(6)]
    small = [gave(B, 1, group=name) for name in ("one", "two") for _ in range(3)]
    seen = views([A, B], large + small)

    assert [(view.group, view.givers) for view in seen] == [("large", 6), (None, 6)]
    assert seen[1].shares == {A: 0.0, B: 1.0}


def test_a_small_group_alone_pulls_a_large_one_with_it():
    large, larger = ([gave(A, 1, group=name) for _ in range(count)] for name, count in (("l", 6), ("xl", 9)))
    seen = views([A], [*large, *larger, gave(A, 1, group="small")])

    assert [(view.group, view.givers) for view in seen] == [("xl", 9), (None, 7)]


def test_four_people_are_never_seen_as_a_group():
    assert views([A], [gave(A, 1, group="small") for _ in range(4)]) == []


def test_the_spread_is_how_far_apart_the_groups_are():
    seen = views([A, B], [gave(A, 1, group="x") for _ in range(5)] + [gave(B, 1, group="y") for _ in range(5)])

    assert spread(A, seen) == 1.0
    assert spread(A, seen[:1]) is None


def test_leaving_the_order_of_the_points_is_noticed():
    ranked = rank([A, B, C], [gave(A, 3), gave(B, 2), gave(C, 2)])

    assert not deviates([A, C, B], ranked)
    assert not deviates([A], ranked)
    assert deviates([B, A], ranked)
    assert deviates([B], ranked)


@given(st.lists(st.tuples(st.sampled_from([A, B, C]), st.integers(0, 9)), max_size=30))
def test_every_need_is_ranked_once_and_points_never_rise_down_the_list(rows: list[tuple[UUID, int]]):
    order = rank([A, B, C], [gave(need, points) for need, points in rows])
    points = [each.points for each in order]

    assert sorted(each.need for each in order) == [A, B, C]
    assert points == sorted(points, reverse=True)
