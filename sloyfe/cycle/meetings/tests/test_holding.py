"""A meeting was held: as planned, otherwise than planned, or without a plan."""

import time_machine
from django.utils import timezone

from conftest import Member, World
from sloyfe.cycle.meetings.actions.decisions import decide
from sloyfe.cycle.meetings.actions.door import open_door
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Holding, Meeting
from sloyfe.cycle.meetings.tests.making import sent, staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.kit.text import Text

SAID = {"took_part": "7", "words_nb": "Vi prøver faste plasser.", "words_nn": ""}


@time_machine.travel("2026-09-03 15:30+02:00", tick=False)
def test_after_the_meeting_its_leader_says_that_it_was_held(world: World, ola: Member, nils: Member):
    meeting = staff_meeting(world, ola)
    assert "Ble møtet holdt?" in ola.client.get(world.url(f"moter/{meeting.pk}/")).text

    ola.client.post(world.url(f"moter/{meeting.pk}/gjennomforing/"), SAID)
    page = nils.client.get(world.url(f"moter/{meeting.pk}/")).text
    assert "7 var med." in page
    assert "Vi prøver faste plasser." in page


@time_machine.travel("2026-09-03 12:00+02:00", tick=False)
def test_a_meeting_that_was_held_this_morning_anyway_is_recorded(world: World, ola: Member):
    answer = ola.client.post(world.url("holdt-mote/"), {**sent(world, starts="08:00"), **SAID})

    meeting = Meeting.objects.in_space(world.space).get()
    assert answer["Location"] == world.url(f"moter/{meeting.pk}/")
    assert (meeting.is_held, meeting.holding.took_part) == (True, 7)


@time_machine.travel("2026-09-02 12:00+02:00", tick=False)
def test_a_meeting_that_is_still_to_come_has_not_been_held(world: World, ola: Member):
    page = ola.client.post(world.url("holdt-mote/"), {**sent(world), **SAID})

    assert page.status_code == 409
    assert "Møtet er ikke holdt ennå." in page.text
    assert "Vi prøver faste plasser." in page.text
    assert not Meeting.objects.in_space(world.space).exists()


@time_machine.travel("2026-09-03 15:30+02:00", tick=False)
def test_what_was_said_is_corrected_and_taken_back(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    url = world.url(f"moter/{meeting.pk}/gjennomforing/")
    ola.client.post(url, SAID)
    ola.client.post(url, {**SAID, "took_part": "9", "version": "1"})
    assert Holding.objects.get().took_part == 9

    stale = ola.client.post(url, {**SAID, "took_part": "8", "version": "1"})
    assert stale.status_code == 409
    ola.client.post(f"{url}tilbaketrekking/")
    assert not Holding.objects.exists()


@time_machine.travel("2026-09-02 12:00+02:00", tick=False)
def test_a_meeting_that_was_begun_before_its_day_ends_on_the_day_it_was_begun(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    begin_phase(meeting.phases.get(key="alone"), seen="", by=ola.person, at=timezone.now())
    url = world.url(f"moter/{meeting.pk}/gjennomforing/")
    assert "alle ser at møtet er over" in ola.client.get(url).text

    ola.client.post(url, SAID)
    meeting = Meeting.objects.in_space(world.space).get()
    assert (meeting.is_held, meeting.on) == (True, timezone.localdate())


@time_machine.travel("2026-09-03 15:30+02:00", tick=False)
def test_those_who_were_in_see_what_was_decided_when_it_is_over(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    door = open_door(meeting, naming="name", by=ola.person, at=timezone.now())
    browser = come_in(door, "Nina")
    decide(meeting, what=Text.of(nb="Makkerpar ute", nn=""), by=ola.person, at=timezone.now())
    assert "Makkerpar ute" not in browser.get(f"/m/{door.code}/").text

    ola.client.post(world.url(f"moter/{meeting.pk}/gjennomforing/"), SAID)
    assert "Makkerpar ute" in browser.get(f"/m/{door.code}/").text


def test_nobody_is_asked_who_was_there():
    kept = {field.name for field in Holding._meta.fields}

    assert kept == {"id", "version", "by", "at", "meeting", "took_part", "words"}
