"""Then and now: only for the same words, only where both may be seen, and careful with small differences."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import World
from sloyfe.kit.text import Text
from sloyfe.surveys import queries
from sloyfe.surveys.actions import running
from sloyfe.surveys.changes import ABOUT_THE_SAME, NOT_KNOWN, UP, changes, earlier_wave
from sloyfe.surveys.models import Item
from sloyfe.surveys.tests.stage import answer, close, plan

LOW, HIGH = [1, 2, 2, 1, 3, 1, 2, 4, 5, 1], [5, 4, 5, 5, 3, 4, 5, 2, 1, 5]


@pytest.fixture
def autumn(world: World, kari):
    wave = plan(world, kari, opened=True, closes_on=timezone.localdate() + timedelta(days=1))
    answer(wave, world.school.place, kari, LOW)
    return close(wave, kari)


def again(world: World, kari, steps, *, reworded=False):
    """The same questionnaire once more, with one question in other words if asked for."""
    wave = plan(world, kari)
    if reworded:
        item = Item.objects.get(instrument=wave.instrument, key="B1")
        item.wording = Text.of(nb="Vi tar oss tid", nn="Vi tek oss tid")
        item.save()
    running.open_wave(wave, by=kari.person, at=timezone.now())
    wave = queries.wave(world.space, wave.pk)
    answer(wave, world.school.place, kari, steps)
    return close(wave, kari)


def told(then, now):
    """Leaving out what is asked about the leader, of whom there is only one here."""
    return [change for change in changes(then, now, None, "nb") if change.then is not None]


def words(then, now):
    return {str(change.word) for change in told(then, now)}


def test_a_difference_that_chance_does_not_explain_is_called_up(world, autumn, kari):
    spring = again(world, kari, HIGH)

    assert earlier_wave(spring, queries.released_waves(world.space)) == autumn
    assert words(autumn, spring) == {str(UP)}


def test_a_small_difference_is_about_the_same(world, autumn, kari):
    spring = again(world, kari, [1, 2, 2, 1, 3, 2, 2, 4, 5, 1])

    assert words(autumn, spring) == {str(ABOUT_THE_SAME)}


def test_where_only_bands_are_told_nothing_is_said_of_the_change(world, autumn, kari):
    spring = again(world, kari, [3, 3, 3, 4, 4, 4, 4, 4, 4, 3])

    assert words(autumn, spring) == {str(NOT_KNOWN)}
    assert all(isinstance(change.now, tuple) for change in told(autumn, spring))


def test_a_question_in_other_words_is_another_question(world, autumn, kari):
    same = len(changes(autumn, again(world, kari, HIGH), None, "nb"))
    spring = again(world, kari, HIGH, reworded=True)

    assert len(changes(autumn, spring, None, "nb")) == same - 1


def test_the_first_time_there_is_nothing_to_compare_with(world, autumn, kari):
    page = kari.client.get(world.url(f"undersokelser/{autumn.pk}/resultat/endring/"))

    assert "Ingenting å sammenligne med ennå" in page.text


def test_the_page_shows_then_and_now_and_only_places_that_may_be_seen(world, autumn, kari, ola, ute):
    spring = again(world, kari, HIGH)
    url = world.url(f"undersokelser/{spring.pk}/resultat/endring/")

    assert "opp" in ola.client.get(f"{url}?sted={world.school.place.pk}").text
    assert world.kindergarten.place.title not in ola.client.get(url).text
    assert ute.client.get(url).status_code == 404
