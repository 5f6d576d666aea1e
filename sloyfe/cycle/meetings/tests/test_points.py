"""A group's points: laid by an author nobody keeps, agreed on by the group, gathered, and merged by a person."""

import re

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.meetings import hold
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, CommonPoint, Door, Meeting, Naming, Point
from sloyfe.cycle.meetings.queries.groups import tables
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.cycle.meetings.tests.test_notes import every_row, write
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text

Room = list[list[Client]]
NAMES = [f"Deltaker {letter}" for letter in "ABCDEFGH"]
IDEA = "Faste makkerpar ute"


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


@pytest.fixture
def door(meeting: Meeting, ola: Member) -> Door:
    return doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)


@pytest.fixture
def room(door: Door, ola: Member) -> Room:
    """Eight people at two tables, in the phase of the groups: the browsers table by table."""
    browsers = {name: come_in(door, name) for name in NAMES}
    go_to(door.meeting, "group", ola)
    phase = door.meeting.phases.get(key="group")
    return [[browsers[one.name] for one in table.people] for table in tables(phase)]


def go_to(meeting: Meeting, key: str, by: Member) -> None:
    now = start_of(meeting)
    begin_phase(meeting.phases.get(key=key), seen=now.mark if now else "", by=by.person, at=NOW)


def page(browser: Client, door: Door) -> str:
    return browser.get(f"/m/{door.code}/").text


def lay(browser: Client, door: Door, words: str = IDEA) -> int:
    return browser.post(f"/m/{door.code}/punkter/", {"words": words}).status_code


def press(browser: Client, door: Door, button: str, point: Point | None = None) -> int:
    point = point or Point.objects.get()
    return browser.post(f"/m/{door.code}/punkter/{point.pk}/{button}/").status_code


def agreed(room: Room, door: Door, *words: str) -> list[Point]:
    """One point from each table, agreed on."""
    for table, said in zip(room, words, strict=True):
        lay(table[0], door, said)
        press(table[1], door, "enighet", Point.objects.get(words=said))
    return list(Point.objects.order_by("group__number"))


def test_a_point_lies_on_its_own_table_and_on_no_other(room: Room, door: Door):
    lay(room[0][0], door)

    assert all(IDEA in page(browser, door) for browser in room[0])
    assert not any(IDEA in page(browser, door) for browser in room[1])


def test_signs_that_nobody_sees_are_left_out_of_a_point(room: Room, door: Door):
    lay(room[0][0], door, "Faste\x07 makkerpar\u2028ute")

    assert Point.objects.get().words == IDEA


def test_nothing_kept_tells_who_laid_a_point(room: Room, door: Door):
    lay(room[0][0], door)
    point, keys = Point.objects.get(), [str(one.pk) for one in Attendee.objects.all()]

    assert {field.name for field in Point._meta.fields} == {"id", "group", "phase", "nth", "words", "mark", "element"}
    assert not [key for key in keys if key in point.mark]
    digests = {one.digest for one in Attendee.objects.all()}
    assert point.mark not in digests


def offers_to_take_back(html: str) -> bool:
    """Everybody's page has the button; it is shown on one's own points."""
    return bool(re.search(r'data-own="[^"]+"(?! hidden)', html))


def test_only_its_author_takes_a_point_back_and_not_once_the_group_agrees(room: Room, door: Door):
    author, other = room[0][:2]
    lay(author, door)
    assert offers_to_take_back(page(author, door))
    assert not offers_to_take_back(page(other, door))
    assert press(other, door, "fjerning") == 409

    press(other, door, "enighet")
    assert press(author, door, "fjerning") == 409
    press(author, door, "enighet/tilbaketrekking")
    press(author, door, "fjerning")
    assert not Point.objects.exists()


def test_another_table_neither_agrees_nor_takes_back(room: Room, door: Door):
    lay(room[0][0], door)

    assert [press(room[1][0], door, button) for button in ("enighet", "fjerning")] == [409, 409]
    assert not Point.objects.get().is_agreed


