"""The list of meetings: by school year, narrowed down, and as many queries for many as for few."""

from datetime import date

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions.meetings import cancel
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text

NOWHERE = "00000000-0000-4000-8000-000000000000"


def called(world: World, by: Member, title: str, **said: object) -> Meeting:
    meeting = staff_meeting(world, by, **said)
    meeting.title = Text.of(nb=title, nn=title)
    meeting.save()
    return meeting


@pytest.fixture
def several(world: World, kari: Member, ola: Member) -> None:
    called(world, ola, "Vår skole i høst")
    called(world, kari, "Hele nettverket", places=[], method="prioritering")
    called(world, kari, "I fjor sommer", on=date(2026, 7, 31))
    called(world, kari, "Til neste år", on=date(2027, 8, 1), places=[])


def titles(who: Member, world: World, asked: str = "") -> set[str]:
    page = who.client.get(world.url("moter/") + asked)
    names = ("Vår skole i høst", "Hele nettverket", "I fjor sommer", "Til neste år")
    return {name for name in names if f">{name}</a>" in page.text}


@pytest.mark.usefixtures("several")
def test_the_list_turns_a_leaf_on_the_first_of_august(world: World, ola: Member):
    assert titles(ola, world) == {"Vår skole i høst", "Hele nettverket"}
    assert titles(ola, world, "?aar=2025") == {"I fjor sommer"}
    assert titles(ola, world, "?aar=2027") == {"Til neste år"}
    page = ola.client.get(world.url("moter/")).text
    assert "?aar=2025" in page
    assert "?aar=2027" in page


@pytest.mark.usefixtures("several")
def test_it_is_narrowed_by_place_by_method_and_to_ones_own(world: World, kari: Member, ola: Member):
    place = world.school.place_id

    assert titles(ola, world, f"?sted={place}") == {"Vår skole i høst"}
    assert titles(ola, world, "?metode=prioritering") == {"Hele nettverket"}
    assert titles(ola, world, "?mine=on") == {"Vår skole i høst"}
    assert titles(kari, world, "?mine=on") == {"Hele nettverket"}
    assert titles(kari, world, "?mine=on&aar=2025") == {"I fjor sommer"}
    assert "?metode=prioritering&amp;aar=2025" not in ola.client.get(world.url("moter/?metode=prioritering")).text


@pytest.mark.usefixtures("several")
def test_a_place_or_a_year_that_is_none_is_said(world: World, ola: Member, ute: Member):
    for asked in (f"?sted={NOWHERE}", "?metode=dans", "?aar=9999", "?aar=i-fjor"):
        page = ola.client.get(world.url("moter/") + asked)
        assert page.status_code == 422
        assert "Vår skole i høst" in page.text
    assert ute.client.get(world.url("moter/?mine=on")).status_code == 404


def test_where_the_year_has_none_the_nearest_is_shown_and_an_asked_one_says_so(world: World, ola: Member):
    assert "Ingen møter ennå" in ola.client.get(world.url("moter/")).text
    called(world, ola, "I fjor sommer", on=date(2026, 7, 31))

    assert titles(ola, world) == {"I fjor sommer"}
    assert "Ingen møter i dette skoleåret." in ola.client.get(world.url("moter/?aar=2026")).text
    assert "passer med det du leter etter" in ola.client.get(world.url("moter/?aar=2026&mine=on")).text


def test_what_somebody_may_not_see_is_no_choice_either(world: World, ola: Member, siri: Member):
    called(world, ola, "Vår skole i høst")
    page = siri.client.get(world.url("moter/"))

    assert "Vår skole i høst" not in page.text
    assert str(world.school.place_id) not in page.text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_however_many_there_are(world: World, kari: Member, ola: Member, rows: int):
    for number in range(rows):
        called(world, ola, f"Møte {number}")
        cancel(called(world, kari, f"Avlyst {number}", places=[]), by=kari.person, at=NOW)
    with asks(7):
        ola.client.get(world.url("moter/?mine=on"))
