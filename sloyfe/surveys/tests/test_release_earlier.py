"""Two surveys beside each other tell no more of a small group than each by itself."""

import pytest

from sloyfe.surveys import release
from sloyfe.surveys.tests.stage import answer, close, figure, plan

STAFF = [1, 2, 4, 5, 3, 4, 5]


@pytest.fixture
def first(world, kari):
    """Seven answered at the school and three in the kindergarten: only that they were ten is told."""
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, STAFF)
    answer(wave, world.kindergarten.place, kari, [1, 2, 4])
    closed = close(wave, kari)
    assert set(release.responses(closed).values()) == {10}
    return closed


def test_when_a_small_place_has_left_the_same_people_are_not_counted_again(world, kari, first):
    second = plan(world, kari, opened=True, asked={world.school.place: 30})
    answer(second, world.school.place, kari, STAFF)

    closed = close(second, kari)

    assert release.responses(closed) == {}
    assert figure(closed, "B1").is_hidden


def test_other_people_are_told_of_as_if_there_had_been_no_survey_before(world, kari, first):
    second = plan(world, kari, opened=True, asked={world.school.place: 30})
    answer(second, world.school.place, kari, [*STAFF, 2, 3, 1])

    closed = close(second, kari)

    assert set(release.responses(closed).values()) == {10, 5}
    assert figure(closed, "B1").shown.n == 10


def test_a_place_that_comes_later_is_not_found_by_subtracting_the_earlier_survey(world, kari):
    first = plan(world, kari, opened=True, asked={world.school.place: 30})
    answer(first, world.school.place, kari, STAFF)
    assert close(first, kari).release.responses == 7
    second = plan(world, kari, opened=True)
    answer(second, world.school.place, kari, STAFF)
    answer(second, world.kindergarten.place, kari, [1, 2, 4])

    told = release.responses(close(second, kari))

    assert not {10, 3} & set(told.values())
