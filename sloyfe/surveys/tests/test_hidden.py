"""Where figures are hidden the pages say why, and what can be done instead."""

import pytest

from conftest import Member, World
from sloyfe.surveys.tests.stage import answer, close, plan, read_again

SPREAD = [1, 2, 3, 4, 5, 5, 4]
WHY = "Tall vises bare der minst 5 har svart"


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True)


def read(who, world, wave, rest="resultat/", **query):
    return who.client.get(world.url(f"undersokelser/{wave.pk}/{rest}"), query).text


def test_where_nothing_at_all_is_shown_the_page_says_why_and_what_to_do(world, wave, kari, ola):
    answer(wave, world.school.place, kari, [1, 2, 4])
    closed = close(wave, kari)
    page = read(kari, world, closed, sted="nettverk")

    assert WHY in page
    assert "Hold et møte i hver enhet" in page
    assert "Spørsmålene som ble stilt" in page
    assert page.count("chart-hidden") == 0
    assert "samtaleguiden" not in page
    own = read(ola, world, closed)
    assert "Bruk samtaleguiden" in own
    for noise in ("Les tallene for nivåene over", "Hold et møte i hver enhet", "svarandelen", "samtykke"):
        assert noise not in own


def test_a_small_unit_is_told_that_its_answers_count_above_and_where_to_take_it_up(world, wave, kari, ola):
    answer(wave, world.kindergarten.place, kari, SPREAD)
    answer(wave, world.school.place, kari, [1, 2, 4])
    closed = close(wave, kari)
    page = read(ola, world, closed)
    guide = read(ola, world, closed, f"resultat/{world.school.place.pk}/samtale/")

    assert WHY in page
    assert "Les tallene for nivåene over" in page
    assert f"/resultat/{world.school.place.pk}/samtale/" in page
    assert "De teller med for hele nettverket" in guide
    assert f"/enheter/{world.school.place.pk}/stastedsmote/" in guide
    assert "Tall å snakke ut fra" in guide


def test_the_guide_says_so_when_the_levels_above_are_hidden_too(world, wave, kari, ola):
    answer(wave, world.school.place, kari, [1, 2, 4])
    guide = read(ola, world, close(wave, kari), f"resultat/{world.school.place.pk}/samtale/")

    assert "heller ingen tall som kan vises" in guide
    assert "chart" not in guide.partition("<main")[2]


@pytest.mark.parametrize(("steps", "said"), [([1, 2, 3, 4, 5, 5, 5], "færre enn 10"), ([1, 2], "vises ikke")])
def test_a_closed_survey_with_few_answers_says_so_instead_of_a_dash(world, wave, kari, steps, said):
    answer(wave, world.school.place, kari, steps)
    page = read(kari, world, read_again(close(wave, kari)), "")

    assert f'<dd><span class="muted">{said}</span>' in page.replace("\n", "")
    assert f"{len(steps)} svar" not in page
