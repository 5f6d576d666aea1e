"""Coming into a meeting by a code, without an account, and being forgotten again."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.meetings import cancel, hold
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, Naming
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


@pytest.fixture
def door(meeting: Meeting, ola: Member) -> Door:
    return doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)


def come_in(door: Door, name: str) -> Client:
    browser = Client()
    browser.post(f"/m/{door.code}/", {"name": name})
    return browser


def test_whoever_leads_opens_the_door_and_shows_the_code_on_the_wall(world: World, ola: Member, meeting: Meeting):
    url = world.url(f"moter/{meeting.pk}/dor/")
    ola.client.post(url, {"naming": "name"})
    code = Door.objects.get().code

    assert len(code) == 8
    assert code.isdigit()
    wall = ola.client.get(url, follow=True).text
    assert f"{code[:4]} {code[4:]}" in wall
    assert "<svg" in wall


@pytest.mark.parametrize("gap", ["", " ", "-"])
def test_the_code_is_typed_as_it_is_said(door: Door, gap: str):
    said = f" {door.code[:4]}{gap}{door.code[4:]} "

    assert Client().post("/m/", {"code": said})["Location"] == f"/m/{door.code}/"


def test_a_code_that_nobody_gave_is_said_so(door: Door):
    assert "Ingen møter har denne koden" in Client().post("/m/", {"code": "1234"}).text
    assert Client().get("/m/12345678/").status_code == 404


def test_one_comes_in_with_a_name_and_no_account_and_is_known_again(door: Door):
    browser = come_in(door, "  Nina   M ")

    page = browser.get(f"/m/{door.code}/").text
    assert "Du er inne" in page
    assert "Nina M" in page
    assert Attendee.objects.get().place == door.meeting.places.get()
    cookie = browser.cookies["mote"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (f"/m/{door.code}/", True, "Lax")


def test_the_key_of_a_browser_is_kept_nowhere(door: Door):
    key = come_in(door, "Nina").cookies["mote"].value

    assert key not in str(Attendee.objects.values().get())


def test_coming_in_twice_from_the_same_browser_makes_one_attendee(door: Door):
    browser = come_in(door, "Nina")
    browser.post(f"/m/{door.code}/", {"name": "Nina igjen"})

    assert [attendee.name for attendee in Attendee.objects.all()] == ["Nina"]


def test_two_cannot_have_one_name_and_what_was_typed_stays(door: Door):
    come_in(door, "Nina")
    page = Client().post(f"/m/{door.code}/", {"name": "Nina"})

    assert page.status_code == 422
    assert "Noen i møtet heter det" in page.text
    assert 'value="Nina"' in page.text


def test_with_pseudonyms_everybody_gets_a_bird_to_be_called_by(world: World, ola: Member, meeting: Meeting):
    door = doors.open_door(meeting, naming=Naming.PSEUDONYM, by=ola.person, at=NOW)
    page = Client().get(f"/m/{door.code}/").context["form"]

    assert page.fields["name"].label == "Kallenavn"
    assert page.fields["name"].initial


def test_those_who_are_in_see_the_phase_and_the_minutes_and_nobody_elses_name(
    ola: Member, meeting: Meeting, door: Door
):
    browser = come_in(door, "Nina")
    come_in(door, "Selma")
    begin_phase(meeting.phases.get(key="alone"), seen="", by=ola.person, at=NOW)
    with time_machine.travel(NOW + timedelta(minutes=4), tick=False):
        page = browser.get(f"/m/{door.code}/").text

    assert "Individuelt: skriv tre punkter" in page
    assert "<strong>1</strong>" in page
    assert "Etterpå: Gruppe: bli enige om tre" in page
    assert "Selma" not in page
    assert "Har noen ikke forberedt seg" not in page


def test_another_meetings_key_opens_nothing(world: World, ola: Member, door: Door):
    other = doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)
    browser = come_in(door, "Nina")
    browser.cookies["mote"]["path"] = "/"

    assert "Du er inne" not in browser.get(f"/m/{other.code}/").text


def test_whoever_leads_sees_who_is_in_and_takes_somebody_out(world: World, ola: Member, meeting: Meeting, door: Door):
    browser = come_in(door, "Nina")
    url = world.url(f"moter/{meeting.pk}/styring/")
    assert "1 er inne" in ola.client.get(url).text

    ola.client.post(world.url(f"moter/{meeting.pk}/deltakere/{Attendee.objects.get().pk}/fjerning/"))
    assert "Navnet ditt" in browser.get(f"/m/{door.code}/").text
    assert "0 er inne" in ola.client.get(url).text


def test_an_attendee_is_taken_out_only_by_those_who_lead_this_meeting(
    world: World, ola: Member, nils: Member, meeting: Meeting, door: Door
):
    come_in(door, "Nina")
    key, elsewhere = Attendee.objects.get().pk, staff_meeting(world, ola)
    refused = nils.client.post(world.url(f"moter/{meeting.pk}/deltakere/{key}/fjerning/"))
    missing = ola.client.post(world.url(f"moter/{elsewhere.pk}/deltakere/{key}/fjerning/"))

    assert (refused.status_code, missing.status_code) == (403, 404)
    assert Attendee.objects.count() == 1


def test_whoever_goes_out_is_forgotten(door: Door):
    browser = come_in(door, "Nina")
    browser.post(f"/m/{door.code}/utgang/")

    assert not Attendee.objects.exists()
    assert browser.cookies["mote"].value == ""


def test_after_the_meeting_the_door_is_shut_and_those_inside_are_thanked(ola: Member, meeting: Meeting, door: Door):
    browser = come_in(door, "Nina")
    words = Text.of(nb="Vi prøver faste plasser.")
    hold(meeting, took_part=1, words=words, by=ola.person, at=NOW, today=THURSDAY)

    assert "Vi prøver faste plasser." in browser.get(f"/m/{door.code}/").text
    assert Client().get(f"/m/{door.code}/").status_code == 410
    assert "Møtet er over" in come_in(door, "Sein").get(f"/m/{door.code}/").text


def test_a_meeting_that_is_called_off_lets_nobody_in(ola: Member, meeting: Meeting, door: Door):
    cancel(meeting, by=ola.person, at=NOW)

    assert "Møtet er avlyst" in Client().get(f"/m/{door.code}/").text
    with pytest.raises(doors.DoorShut):
        doors.open_door(Meeting.objects.in_space(meeting.space).get(), naming="name", by=ola.person, at=NOW)


def test_a_month_after_the_meeting_nobody_knows_who_was_there(door: Door):
    come_in(door, "Nina")
    doors.forget_attendees(on=THURSDAY + timedelta(days=30))
    assert Attendee.objects.count() == 1

    doors.forget_attendees(on=THURSDAY + timedelta(days=31))
    assert not Attendee.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_whoever_leads_asks_the_same_however_many_have_come(
    world: World, ola: Member, meeting: Meeting, door: Door, rows: int
):
    for number in range(rows):
        come_in(door, f"Deltaker {number}")
    with asks(12):
        assert ola.client.get(world.url(f"moter/{meeting.pk}/styring/")).status_code == 200


def test_a_key_that_nobody_was_given_opens_nothing(door: Door):
    come_in(door, "Nina")
    guessing = Client()
    guessing.cookies["mote"] = doors.new_key()

    assert "Nina" not in guessing.get(f"/m/{door.code}/").text


def test_whoever_was_typing_while_the_meeting_ended_is_told_so(ola: Member, meeting: Meeting, door: Door):
    hold(meeting, took_part=1, words=Text(), by=ola.person, at=NOW, today=THURSDAY)
    door = Door.objects.select_related("meeting__holding").get()

    with pytest.raises(doors.DoorShut):
        doors.come_in(door, "Sein", key=doors.new_key(), place=None, at=NOW)
