"""Where one unit gave all the answers, the figures above it are the unit's, and the unit decides who sees them."""

import pytest

from sloyfe.surveys import queries, release
from sloyfe.surveys.tests.stage import answer, close, plan

SPREAD = [1, 2, 3, 4, 5, 5, 4, 3, 2, 1]


@pytest.fixture
def alone(world, kari):
    """Of two units that were asked, only the school answered."""
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, SPREAD)
    return close(wave, kari)


def results(member, world, wave, **asked):
    return member.client.get(world.url(f"undersokelser/{wave.pk}/resultat/"), asked)


def test_nobody_above_sees_the_figures_of_the_only_unit_that_answered(world, alone, kari, siri):
    for member in (kari, siri):
        page = results(member, world, alone)
        assert (page.status_code, "Tallene gjelder bare én enhet" in page.text) == (403, True)


def test_the_unit_sees_them_and_may_share_them(world, alone, kari, ola):
    assert world.school.place.title in results(ola, world, alone).text

    consent = world.url(f"undersokelser/{alone.pk}/resultat/{world.school.place.pk}/samtykke/")
    ola.client.post(consent, {"shared": "1"})
    assert world.school.place.title in results(kari, world, alone).text


def test_its_words_and_its_means_stay_with_it_too(world, kari, ola):
    leaders = plan(world, kari, template="leader", opened=True)
    close(leaders, kari)
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, SPREAD, texts=["Vi ordner det selv"] * len(SPREAD))
    closed = close(wave, kari)

    assert release.texts(closed, "C6") or release.to_screen(closed)
    assert queries.is_of_one_unit(closed)
    for member, may in ((kari, False), (ola, True)):
        page = results(member, world, leaders)
        assert ("side om side" in page.text) is may
