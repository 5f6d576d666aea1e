"""What a page of results tells beside the bars: how many answered, where needs lie highest, and where to go on."""

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.surveys import results
from sloyfe.surveys.actions import asking, building
from sloyfe.surveys.tests.forms import text
from sloyfe.surveys.tests.stage import answer, close, codes, plan

SPREAD = [1, 2, 3, 4, 5, 5, 4]


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True)


def page_of(who, world, wave, **query):
    return who.client.get(world.url(f"undersokelser/{wave.pk}/resultat/"), query).text


def test_each_level_says_about_how_large_a_share_answered_or_that_it_is_not_told(world, wave, kari, ola):
    answer(wave, world.school.place, kari, SPREAD * 3)
    answer(wave, world.kindergarten.place, kari, SPREAD)
    page = page_of(ola, world, close(wave, kari))
    told = page.partition('<dl class="facts">')[2].partition("</dl>")[0]

    assert f"<dt>{world.school.place.title}</dt><dd>omtrent 70 % svarte" in told
    assert "<dt>Hele nettverket</dt><dd>omtrent 55 % svarte" in told
    assert "21" not in told


def test_a_share_of_few_is_not_told(world, wave, kari, ola):
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, SPREAD)
    page = page_of(ola, world, close(wave, kari))

    assert f'<dt>{world.school.place.title}</dt><dd><span class="muted">svarandelen vises ikke' in page


def test_pairs_of_our_own_stand_beside_each_other_like_those_of_the_themes(world, kari, ola):
    by, at = kari.person, timezone.now()
    instrument = building.make_empty(space=world.space, title=text("Eget"), audience="staff", by=by, at=at)
    topic = text("uteskole", "uteskule")
    now, need = asking.add_pair(instrument, section="D1", topic=topic, by=by, at=at)
    wave = plan(world, kari, instrument=instrument, opened=True)
    for code, step in zip(codes(wave, world.school.place, kari, 28), [1, 2, 3, 4, 5, 1, 2] * 4, strict=True):
        kari.client.post(f"/svar/{code}/", {now.key: str(step), need.key: str(6 - step)})
    closed = close(wave, kari)
    page = page_of(ola, world, closed, sted="nettverk")

    assert "Trygg i dag" in page
    assert "Her ligger behovet høyest over hvor trygge folk er i dag:" in page
    assert "uteskole? (0,9)" in page


def test_the_widest_gaps_are_few_and_only_where_both_are_told_exactly():
    rows = [{"label": str(n), "values": [2.0, 2.0 + n / 10]} for n in range(6)]
    rows += [{"label": "spenn", "values": [1.0, (4.0, 5.0)]}, {"label": "skjult", "values": [1.0, None]}]

    assert [label for label, _gap in results.widest_gaps(rows)] == ["5", "4", "3"]
    assert results.widest_gaps([{"label": "mindre", "values": [4.0, 2.0]}]) == []


def test_from_the_figures_there_is_a_way_to_the_stories(world, wave, kari, ola):
    answer(wave, world.school.place, kari, SPREAD)
    page = page_of(ola, world, close(wave, kari))

    assert world.url("behov/funn/") in page


def test_what_a_bracket_behind_a_mean_says_is_told_where_there_are_no_pairs(world, kari, ola):
    by, at = kari.person, timezone.now()
    instrument = building.make_empty(space=world.space, title=text("Kort"), audience="staff", by=by, at=at)
    asking.add_item(instrument, section="D1", kind="scale", wording=text("Her er det trygt."), by=by, at=at)
    wave = plan(world, kari, instrument=instrument, opened=True)
    for code, step in zip(codes(wave, world.school.place, kari, 20), [1, 2, 3, 4, 5] * 4, strict=True):
        kari.client.post(f"/svar/{code}/", {"E1": str(step)})

    assert "Tall i parentes etter et snitt" in page_of(ola, world, close(wave, kari))
