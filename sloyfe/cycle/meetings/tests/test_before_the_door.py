"""Leading before the door is open, or without one: the leader's page and the wall follow all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.codes import replace_code
from sloyfe.cycle.meetings.models import Door, Meeting, Naming
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.live_room import Room, held_in
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.live.tests.on_file import database_on_file


@pytest.fixture
def meeting(transactional_db: None, world: World, cast: Cast, tmp_path: Path) -> Iterator[Meeting]:
    row = staff_meeting(world, cast["ola"])
    with database_on_file(tmp_path):
        yield row


def open_door(meeting: Meeting, by: Member) -> None:
    doors.open_door(meeting, naming=Naming.NAME, by=by.person, at=timezone.now())


def new_code(meeting: Meeting, by: Member) -> None:
    replace_code(Door.objects.get(meeting=meeting), by=by.person, at=timezone.now())


def test_whoever_leads_follows_a_meeting_that_has_no_door(meeting: Meeting, cast: Cast):
    async def course(room: Room) -> None:
        async with room.leading(cast["ola"]) as stream:
            await stream.until(lambda each: each.frames)
            assert stream.frames[-1]["lead"]["inside"] == 0
            alone = await room.begin("alone", cast["ola"])
            await stream.until(lambda each: each.frames[-1]["room"]["turn"] == 1, 3)
            assert stream.frames[-1]["room"]["phase"] == str(alone)

    held_in(Door(meeting=meeting), course)


def test_a_wall_that_was_up_before_the_door_was_opened_is_told_of_the_code_and_of_the_next_one(
    meeting: Meeting, cast: Cast
):
    async def course(room: Room) -> None:
        async with room.leading(cast["ola"]) as stream:
            await stream.until(lambda each: each.frames)
            marks = [stream.frames[-1]["room"]["v"]]
            for act in (open_door, new_code):
                await room.do(act, meeting, cast["ola"])
                await stream.until(lambda each: each.frames[-1]["room"]["v"] not in marks, 3)
                marks.append(stream.frames[-1]["room"]["v"])

    held_in(Door(meeting=meeting), course)


def test_before_the_door_is_open_the_page_says_so_and_speaks_of_no_code(world: World, ola: Member):
    row = staff_meeting(world, ola)
    page = ola.client.get(world.url(f"moter/{row.pk}/styring/")).text
    assert "Skal dere skrive på egne telefoner, åpner du døra først." in page
    assert "Vis koden på veggen" not in page

    answer = ola.client.post(world.url(f"moter/{row.pk}/dor/"), {"naming": "name"})
    assert answer["Location"] == world.url(f"moter/{row.pk}/styring/")
    page = ola.client.get(answer["Location"]).text
    assert "Døra er åpen." in page
    assert "Vis koden på veggen" in page
