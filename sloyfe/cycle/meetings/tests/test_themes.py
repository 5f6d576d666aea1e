"""Points that look alike are suggested, and a person decides."""

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.models import CommonPoint, Door, Meeting, Naming, Unlikeness
from sloyfe.cycle.meetings.queries.groups import tables
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.cycle.meetings.tests.test_points import NAMES, Room, agreed, go_to

PAIR = ("Felles språk om lek", "Vi trenger felles språk om leik")


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


@pytest.fixture
def door(meeting: Meeting, ola: Member) -> Door:
    return doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)


@pytest.fixture
def room(door: Door, ola: Member) -> Room:
    """Eight people at two tables."""
    browsers: dict[str, Client] = {name: come_in(door, name) for name in NAMES}
    go_to(door.meeting, "group", ola)
    return [[browsers[one.name] for one in table.people] for table in tables(door.meeting.phases.get(key="group"))]


def url(world: World, door: Door, rest: str = "") -> str:
    return world.url(f"moter/{door.meeting_id}/punkter/{rest}")


def test_points_that_look_alike_are_suggested_and_one_press_merges_them_in_words_that_may_be_mended(
    world: World, room: Room, door: Door, ola: Member
):
    points = agreed(room, door, *PAIR)
    page = ola.client.get(url(world, door)).text
    assert "Disse ligner på hverandre" in page
    assert f'value="{PAIR[0]}"' in page

    ola.client.post(url(world, door), {"points": [point.pk for point in points], "words": "Et felles språk om lek"})
    assert CommonPoint.objects.get().words == "Et felles språk om lek"
    assert "Disse ligner på hverandre" not in ola.client.get(url(world, door)).text


def test_what_a_person_tells_apart_is_not_suggested_again_and_may_still_be_merged(
    world: World, room: Room, door: Door, ola: Member
):
    points = agreed(room, door, *PAIR)
    for _twice in range(2):
        ola.client.post(url(world, door, "ulikhet/"), {"points": [point.pk for point in points]})

    assert Unlikeness.objects.count() == 1
    assert "Disse ligner på hverandre" not in ola.client.get(url(world, door)).text
    ola.client.post(url(world, door), {"points": [point.pk for point in points], "words": "Likevel"})
    assert CommonPoint.objects.exists()


def test_a_no_to_a_suggestion_is_undone_and_it_is_suggested_again(
    world: World, room: Room, door: Door, ola: Member, nils: Member
):
    said = {"points": [point.pk for point in agreed(room, door, *PAIR)]}
    ola.client.post(url(world, door, "ulikhet/"), said)
    page = ola.client.get(url(world, door)).text
    assert "Sier ikke det samme: 1 forslag" in page
    assert nils.client.post(url(world, door, "ulikhet/tilbaketrekking/"), said).status_code == 403
    for _twice in range(2):
        ola.client.post(url(world, door, "ulikhet/tilbaketrekking/"), said)

    assert not Unlikeness.objects.exists()
    page = ola.client.get(url(world, door)).text
    assert "Disse ligner på hverandre" in page
    assert "Sier ikke det samme: 1" not in page


def test_points_about_different_things_are_not_suggested(world: World, room: Room, door: Door, ola: Member):
    agreed(room, door, PAIR[0], "Foreldrekaffe hver høst")

    assert "Disse ligner på hverandre" not in ola.client.get(url(world, door)).text


def test_only_those_who_lead_tell_apart(world: World, room: Room, door: Door, nils: Member):
    points = agreed(room, door, *PAIR)

    assert nils.client.post(url(world, door, "ulikhet/"), {"points": [p.pk for p in points]}).status_code == 403
    assert not Unlikeness.objects.exists()
