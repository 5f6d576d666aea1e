"""What lies on the table: preparation, the last trial, expectations, and figures that whoever leads lays there."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.decisions import decide
from sloyfe.cycle.meetings.actions.meetings import cancel, hold
from sloyfe.cycle.meetings.models import Door, LaidFigures, Meeting, Naming
from sloyfe.cycle.meetings.queries.materials import last_trial
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.cycle.meetings.tests.test_points import go_to
from sloyfe.cycle.partnership.actions.expectations import state_expectation
from sloyfe.kit.text import Text
from sloyfe.surveys.models import Wave
from sloyfe.surveys.tests.stage import answer, close, plan

SPREAD = [1, 2, 3, 4, 5, 5, 4]
TRIED = "Prøv makkerpar i to uker"


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, settings: Any) -> None:
    """Keys of the waves stay in the test's own folder."""
    settings.KEY_DIR = tmp_path


@pytest.fixture
def released(world: World, kari: Member) -> Wave:
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, SPREAD)
    answer(wave, world.kindergarten.place, kari, SPREAD)
    closed: Wave = close(wave, kari)
    return closed


@pytest.fixture
def reading(world: World, ola: Member) -> Door:
    """A meeting at the school that reads figures."""
    meeting = staff_meeting(world, ola, method="stastedsmote")
    return doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)


def phase_with(meeting: Meeting, material: str) -> str:
    return meeting.phases.filter(material=material)[0].key


def page(browser: Client, door: Door) -> str:
    return " ".join(browser.get(f"/m/{door.code}/").text.split())


def test_figures_are_seen_only_when_whoever_leads_lays_them_on_the_table(
    world: World, released: Wave, reading: Door, ola: Member
):
    browser = come_in(reading, "Nina")
    go_to(reading.meeting, phase_with(reading.meeting, "release"), ola)
    assert browser.get(f"/m/{reading.code}/tall/").status_code == 404
    assert "Tall på bordet" not in page(browser, reading)

    url = world.url(f"moter/{reading.meeting_id}/tall/")
    ola.client.post(url, {"wave": released.pk})
    assert "Tall på bordet" in page(browser, reading)
    figures = browser.get(f"/m/{reading.code}/tall/").text
    assert world.school.place.title in figures
    assert world.kindergarten.place.title not in figures
    assert Client().get(f"/m/{reading.code}/tall/").status_code == 404

    ola.client.post(f"{url}fjerning/")
    assert browser.get(f"/m/{reading.code}/tall/").status_code == 404


def test_only_the_meetings_own_level_is_laid(world: World, released: Wave, reading: Door, ola: Member):
    ola.client.post(world.url(f"moter/{reading.meeting_id}/tall/"), {"wave": released.pk})

    assert LaidFigures.objects.get().place == world.school.place


def test_what_is_not_released_cannot_be_laid(world: World, reading: Door, ola: Member, kari: Member):
    wave = plan(world, kari, opened=True)
    url = world.url(f"moter/{reading.meeting_id}/tall/")

    assert ola.client.post(url, {"wave": wave.pk}).status_code == 404
    assert "Ingen frigitte tall" in ola.client.get(url).text


def test_where_too_few_answered_the_table_is_told_so_and_no_more(
    world: World, reading: Door, ola: Member, kari: Member
):
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, [1, 2, 3])
    answer(wave, world.kindergarten.place, kari, SPREAD)
    close(wave, kari)
    browser = come_in(reading, "Nina")
    ola.client.post(world.url(f"moter/{reading.meeting_id}/tall/"), {"wave": wave.pk})

    if LaidFigures.objects.exists():
        assert "For få har svart" in browser.get(f"/m/{reading.code}/tall/").text
    else:
        assert browser.get(f"/m/{reading.code}/tall/").status_code == 404


def test_the_last_trial_of_the_same_places_is_carried_in_by_itself(world: World, ola: Member, nils: Member):
    before = staff_meeting(world, ola, method="laerende-mote", on=THURSDAY - timedelta(days=14))
    decide(before, what=Text.of(nb=TRIED), due=None, responsible_person=nils.person, by=ola.person, at=NOW)
    elsewhere = staff_meeting(
        world, ola, on=THURSDAY - timedelta(days=7), places=[world.school.place, world.kindergarten.place]
    )
    for each in (before, elsewhere):
        hold(each, took_part=None, words=Text(), by=ola.person, at=NOW, today=THURSDAY)
    meeting = staff_meeting(world, ola, method="laerende-mote")
    door = doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)
    browser = come_in(door, "Nina")
    go_to(meeting, phase_with(meeting, "last_trial"), ola)

    assert TRIED in page(browser, door)
    assert "Nils Moe" not in page(browser, door)
    assert TRIED in ola.client.get(world.url(f"moter/{meeting.pk}/styring/")).text


def test_the_meeting_that_this_one_follows_comes_before_the_last_one_held(world: World, ola: Member):
    first = staff_meeting(world, ola, on=THURSDAY - timedelta(days=14))
    later = staff_meeting(world, ola, on=THURSDAY - timedelta(days=7))
    for each in (first, later):
        hold(each, took_part=None, words=Text(), by=ola.person, at=NOW, today=THURSDAY)
    trials = [last_trial(staff_meeting(world, ola, follows=follows)) for follows in (first, None)]

    assert [trial and trial.meeting for trial in trials] == [first, later]
    cancel(first, by=ola.person, at=NOW)
    again = last_trial(staff_meeting(world, ola, follows=first))
    assert again is not None
    assert again.meeting == later


def test_expectations_and_preparation_lie_on_the_table(world: World, ola: Member):
    state_expectation(
        world.round,
        by_party=world.school,
        of_party=world.university,
        words=Text.of(nb="Svar innen en uke"),
        by=ola.person,
        at=NOW,
    )
    for method, material, words in (
        ("forventningsavklaring", "expectations", "Svar innen en uke"),
        ("igp", "preparation", "Dette skulle vi forberede"),
    ):
        meeting = staff_meeting(world, ola, method=method)
        door = doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)
        browser = come_in(door, "Nina")
        go_to(meeting, phase_with(meeting, material), ola)
        assert words in page(browser, door)


def test_only_whoever_leads_lays_figures(world: World, released: Wave, reading: Door, cast: Cast):
    url = world.url(f"moter/{reading.meeting_id}/tall/")

    assert [cast[name].client.get(url).status_code for name in ("ola", "nils", "siri")] == [200, 403, 404]
