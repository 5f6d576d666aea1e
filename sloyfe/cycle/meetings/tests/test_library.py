"""The library of methods: everybody inside reads it, and finds what suits their time and number."""

import re

import pytest

from conftest import Member, World
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.views.timeline import drawn

PAGES = ("metoder/", "metoder/igp/", "metoder/planleggingsdag/")
QUERIES = 4


def shown(page) -> list[str]:
    return [each.method.key for shelf in page.context["shelves"] for each in shelf.suited]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["kari", "ola", "nils", "siri"])
def test_everybody_with_a_seat_reads_the_methods(world: World, request, name: str, page: str):
    who: Member = request.getfixturevalue(name)

    assert who.client.get(world.url(page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_for_an_outsider_there_are_no_methods(world: World, ute: Member, page: str):
    assert ute.client.get(world.url(page)).status_code == 404


def test_a_method_that_is_not_there_is_not_there(world: World, nils: Member):
    assert nils.client.get(world.url("metoder/finnes-ikke/")).status_code == 404


@pytest.mark.parametrize("page", [*PAGES, "metoder/?tid=12", "metoder/?tid=300&antall=20"])
def test_a_page_asks_the_database_the_same_however_much_it_shows(
    world: World, nils: Member, page: str, django_assert_num_queries
):
    own_templates = page.partition("?")[0] == "metoder/"  # one question more: our own beside the methods
    with django_assert_num_queries(QUERIES + own_templates):
        nils.client.get(world.url(page))


def test_without_a_search_every_method_is_shown(world: World, kari: Member):
    assert set(shown(kari.client.get(world.url("metoder/")))) == {each.key for each in content.methods()}


def test_a_short_time_shows_what_fits_and_what_can_be_cut_down_to_it(world: World, ola: Member):
    page = ola.client.get(world.url("metoder/?tid=12"))

    assert shown(page) == ["igp-kort", "lyttende-dialog"]
    assert "kan kortes ned til 11 min" in page.text
    assert "kan kortes ned til 9 min" not in page.text


def test_a_method_without_an_upper_end_says_from_how_many(world: World, ola: Member):
    page = ola.client.get(world.url("metoder/")).text

    assert "12 min · fra 3 deltakere" in page
    assert "None" not in page


def test_two_people_have_one_method(world: World, ola: Member):
    assert shown(ola.client.get(world.url("metoder/?antall=2"))) == ["lyttende-dialog"]


def test_a_search_that_finds_nothing_says_so(world: World, ola: Member):
    assert "Ingen metoder passer" in ola.client.get(world.url("metoder/?tid=5")).text


def test_nonsense_is_answered_with_a_sentence_and_every_method(world: World, ola: Member):
    page = ola.client.get(world.url("metoder/?tid=mange"))

    assert page.status_code == 422
    assert 'value="mange"' in page.text
    assert len(shown(page)) == len(content.methods())


def test_the_card_is_read_in_the_reader_s_language(world: World, nils: Member):
    page = nils.client.get(world.url("metoder/igp/")).text

    assert "Gruppe: bli einige om tre" in page
    assert "Til deltakarane" in page
    assert "Til deltakerne" not in page


@pytest.mark.parametrize("key", [each.key for each in content.methods()])
def test_every_card_has_its_phases_and_no_id_twice(world: World, ola: Member, key: str):
    page = ola.client.get(world.url(f"metoder/{key}/")).text
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert page.count('<article class="phase"') == len(content.method(key).phases)
    assert sorted(ids) == sorted(set(ids))


def test_the_menu_leads_to_the_meetings_and_they_to_the_library(world: World, nils: Member):
    assert world.url("moter/") in nils.client.get(world.url()).text
    assert world.url("metoder/") in nils.client.get(world.url("moter/")).text


def test_the_drawing_fills_the_time_without_gaps():
    lanes = drawn(content.method("igp").script).lanes
    bars = sorted((float(bar.x), float(bar.width)) for lane in lanes for bar in lane.bars)

    assert [lane.form for lane in lanes] == ["individual", "group", "plenary"]
    assert bars == [(0.0, 16.67), (16.67, 50.0), (66.67, 33.33)]


def test_the_axis_begins_at_zero_and_ends_with_the_meeting():
    assert [tick.minute for tick in drawn(content.method("stastedsmote").script).ticks] == [0, 15, 30, 45, 60, 75]
    assert [tick.minute for tick in drawn(content.method("igp-kort").script).ticks] == [0, 5, 12]
