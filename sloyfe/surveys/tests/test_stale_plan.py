"""A plan that was read before the survey opened cannot be saved after it: codes and answers would go with it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sloyfe.surveys.actions import removing, running
from sloyfe.surveys.models import Code
from sloyfe.surveys.tests.stage import answer, codes, plan, read_again


@pytest.fixture
def stale(world, kari):
    """The survey as somebody read it while it was only planned; since then it has opened and codes went out."""
    read = plan(world, kari)
    running.open_wave(read_again(read), by=kari.person, at=timezone.now())
    codes(read_again(read), world.school.place, kari, 5)
    return read


def change(wave, kari, **rest):
    told = {
        "asked": None,
        "opens_on": wave.opens_on,
        "closes_on": wave.closes_on,
        "deletes_on": wave.deletes_on,
        "fewest_scale": wave.fewest_scale,
        "fewest_text": wave.fewest_text,
    }
    running.change_plan(wave, **(told | rest), version=wave.version, by=kari.person, at=timezone.now())


def test_nobody_is_asked_anew(world, stale, kari):
    with pytest.raises(running.PlanStands):
        change(stale, kari, asked={world.school.place: 300})
    assert Code.objects.filter(wave=stale).count() == 5


def test_no_promise_is_moved(stale, kari):
    with pytest.raises(running.PlanStands):
        change(stale, kari, deletes_on=stale.deletes_on + timedelta(days=30))
    with pytest.raises(running.ThresholdsOnlyRise):
        change(stale, kari, fewest_text=stale.fewest_text - 1)


def test_a_survey_with_answers_is_never_removed_even_where_its_codes_are_gone(world, stale, kari):
    wave = read_again(stale)
    answer(wave, world.school.place, kari, [3, 4])
    wave.places.update(issued=0, voided=0)

    with pytest.raises(removing.PeopleWereInvited):
        removing.remove_wave(read_again(stale), by=kari.person, at=timezone.now())
