"""From points to an order with its grounds, and how groups saw it."""

from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.prioritisation import Kind, Method
from sloyfe.cycle.needs.ranking import Given, deviates, rank, seen_by_groups, views

A, B, C = (UUID(int=n) for n in (1, 2, 3))


def gave(need: UUID, points: int, *, group: str = "g", giver: UUID | None = None, reason: str = "") -> Given:
    return Given(giver or uuid4(), group, need, points, reason)


def test_what_most_put_first_comes_first_and_what_nothing_tells_apart_shares_a_rank():
    order = rank([A, B, C], [gave(B, 3), gave(B, 1), gave(A, 2), gave(C, 2)])

    assert [(each.need, each.rank, each.points) for each in order.needs] == [(B, 1, 4), (A, 2, 2), (C, 2, 2)]


def test_one_person_with_many_points_does_not_outweigh_two():
    order = rank([A, B], [gave(A, 20), gave(B, 2), gave(B, 2)])

    assert [each.need for each in order.needs] == [B, A]


def test_few_are_ordered_by_mean_rank_and_many_by_the_fewest_overrulings():
    few, many = (rank([A, B], [gave(A, 1) for _ in range(count)]) for count in (14, 15))

    assert (few.method, many.method) == (Method.BORDA, Method.KEMENY)
    assert many.is_proved


def test_the_share_counts_people_and_not_points():
    someone = uuid4()
    order = rank([A, B], [gave(A, 4, giver=someone), gave(B, 1, giver=someone), gave(B, 5)])

    assert {each.need: each.share for each in order.needs} == {A: 0.5, B: 1.0}


def test_reasons_come_in_an_order_that_says_nothing_about_who():
    [first] = rank([A], [gave(A, 1, reason="b"), gave(A, 1, reason="a"), gave(A, 1)]).needs

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
    assert seen_by_groups([A, B], [gave(A, 1, group=name) for name in "xxxxyyyy"]) == {}


def test_what_groups_see_differently_is_told_and_who_has_it_higher():
    rows = [gave(A, 1, group="x") for _ in range(9)] + [gave(B, 1, group="y") for _ in range(9)]
    seen = seen_by_groups([A, B, C], rows)

    assert [seen[need].kind for need in (A, B, C)] == [Kind.CONTESTED, Kind.CONTESTED, Kind.LOW]
    assert [view.group for view in views([A, B, C], rows)] == ["x", "y"]
    assert (seen[A].gap.higher, seen[B].gap.higher) == (0, 1)


def test_small_groups_are_merged_before_anything_is_compared():
    rows = [gave(A, 1, group="x") for _ in range(9)] + [gave(B, 1, group=name) for name in "yyyyzzzz"]

    assert len(seen_by_groups([A, B], rows)[A].means) == 2


def test_leaving_the_order_of_the_points_is_noticed():
    ranked = rank([A, B, C], [gave(A, 3), gave(A, 3), gave(B, 2), gave(C, 2)]).needs

    assert not deviates([A, C, B], ranked)
    assert not deviates([A], ranked)
    assert deviates([B, A], ranked)
    assert deviates([B], ranked)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([A, B, C]), st.integers(0, 9)), max_size=30))
def test_every_need_is_ranked_once_and_ranks_never_fall_down_the_list(rows: list[tuple[UUID, int]]):
    order = rank([A, B, C], [gave(need, points) for need, points in rows])
    ranks = [each.rank for each in order.needs]

    assert sorted(each.need for each in order.needs) == [A, B, C]
    assert ranks == sorted(ranks)
