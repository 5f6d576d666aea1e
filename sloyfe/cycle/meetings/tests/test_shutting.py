"""How long a door stands open, how long a browser is known, and what one may be called."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.models import Attendee, Door, Naming
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in

DAY_AFTER = "2026-09-04 23:59+02:00"
TWO_DAYS_AFTER = "2026-09-05 00:00+02:00"


@pytest.fixture
def door(world: World, ola: Member) -> Door:
    return doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)


def test_two_days_after_the_meeting_nobody_comes_in_though_nobody_said_that_it_was_held(door: Door):
    with time_machine.travel(DAY_AFTER, tick=False):
        come_in(door, "Nina")
    with time_machine.travel(TWO_DAYS_AFTER, tick=False):
        page, pressed = Client().get(f"/m/{door.code}/"), Client().post(f"/m/{door.code}/", {"name": "Sein"})

    assert (page.status_code, pressed.status_code) == (410, 410)
    assert "Møtet er over" in page.text
    assert [attendee.name for attendee in Attendee.objects.all()] == ["Nina"]


def test_whoever_is_in_finds_their_notes_after_the_door_is_shut(door: Door):
    browser = come_in(door, "Nina")
    with time_machine.travel(TWO_DAYS_AFTER, tick=False):
        assert "Du er inne" in browser.get(f"/m/{door.code}/").text


def test_the_door_of_a_meeting_that_is_long_over_is_neither_opened_nor_gone_through(
    world: World, ola: Member, door: Door
):
    late = NOW + timedelta(days=4)

    with pytest.raises(doors.DoorShut):
        doors.come_in(door, "Sein", key=doors.new_key(), place=None, at=late)
    with pytest.raises(doors.DoorShut):
        doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=late)


@pytest.mark.parametrize(("days", "known"), [(0, 32), (3, 29)])
def test_a_browser_is_known_as_long_as_its_notes_are_kept(door: Door, days: int, known: int):
    with time_machine.travel(NOW + timedelta(days=days), tick=False):
        life = come_in(door, "Nina").cookies["mote"]["max-age"]

    assert life == timedelta(days=known).total_seconds()
    assert NOW.date() + timedelta(days=days + known) == THURSDAY + doors.KEPT


@pytest.mark.parametrize("name", ["...", "🙂", "- -"])
@pytest.mark.parametrize(("language", "sentence"), [("nb", "Skriv et navn med"), ("nn", "Skriv eit namn med")])
def test_a_name_has_something_that_can_be_read(door: Door, name: str, language: str, sentence: str):
    page = Client(headers={"accept-language": language}).post(f"/m/{door.code}/", {"name": name})

    assert page.status_code == 422
    assert sentence in page.text
    assert not Attendee.objects.exists()


@pytest.mark.parametrize(("sent", "kept"), [("Ni\x07na", "Nina"), ("Nina\u2028M", "Nina M"), ("Åse 2", "Åse 2")])
def test_signs_that_nobody_sees_are_left_out_of_a_name(door: Door, sent: Any, kept: str):
    come_in(door, sent)

    assert Attendee.objects.get().name == kept
