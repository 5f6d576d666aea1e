"""A new code for a meeting, and what happens while somebody guesses codes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.models import Attendee, Door, RetiredCode
from sloyfe.cycle.meetings.queries.guessing import CALM, MISSES, WINDOW, Misses, control, passes
from sloyfe.cycle.meetings.tests.seating import gathered_for


@pytest.fixture
def door(world: World, kari: Member) -> Door:
    return gathered_for(world, kari, "igp")


@pytest.fixture
def guessing() -> Iterator[None]:
    """Many codes have just been tried that no meeting has."""
    for _guess in range(CALM + 1):
        MISSES.note(NOW)
    yield
    MISSES.times.clear()


def come_in(door: Door, name: str, path: str = "") -> Client:
    browser = Client()
    browser.post(path or f"/m/{door.code}/", {"name": name})
    return browser


def test_whoever_leads_gets_a_new_code_and_the_old_one_says_so(world: World, kari: Member, door: Door):
    kari.client.post(world.url(f"moter/{door.meeting_id}/dor/kode/"))
    new = Door.objects.get()
    page = Client().get(f"/m/{door.code}/")

    assert new.code != door.code
    assert page.status_code == 410
    assert "Koden er byttet ut" in page.text
    assert "Koden er byttet ut" in Client().post("/m/", {"code": door.code}, follow=True).text
    come_in(door, "Sein")
    assert not Attendee.objects.exists()
    assert Client().get(f"/m/{new.code}/", follow=True).status_code == 200


def test_those_who_are_in_stay_in_and_are_led_on(world: World, kari: Member, door: Door):
    browser = come_in(door, "Nina")
    kari.client.post(world.url(f"moter/{door.meeting_id}/dor/kode/"))
    answer = browser.get(f"/m/{door.code}/")
    new = Door.objects.get().code

    assert answer["Location"] == f"/m/{new}/"
    assert answer.cookies["mote"]["path"] == f"/m/{new}/"
    assert "Du er inne" in browser.get(f"/m/{new}/").text


def test_by_the_new_address_they_are_known_as_well_and_others_come_in(world: World, kari: Member, door: Door):
    browser = come_in(door, "Nina")
    kari.client.post(world.url(f"moter/{door.meeting_id}/dor/kode/"))
    new = Door.objects.get()

    assert "Du er inne" in browser.get(f"/m/{new.code}/", follow=True).text
    assert "Navnet ditt" in Client().get(f"/m/{new.code}/", follow=True).text
    assert Client().get(f"/m/{door.code}/?til=1").status_code == 410


def test_an_old_code_is_given_to_no_other_meeting(world: World, kari: Member, door: Door):
    for _time in range(2):
        kari.client.post(world.url(f"moter/{door.meeting_id}/dor/kode/"))

    assert RetiredCode.objects.count() == 2
    assert Door.objects.get().code not in set(RetiredCode.objects.values_list("code", flat=True))


def test_only_those_who_lead_replace_the_code(world: World, nils: Member, siri: Member, door: Door):
    url = world.url(f"moter/{door.meeting_id}/dor/kode/")

    assert [who.client.post(url).status_code for who in (nils, siri)] == [403, 404]
    assert Door.objects.get().code == door.code


@pytest.mark.usefixtures("guessing")
def test_while_many_guess_a_right_code_and_a_wrong_one_look_the_same(door: Door):
    right, wrong = Client().get(f"/m/{door.code}/"), Client().get("/m/98765432/")

    assert right.status_code == wrong.status_code == 429
    assert "kontrolltall" in right.text
    assert door.meeting.title.read("nb") not in right.text
    assert come_in(door, "Nina").get(f"/m/{door.code}/").status_code == 429
    assert not Attendee.objects.exists()


@pytest.mark.usefixtures("guessing")
def test_while_many_guess_whoever_has_the_wall_comes_in_at_once(door: Door):
    answer = Client().post("/m/", {"code": door.code, "control": control(door.code)})
    assert answer["Location"] == f"/m/{door.code}/?k={control(door.code)}"

    page = Client().get(answer["Location"])
    assert f'name="k" value="{control(door.code)}"' in page.text
    browser = come_in(door, "Nina", answer["Location"])
    assert "Du er inne" in browser.get(f"/m/{door.code}/").text


@pytest.mark.usefixtures("guessing")
def test_while_many_guess_the_wrong_digits_open_nothing(door: Door):
    page = Client().post("/m/", {"code": door.code, "control": "0000" if control(door.code) != "0000" else "0001"})

    assert page.status_code == 422
    assert "Ingen møter har denne koden" in page.text


def test_those_who_are_in_are_never_asked(door: Door):
    browser = come_in(door, "Nina")
    for _guess in range(CALM + 1):
        MISSES.note(NOW)
    try:
        assert "Du er inne" in browser.get(f"/m/{door.code}/").text
    finally:
        MISSES.times.clear()


def test_a_wrong_code_is_counted_and_a_right_one_is_not(door: Door):
    MISSES.times.clear()
    Client().get("/m/98765432/")
    Client().post("/m/", {"code": "98765431"})
    Client().get(f"/m/{door.code}/")

    assert len(MISSES.times) == 2
    MISSES.times.clear()


def test_the_limit_is_over_when_it_has_been_calm():
    misses = Misses(calm=2)
    for _guess in range(3):
        misses.note(NOW)

    assert not passes("12345678", "", at=NOW, misses=misses)
    assert passes("12345678", control("12345678"), at=NOW, misses=misses)
    assert passes("12345678", "", at=NOW + WINDOW + timedelta(seconds=1), misses=misses)


def test_the_wall_shows_the_digits_and_the_picture_carries_them(world: World, kari: Member, door: Door):
    page = kari.client.get(world.url(f"moter/{door.meeting_id}/skjerm/")).text

    assert control(door.code) in page
