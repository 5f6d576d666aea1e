"""Who may follow a meeting, and how soon somebody who may no longer is shown out."""

from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from conftest import NOW, Member, World
from sloyfe.access.models import Seat
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, Naming
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.live_room import Room, held_in, session_of
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.live.hub import RECHECK
from sloyfe.live.tests.line import ask
from sloyfe.live.tests.on_file import database_on_file


@pytest.fixture
def door(transactional_db: None, world: World, cast: Cast, tmp_path: Path) -> Iterator[Door]:
    ola = cast["ola"]
    door = doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)
    with database_on_file(tmp_path):
        yield door


def end_seats(who: Member) -> None:
    Seat.objects.filter(person=who.person).update(until=timezone.localdate() - timedelta(days=1))


def sign_out(who: Member) -> None:
    import_module(settings.SESSION_ENGINE).SessionStore(session_of(who)["sessionid"]).delete()


def show_out(door: Door, name: str, by: Member) -> None:
    doors.show_out(Attendee.objects.get(name=name), by=by.person, at=timezone.now())


def go_out(name: str) -> None:
    doors.go_out(Attendee.objects.get(name=name))


def test_only_whoever_leads_opens_the_stream_of_those_who_lead(door: Door, cast: Cast):
    async def course(room: Room) -> None:
        for name in ("nils", "siri", "ute"):
            for rest in ("strom/", "tilstand/"):
                reply = await ask(room.live, room.leaders_address(rest), cookies=session_of(cast[name]))
                assert (name, reply.status, reply.body) == (name, 404, b"")
        assert (await ask(room.live, room.leaders_address("strom/"))).status == 404
        odd = "/live/p/x/moter/------------------------------------/strom/"
        assert (await ask(room.live, odd)).status == 404
        forged = {"sessionid": "x" * 32}
        assert (await ask(room.live, room.leaders_address("tilstand/"), cookies=forged)).status == 404
        said = await ask(room.live, room.leaders_address("tilstand/"), cookies=session_of(cast["ola"]))
        assert said.said().keys() == {"now", "room", "lead"}

    held_in(door, course)


def test_a_meeting_of_one_partnership_is_not_reached_through_another(door: Door, cast: Cast):
    async def course(room: Room) -> None:
        address = room.leaders_address("tilstand/").replace(f"/p/{door.meeting.space.slug}/", "/p/annet/")
        for name in ("ute", "ola"):
            assert (await ask(room.live, address, cookies=session_of(cast[name]))).status == 404

    held_in(door, course)


def test_it_is_asked_again_often_enough():
    assert RECHECK + 1 <= 15


@pytest.mark.parametrize("leave", [end_seats, sign_out])
def test_whoever_leads_is_shown_out_when_the_seat_ends_or_they_sign_out(door: Door, cast: Cast, leave):
    async def course(room: Room) -> None:
        async with room.leading(cast["ola"]) as stream:
            await stream.until(lambda each: each.frames)
            await room.do(leave, cast["ola"])
            await stream.until(lambda each: each.ended, 5)
            assert stream.words[-1][1].startswith(b"event: out")

    held_in(door, course, recheck=1)


def test_a_participant_who_is_shown_out_hears_no_more_at_once(door: Door, cast: Cast):
    async def course(room: Room) -> None:
        nina, nora = await room.inside("Nina"), await room.inside("Nora")
        async with nina.follow() as one, nora.follow() as other:
            await one.until(lambda each: each.frames)
            await other.until(lambda each: each.frames)
            await room.do(show_out, door, "Nina", cast["ola"])
            await one.until(lambda each: each.ended, 2)
            assert not other.ended
        assert (await nina.look()).status == 404
        assert (await nina.look("strom/")).status == 404

    held_in(door, course)


def test_whoever_leaves_by_themselves_is_gone_at_once_too(door: Door):
    async def course(room: Room) -> None:
        nina = await room.inside("Nina")
        async with nina.follow() as stream:
            await stream.until(lambda each: each.frames)
            await room.do(go_out, "Nina")
            await stream.until(lambda each: each.ended, 2)
        assert (await nina.look()).status == 404

    held_in(door, course)


def test_a_press_is_seen_by_all_with_phase_and_end_and_nothing_else(door: Door, cast: Cast):
    async def course(room: Room) -> None:
        nina = await room.inside("Nina")
        async with nina.follow() as stream, room.leading(cast["ola"]) as leaders:
            await stream.until(lambda each: each.frames)
            assert stream.frames[-1]["room"]["turn"] == 0
            alone = await room.begin("alone", cast["ola"])
            for each in (stream, leaders):
                await each.until(lambda one: one.frames and one.frames[-1]["room"]["turn"] == 1, 3)
            room_now = stream.frames[-1]["room"]
            assert room_now["phase"] == str(alone)
            assert room_now.keys() == {"phase", "turn", "ends", "left", "over", "v", "spread"}
            assert stream.frames[-1].keys() == {"now", "room"}
            assert max(len(words) for _at, words in stream.words) < 2048

    held_in(door, course)
    assert Meeting.objects.in_space(door.meeting.space).count() == 1
