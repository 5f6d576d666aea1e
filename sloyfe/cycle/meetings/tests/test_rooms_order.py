"""Over the live addresses: good experiences first, a code that is replaced, and a chair that another process gave."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.codes import replace_code
from sloyfe.cycle.meetings.models import Attendee, Chair, Door, Group, Naming, Point, Seating
from sloyfe.cycle.meetings.tests.live_room import Room, held_in
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.live.tests.on_file import database_on_file


@pytest.fixture
def door(transactional_db: None, world: World, ola: Member, tmp_path: Path) -> Iterator[Door]:
    meeting = staff_meeting(world, ola, method="laerende-mote")
    door = doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)
    with database_on_file(tmp_path):
        yield door


def let_in_elsewhere(door: Door, name: str, key: str) -> None:
    """As another process lets somebody in, before its word about it has come."""
    attendee = Attendee.objects.create(
        meeting=door.meeting, name=name, likeness=name.lower(), digest=doors.digest(key), came_at=NOW
    )
    seating = Seating.objects.latest("nth")
    Chair.objects.create(seating=seating, group=Group.objects.filter(seating=seating)[0], attendee=attendee)


def test_points_about_what_is_hard_wait_until_the_good_ones_have_had_their_turn(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina = await room.inside("Nina")
        hard = await room.begin("hard", ola, ago=10)
        refused = await nina.lay(hard, "Det er vanskelig")
        assert refused.status == 409
        assert "Vi begynner med det som går bra" in refused.said()["sentence"]
        good = await room.begin("good", ola, ago=5)
        assert (await nina.lay(good, "Det gikk bra")).status == 200
        hard = await room.begin("hard", ola, ago=1)
        assert (await nina.lay(hard, "Det er vanskelig")).status == 200
        assert (await nina.lay(good, "Det gikk bra, i siste liten")).status == 200

    held_in(door, course)
    assert Point.objects.count() == 3


def test_whoever_is_in_when_the_code_is_replaced_is_known_at_the_new_addresses(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina, late = await room.inside("Nina"), room.browser()
        good = await room.begin("good", ola)
        assert (await nina.look()).cookies == ()
        new = await room.do(replace_code, door, by=ola.person, at=NOW)
        cookies = (await nina.look()).cookies
        assert [f"Path=/m/{new.code}/" in cookie for cookie in cookies] == [True, False]
        assert all(nina.key in cookie for cookie in cookies)
        assert (await nina.lay(good, "Fra den gamle siden")).status == 200
        assert (await late.come_in("Sein")).status == 404
        await room.do(leave_by_old_address, door, nina.key)

    held_in(door, course)
    assert not Attendee.objects.exists()


def leave_by_old_address(door: Door, key: str) -> None:
    """A page that was loaded before the code was replaced."""
    browser = Client()
    browser.cookies["mote"] = key
    good = door.meeting.phases.get(key="good")
    note = door.meeting.phases.filter(form="individual").first()
    if note:
        browser.post(f"/m/{door.code}/notater/{note.pk}/", {"words": "Mitt", "after": ""})
    assert browser.post(f"/m/{door.code}/punkter/", {"words": "Uten skript"}).status_code == 302
    assert Point.objects.filter(phase=good, words="Uten skript").exists()
    browser.post(f"/m/{door.code}/utgang/")


def test_somebody_who_came_in_elsewhere_has_their_table_at_once(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina, bo = await room.inside("Nina"), room.browser()
        await room.begin("good", ola)
        assert "table" in (await nina.look("tilstand/")).said()
        assert (await nina.look()).said()["table"]
        await room.do(let_in_elsewhere, door, "Bo", bo.key)
        assert "table" in (await bo.look("tilstand/")).said()
        assert "Du sitter ved bord" in (await bo.look()).said()["table"]
        async with bo.follow() as stream:
            await stream.until(lambda each: each.frames and "table" in each.frames[-1], 3)

    held_in(door, course)
