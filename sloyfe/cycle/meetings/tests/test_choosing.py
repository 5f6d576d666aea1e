"""Tables with a theme each, that people choose at their own screen."""

import pytest

from conftest import Member, World
from sloyfe.cycle.meetings.models import Attendee, Chair, Door, MeetingPhase
from sloyfe.cycle.meetings.queries.groups import tables
from sloyfe.cycle.meetings.scripts import Grouping
from sloyfe.cycle.meetings.tests.seating import begun, browser_of, by_table, fill, gathered_for, phase_with


@pytest.fixture
def door(world: World, kari: Member) -> Door:
    return gathered_for(world, kari, "igp")


@pytest.fixture
def choosing(door: Door) -> MeetingPhase:
    """The group phase, in which people choose."""
    phase = phase_with(door, "group")
    MeetingPhase.objects.filter(pk=phase.pk).update(grouping=Grouping.CHOICE)
    return phase_with(door, "group")


def themed(world: World, kari: Member, phase: MeetingPhase, room: int = 2) -> str:
    url = world.url(f"moter/{phase.meeting_id}/grupper/{phase.pk}/temaer/")
    kari.client.post(url, {"themes": "Lek\nSpråk\n\nLek", "room": room})
    return url


def test_people_choose_a_table_by_its_theme_and_see_the_places_left(
    world: World, kari: Member, door: Door, choosing: MeetingPhase
):
    themed(world, kari, choosing)
    fill(world, door, 3)
    begun(door, kari)
    assert not Chair.objects.exists()
    browser = browser_of(door, "Nr 0")
    page = browser.get(f"/m/{door.code}/")
    assert [offer.group.name for offer in page.context["offers"]] == ["Lek", "Språk"]
    assert "2 plasser igjen" in page.text

    browser.post(f"/m/{door.code}/bordvalg/", {"group": page.context["offers"][1].group.pk})
    assert by_table(choosing) == {1: set(), 2: {"Nr 0"}}
    assert "1 plass igjen" in browser.get(f"/m/{door.code}/").text


def test_a_full_table_says_so_and_latecomers_choose_too(world: World, kari: Member, door: Door, choosing: MeetingPhase):
    themed(world, kari, choosing, room=1)
    begun(door, kari)
    fill(world, door, 2)
    play = tables(choosing)[0].group
    browser_of(door, "Nr 0").post(f"/m/{door.code}/bordvalg/", {"group": play.pk})
    page = browser_of(door, "Nr 1").post(f"/m/{door.code}/bordvalg/", {"group": play.pk})

    assert page.status_code == 409
    assert "Bordet ble fullt" in page.text
    assert Attendee.objects.count() == 2
    assert by_table(choosing)[1] == {"Nr 0"}


def test_a_theme_that_people_sit_at_is_not_taken_away(world: World, kari: Member, door: Door, choosing: MeetingPhase):
    url = themed(world, kari, choosing)
    begun(door, kari)
    fill(world, door, 1)
    browser_of(door, "Nr 0").post(f"/m/{door.code}/bordvalg/", {"group": tables(choosing)[0].group.pk})
    page = kari.client.post(url, {"themes": "Språk\nMat", "room": 2})
    assert page.status_code == 409

    kari.client.post(url, {"themes": "Lek\nMat", "room": 3})
    assert [(t.group.name, t.group.room, len(t.people)) for t in tables(choosing)] == [("Lek", 3, 1), ("Mat", 3, 0)]


def test_themes_are_written_by_those_who_lead(world: World, nils: Member, siri: Member, choosing: MeetingPhase):
    url = world.url(f"moter/{choosing.meeting_id}/grupper/{choosing.pk}/temaer/")

    assert [who.client.get(url).status_code for who in (nils, siri)] == [403, 404]
