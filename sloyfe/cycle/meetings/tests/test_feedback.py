"""Three questions after a meeting, anonymous from the first press to the figures."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.meetings import hold
from sloyfe.cycle.meetings.models import Door, Meeting, MeetingFeedback, Naming
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.kit.text import Text
from sloyfe.surveys import queries as surveys
from sloyfe.surveys.actions import closing
from sloyfe.surveys.models import Code, Envelope, Mode, Wave
from sloyfe.surveys.tests.stage import answers_for

AFTER = NOW + timedelta(days=2, hours=6)


@pytest.fixture
def door(world: World, ola: Member) -> Door:
    return doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)


@pytest.fixture
def browser(door: Door) -> Client:
    return come_in(door, "Deltaker A")


def held(door: Door, ola: Member, count: int | None = 8) -> Meeting:
    hold(door.meeting, took_part=count, words=Text(), by=ola.person, at=AFTER, today=AFTER.date())
    return door.meeting


def ask(world: World, who: Member, meeting: Meeting) -> int:
    return who.client.post(world.url(f"moter/{meeting.pk}/tilbakemelding/")).status_code


def code_on(page: str) -> str:
    return re.search(r"/svar/([A-Z2-9]{10})/", page)[1]


def answer(code: str, step: int) -> None:
    client = Client()
    sent = {"page": re.search(r'name="page" value="(\w+)"', client.get(f"/svar/{code}/?ny=1").text)[1]}
    assert client.post(f"/svar/{code}/", {**answers_for(Wave._base_manager.get(), step), **sent}).status_code == 200


@time_machine.travel(AFTER, tick=False)
def test_one_press_opens_three_anonymous_questions_for_as_many_as_were_there(world: World, ola: Member, door: Door):
    meeting = held(door, ola)
    assert ask(world, ola, meeting) == 302

    wave = Wave.objects.in_space(world.space).get()
    assert (wave.mode, wave.screened_by, wave.places.get().place) == (Mode.ANONYMOUS, "", world.school.place)
    assert [item.origin for item in wave.instrument.items.all()] == ["gathering.V1", "gathering.V2", "gathering.V3"]
    assert Code.objects.count() == 8
    assert "<svg" in ola.client.get(world.url(f"moter/{meeting.pk}/")).text
    assert ask(world, ola, meeting) == 302
    assert Wave.objects.in_space(world.space).count() == 1


@time_machine.travel(AFTER, tick=False)
def test_those_who_were_there_find_it_on_the_meetings_page(world: World, ola: Member, door: Door, browser: Client):
    page = f"/m/{door.code}/"
    meeting = held(door, ola)
    assert "/svar/" not in browser.get(page).text
    ask(world, ola, meeting)
    code = code_on(browser.get(page).text)

    answer(code, 3)
    assert Envelope.objects.count() == 1
    with time_machine.travel(AFTER + timedelta(hours=2), tick=False):
        assert "/svar/" not in browser.get(page).text


@time_machine.travel(AFTER, tick=False)
def test_the_answers_are_read_only_as_released_figures(world: World, ola: Member, door: Door):
    meeting = held(door, ola)
    ask(world, ola, meeting)
    code = code_on(ola.client.get(world.url(f"moter/{meeting.pk}/")).text)
    for _person in range(4):
        answer(code, 4)
    wave = Wave.objects.in_space(world.space).get()
    closing.close_wave(wave, by=ola.person, at=AFTER, dice=None)

    page = ola.client.get(world.url(f"undersokelser/{wave.pk}/resultat/"))
    assert page.status_code == 200
    assert "vises ikke, for å verne dem som svarte" in page.text


@time_machine.travel(AFTER, tick=False)
def test_fewer_than_five_are_told_to_talk_instead(world: World, ola: Member, door: Door):
    meeting = held(door, ola, 4)

    assert ask(world, ola, meeting) == 409
    assert not Wave.objects.in_space(world.space).exists()
    assert not MeetingFeedback.objects.exists()


@time_machine.travel(AFTER, tick=False)
def test_it_needs_to_be_held_and_led(world: World, cast: Cast, door: Door):
    assert ask(world, cast["ola"], door.meeting) == 409
    meeting = held(door, cast["ola"])
    assert [ask(world, cast[name], meeting) for name in ("nils", "siri", "ute")] == [403, 404, 404]


@time_machine.travel(AFTER, tick=False)
def test_a_gathering_of_the_network_belongs_to_the_owner_and_is_no_staff_survey(world: World, kari: Member):
    meeting = staff_meeting(world, kari, places=[])
    hold(meeting, took_part=40, words=Text(), by=kari.person, at=AFTER, today=AFTER.date())
    ask(world, kari, meeting)

    assert MeetingFeedback.objects.get().wave.places.get().place == world.owner.place
    assert surveys.staff_wave(world.space) is None