def test_one_takes_a_line_of_ones_own_notes_and_lays_it_by_hand(ola: Member, door: Door):
    browser, other = come_in(door, "Nina"), come_in(door, "Selma")
    write(browser, door, "Begynn med leken\nSpør barna")
    go_to(door.meeting, "group", ola)
    assert "Fra dine egne notater" in page(browser, door)
    assert "Spør barna" not in page(other, door)

    lay(browser, door, "Spør barna")
    assert "Spør barna" in page(other, door)
    assert "Begynn med leken" not in page(other, door)
    assert not [row for row in every_row() if b"Begynn med leken" in row]


def test_when_the_meeting_has_moved_on_the_point_is_not_laid_and_not_lost(room: Room, door: Door, ola: Member):
    go_to(door.meeting, "plenary", ola)
    answer = room[0][0].post(f"/m/{door.code}/punkter/", {"words": IDEA})

    assert answer.status_code == 409
    assert IDEA in answer.text
    assert not Point.objects.exists()


def test_strangers_lay_nothing(room: Room, door: Door):
    assert lay(Client(), door) == 404


def test_what_is_agreed_is_gathered_and_what_is_not_stays_with_the_group(
    world: World, room: Room, door: Door, ola: Member
):
    agreed(room, door, IDEA, "En voksen i hver sone")
    lay(room[0][0], door, "Dette snakker vi bare om")
    go_to(door.meeting, "plenary", ola)
    gathered = ola.client.get(world.url(f"moter/{door.meeting_id}/punkter/")).text

    for seen in (gathered, page(room[0][0], door), page(room[1][0], door)):
        assert IDEA in seen
        assert "En voksen i hver sone" in seen
        assert "Dette snakker vi bare om" not in seen
        assert "Deltaker" not in seen.split("Du er med som")[0]


def test_a_person_merges_points_and_parts_them_again(world: World, room: Room, door: Door, ola: Member):
    points = agreed(room, door, IDEA, "Makkerpar i friminuttet")
    url = world.url(f"moter/{door.meeting_id}/punkter/")
    ola.client.post(url, {"points": [point.pk for point in points], "words": "Makkerpar"})
    common = CommonPoint.objects.get()
    go_to(door.meeting, "plenary", ola)
    assert "Makkerpar" in page(room[0][0], door)
    assert "Fra bord 1, 2" in " ".join(page(room[0][0], door).split())

    ola.client.post(f"{url}{common.pk}/deling/")
    assert not CommonPoint.objects.exists()
    assert Point.objects.filter(agreement__isnull=False).count() == 2


def test_one_point_is_no_merger_and_the_words_stay(world: World, room: Room, door: Door, ola: Member):
    points = agreed(room, door, IDEA, "Noe annet")
    url = world.url(f"moter/{door.meeting_id}/punkter/")
    answer = ola.client.post(url, {"points": [points[0].pk], "words": "Mine felles ord"})

    assert answer.status_code == 422
    assert "Velg minst to punkter" in answer.text
    assert "Mine felles ord" in answer.text


def test_a_merged_point_is_not_taken_out_from_under_the_common_one(world: World, room: Room, door: Door, ola: Member):
    points = agreed(room, door, IDEA, "Makkerpar i friminuttet")
    url = world.url(f"moter/{door.meeting_id}/punkter/")
    ola.client.post(url, {"points": [point.pk for point in points], "words": "Makkerpar"})

    assert press(room[0][0], door, "enighet/tilbaketrekking", points[0]) == 409


def test_points_outlive_those_who_were_there(room: Room, door: Door, ola: Member):
    agreed(room, door, IDEA, "Noe annet")
    hold(door.meeting, took_part=8, words=Text(), by=ola.person, at=NOW, today=THURSDAY)
    Attendee.objects.all().delete()

    assert Point.objects.count() == 2


def test_only_those_who_lead_gather(world: World, meeting: Meeting, ola: Member, nils: Member, siri: Member):
    url = world.url(f"moter/{meeting.pk}/punkter/")

    assert [who.client.get(url).status_code for who in (ola, nils, siri)] == [200, 403, 404]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_of_points_ask_the_same_however_many_there_are(world: World, room: Room, ola: Member, rows: int):
    door = Door.objects.get()
    for number in range(rows):
        lay(room[0][0], door, f"Punkt {number}")
        press(room[0][0], door, "enighet", Point.objects.get(words=f"Punkt {number}"))
    with asks(15):
        ola.client.get(world.url(f"moter/{door.meeting_id}/punkter/"))
    with asks(18):
        room[0][0].get(f"/m/{door.code}/")
