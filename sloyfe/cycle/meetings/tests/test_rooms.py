"""Coming in, writing and laying points over the live addresses, by browsers that say things twice, late or wrongly."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions import points
from sloyfe.cycle.meetings.models import Attendee, Door, Naming, Note, Point
from sloyfe.cycle.meetings.tests.live_room import Room, held_in, names
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.live.tests.on_file import database_on_file


@pytest.fixture
def door(transactional_db: None, world: World, ola: Member, nils: Member, tmp_path: Path) -> Iterator[Door]:
    door = doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)
    with database_on_file(tmp_path):
        yield door


def test_the_same_form_sent_twice_lets_in_once(door: Door):
    async def course(room: Room) -> None:
        nina = room.browser()
        replies = await asyncio.gather(nina.come_in("Nina"), nina.come_in("Nina"))
        again = await nina.come_in("Nina")
        assert [reply.status for reply in (*replies, again)] == [200, 200, 200]
        assert all(any(each.startswith("mote-live=") for each in reply.cookies) for reply in replies)

    held_in(door, course)
    assert names() == ["Nina"]


def test_many_come_in_at_once_and_two_of_the_same_name_are_told_apart(door: Door):
    async def course(room: Room) -> None:
        wanted = [*(f"Nr {n}" for n in range(30)), "Nina", "nina"]
        replies = await asyncio.gather(*(room.browser().come_in(name) for name in wanted))
        assert [reply.status for reply in replies[:30]] == [200] * 30
        assert sorted(reply.status for reply in replies[30:]) == [200, 422]
        refused = next(reply for reply in replies if reply.status == 422)
        assert "heter det" in refused.said()["sentence"]

    held_in(door, course)
    assert len(names()) == 31


def test_the_same_save_twice_is_one_version_and_the_same_point_twice_one_row(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina, mark, name = await room.inside("Nina"), uuid4(), uuid4()
        alone = await room.begin("alone", ola)
        saves = [await nina.write(alone, "Mitt notat", mark=mark) for _n in range(2)]
        assert [(reply.status, reply.said()["version"]) for reply in saves] == [(200, 1), (200, 1)]
        group = await room.begin("group", ola)
        laid = await asyncio.gather(*(nina.lay(group, "Vårt punkt", name=name) for _n in range(2)))
        again = await nina.lay(group, "Vårt punkt", name=name)
        assert [(reply.status, reply.said()["nth"]) for reply in (*laid, again)] == [(200, 1)] * 3

    held_in(door, course)
    assert (Note.objects.count(), Point.objects.count()) == (1, 1)


def test_nobody_heaps_so_much_on_a_table_that_the_others_cannot_fetch_it(
    door: Door, ola: Member, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(points, "MOST", 3)

    async def course(room: Room) -> None:
        nina = await room.inside("Nina")
        group = await room.begin("group", ola)
        laid = await asyncio.gather(*(nina.lay(group, f"Punkt {n}") for n in range(5)))
        assert sorted(reply.status for reply in laid) == [200, 200, 200, 409, 409]
        assert "ikke plass til flere punkter" in (await nina.lay(group, "Et til")).said()["sentence"]

    held_in(door, course)
    assert Point.objects.count() == 3


def test_what_comes_late_is_refused_with_a_sentence_and_what_was_kept_is_kept(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina, nora = await room.inside("Nina"), await room.inside("Nora", language="nn")
        alone = await room.begin("alone", ola, ago=60)
        assert (await nina.write(alone, "I tide")).status == 200
        await room.begin("group", ola, ago=3)
        late, late_nn = await nina.write(alone, "For sent", after=1), await nora.write(alone, "For seint")
        assert (late.status, late_nn.status) == (409, 409)
        assert late.said()["sentence"].startswith("Fasen er over")
        assert late_nn.said()["sentence"] != late.said()["sentence"]
        assert "I tide" in (await nina.look()).body.decode()

    held_in(door, course)
    assert [note.version for note in Note.objects.all()] == [1]


def test_within_two_seconds_of_the_next_phase_it_is_still_taken(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina = await room.inside("Nina")
        alone = await room.begin("alone", ola, ago=60)
        await room.begin("group", ola, ago=0.5)
        assert (await nina.write(alone, "I siste liten")).status == 200

    held_in(door, course)


def test_another_key_gets_nothing(door: Door, ola: Member):
    async def course(room: Room) -> None:
        await room.inside("Nina")
        alone = await room.begin("alone", ola)
        stranger = room.browser(language="nn")
        replies = [await stranger.look(rest) for rest in ("rom/", "tilstand/", "strom/")]
        replies.append(await stranger.write(alone, "Noe"))
        replies.append(await stranger.lay(await room.begin("group", ola), "Noe"))
        assert [reply.status for reply in replies] == [404] * 5
        assert {reply.said()["sentence"] for reply in replies} == {
            "Du er ikkje inne i møtet lenger. Skriv koden på nytt."
        }
        assert not any(b"Nina" in reply.body for reply in replies)

    held_in(door, course)
    assert (Note.objects.count(), Point.objects.count()) == (0, 0)


def test_a_key_that_no_browser_of_ours_makes_or_a_phase_of_no_kind_is_turned_away(door: Door):
    async def course(room: Room) -> None:
        assert (await room.browser(key="kort").come_in("Nina")).status == 400
        nina = await room.inside("Nina")
        assert (await nina.write(uuid4(), "Noe")).status == 404
        assert (await nina.lay(uuid4(), "Noe")).status in (404, 409)
        empty = await room.browser().come_in("  ")
        assert empty.status == 422
        assert "name" in empty.said()["errors"]

    held_in(door, course)


def test_a_save_from_a_second_window_gets_both_texts_back(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina = await room.inside("Nina")
        alone = await room.begin("alone", ola)
        await nina.write(alone, "Fra det første vinduet")
        second = await nina.write(alone, "Fra det andre vinduet", after=0)
        assert second.status == 409
        said = second.said()
        assert (said["words"], said["version"]) == ("Fra det første vinduet", 1)
        assert "begge tekstene" in said["sentence"]
        assert (await nina.write(alone, "Begge deler", after=1)).said() == {"version": 2}

    held_in(door, course)


def test_a_broken_off_browser_finds_its_own_words_and_nobody_elses(door: Door, ola: Member):
    async def course(room: Room) -> None:
        nina, nora = await room.inside("Nina"), await room.inside("Nora")
        alone = await room.begin("alone", ola)
        await nina.write(alone, "Bare mitt")
        assert "Bare mitt" in (await nina.look()).body.decode()
        assert "Bare mitt" not in (await nora.look()).body.decode()

    held_in(door, course)
    assert Attendee.objects.count() == 2
