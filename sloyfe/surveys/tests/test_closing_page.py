"""Closing is asked about once more, on a page that says what happens."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.surveys.models import Closure
from sloyfe.surveys.tests.stage import answer, close, plan

FOR_GOOD = "Det kan ikke gjøres om"


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True)


def url(world, wave):
    return world.url(f"undersokelser/{wave.pk}/lukking/")


def test_one_click_closes_nothing_and_the_page_says_that_it_stands(world, wave, kari):
    asked = kari.client.get(url(world, wave))
    clicked = kari.client.post(url(world, wave))

    assert FOR_GOOD in asked.text
    assert "Så ødelegges nøkkelen" in asked.text
    assert (clicked.status_code, "Kryss av hvis undersøkelsen skal lukkes" in clicked.text) == (422, True)
    assert not Closure.objects.exists()

    assert "resultatet er klart" in kari.client.post(url(world, wave), {"sure": "on"}, follow=True).text
    assert Closure.objects.get().by == kari.person


def test_the_page_says_how_many_have_answered_only_as_roughly_as_everywhere(world, wave, kari):
    answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 5, 5, 4, 3])
    assert "Færre enn 10 har svart" in kari.client.get(url(world, wave)).text

    answer(wave, world.kindergarten.place, kari, [1, 2, 3])
    page = kari.client.get(url(world, wave)).text
    assert "minst 10 svar" in page
    assert "12 svar" not in page


def test_before_the_last_day_the_page_says_that_nothing_needs_doing(world, wave, kari):
    assert "lukkes av seg selv" in kari.client.get(url(world, wave)).text

    wave.opens_on = wave.closes_on = timezone.localdate() - timedelta(1)
    wave.save(update_fields=["opens_on", "closes_on"])
    assert "lukkes av seg selv" not in kari.client.get(url(world, wave)).text


def test_leaders_are_told_of_their_own_answers(world, kari):
    page = kari.client.get(url(world, plan(world, kari, template="leader", opened=True))).text

    assert "Lederne kan verken svare eller endre" in page
    assert FOR_GOOD in page
    assert "nøkkelen" not in page.lower()


def test_a_survey_that_is_closed_or_not_open_is_not_asked_about(world, wave, kari):
    assert kari.client.get(url(world, plan(world, kari))).status_code == 409

    close(wave, kari)
    assert kari.client.get(url(world, wave)).status_code == 302


def test_nobody_else_closes(world, wave, ola, siri, ute):
    for who, status in ((ola, 403), (siri, 403), (ute, 404)):
        assert who.client.post(url(world, wave), {"sure": "on"}).status_code == status
    assert not Closure.objects.exists()
