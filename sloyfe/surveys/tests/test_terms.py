"""What is promised before the answer is what the wave says, not loose text."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from conftest import World
from sloyfe.surveys import sealing
from sloyfe.surveys.models import Code
from sloyfe.surveys.tests.stage import answers_for, codes, plan


def promised(world, kari, *, language="nb", invited=30, place=None, **rest):
    at = place or world.school.place
    wave = plan(world, kari, opened=True, asked={at: invited}, **rest)
    (code,) = codes(wave, at, kari, 1)
    page = Client().get(f"/svar/{code}/?sprak={language}").text
    return page[page.index('class="promise"') : page.index("<fieldset")]


@pytest.fixture
def far(world: World):
    """Days that no other text on the page holds."""
    today = timezone.localdate()
    return {"opens_on": today, "closes_on": today + timedelta(41), "deletes_on": today + timedelta(173)}


def test_the_facts_of_the_wave_stand_before_the_questions(world, kari, far):
    said = promised(world, kari, invited=31, fewest_scale=7, fewest_text=13, **far)

    last, gone = (date_format(far[name], "j. F Y") for name in ("closes_on", "deletes_on"))
    for fact in ("Personalet", world.school.place.title, "31 i alt", "minst 7", "minst 13", last):
        assert fact in said
    assert f"slettes {gone}" in said


def test_a_small_unit_is_told_that_it_will_not_see_its_texts_and_what_it_can_do_instead(world, kari):
    small, large = promised(world, kari, invited=9), promised(world, kari, invited=10)

    assert "aldri se deres egne tekster" in small
    assert "Fortell om en dag da det gikk godt" in small
    assert "aldri se deres egne tekster" not in large
    assert "Fortell om en dag" not in large


def test_a_unit_of_four_is_told_that_it_gets_no_figures(world, kari):
    assert "dere får aldri egne tall" in promised(world, kari, invited=4)
    assert "dere får aldri egne tall" not in promised(world, kari, invited=5)


def test_the_same_is_said_in_nynorsk(world, kari):
    said = promised(world, kari, language="nn", invited=6)

    for words in ("aldri av nokon som leier dykk", "Det kan aldri kome fleire svar herifrå", "dykkar eigne tekstar"):
        assert words in said


def test_when_the_key_is_gone_the_page_says_so_and_takes_nothing(world, kari, client):
    wave = plan(world, kari, opened=True)
    first, second = codes(wave, world.school.place, kari, 2)
    client.post(f"/svar/{first}/", answers_for(wave))
    sealing.destroy_key(wave.pk)
    opened = [client.get(f"/svar/{code}/") for code in (first, second)]
    sent = client.post(f"/svar/{second}/", answers_for(wave) | {"C6": "Mer tid"})

    assert [page.status_code for page in (*opened, sent)] == [409] * 3
    for page in (*opened, sent):
        assert "Nøkkelen som skulle åpne svarene, er borte" in page.text
    assert "Mer tid" in sent.text
    assert Code.objects.filter(spent=True).count() == 1
    own = kari.client.get(world.url(f"undersokelser/{wave.pk}/")).text
    assert "Svar som er kommet inn, kan ingen lese" in own


def test_a_key_from_another_wave_is_no_key(world, kari):
    wave, other = plan(world, kari, opened=True), plan(world, kari, opened=True)

    assert sealing.key_stands(wave.pk, bytes(wave.public_key))
    assert not sealing.key_stands(wave.pk, bytes(other.public_key))
