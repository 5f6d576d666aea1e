"""Longer time for one person over the live addresses: their page knows, and nobody else's is another than before."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.extra_time import give_extra_time
from sloyfe.cycle.meetings.models import Attendee, Door, Naming
from sloyfe.cycle.meetings.tests.live_room import Browser, Room, held_in
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.live.tests.line import Stream
from sloyfe.live.tests.on_file import database_on_file


@pytest.fixture
def door(transactional_db: None, world: World, ola: Member, tmp_path: Path) -> Iterator[Door]:
    door = doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)
    with database_on_file(tmp_path):
        yield door


def give(name: str, minutes: int, by: Member) -> None:
    give_extra_time(Attendee.objects.get(name=name), minutes, by=by.person, at=timezone.now())


async def page_of(browser: Browser) -> dict[str, Any]:
    said: dict[str, Any] = (await browser.look()).said()
    return said


def box(phase: UUID) -> str:
    return f'data-phase="{phase}"'


def test_the_box_stays_on_the_page_of_the_one_and_closes_on_the_others(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina, selma = await room.inside("Nina"), await room.inside("Selma")
        alone = await room.begin("alone", ola, ago=60)
        await nina.write(alone, "Et langt notat")
        await room.do(give, "Nina", 4, ola)
        await room.begin("group", ola, ago=30)
        one, other = await page_of(nina), await page_of(selma)
        assert box(alone) in one["own"]
        assert "Et langt notat" in one["own"]
        assert "data-still" not in other["own"]
        assert box(alone) not in other["own"]
        assert (await nina.write(alone, "Et lengre notat")).status == 200
        assert (await selma.write(alone, "For sent")).status == 409

    held_in(door, course)


def test_it_goes_when_the_minutes_are_up(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina = await room.inside("Nina")
        alone = await room.begin("alone", ola, ago=600)
        await room.do(give, "Nina", 4, ola)
        await room.begin("group", ola, ago=243)
        assert box(alone) not in (await page_of(nina))["own"]
        assert (await nina.write(alone, "For sent")).status == 409

    held_in(door, course)


def test_only_their_own_stream_tells_of_it(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina, selma = await room.inside("Nina"), await room.inside("Selma")
        await room.begin("alone", ola)
        async with nina.follow() as one, selma.follow() as other, room.leading(ola) as leads:
            for each in (one, other, leads):
                await each.until(lambda stream: stream.frames)
            before, page = [told(other), told(leads)], (await selma.look()).body
            await room.do(give, "Nina", 4, ola)
            await one.until(lambda stream: stream.frames[-1].get("own") == {"longer": 4}, 5)
            assert json.loads((await nina.look("tilstand/")).body)["own"] == {"longer": 4}
            await room.do(give, "Nina", 6, ola)
            await one.until(lambda stream: stream.frames[-1].get("own") == {"longer": 6}, 5)
            await room.do(give, "Nina", 0, ola)
            await one.until(lambda stream: "own" not in stream.frames[-1], 5)
            await asyncio.sleep(1.2)
            assert [told(other), told(leads)] == before
            assert (await selma.look()).body == page
            assert "own" not in (await selma.look("tilstand/")).said()

    held_in(door, course, recheck=1)


def told(stream: Stream) -> list[Any]:
    """What a stream said, but for the clock."""
    return [{name: said for name, said in frame.items() if name != "now"} for frame in stream.frames]
