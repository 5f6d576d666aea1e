"""The same in every state that a phase may be in, and where something breaks."""

import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions import running
from sloyfe.cycle.meetings.actions.meetings import cancel, hold, take_back_holding
from sloyfe.cycle.meetings.models import Meeting, Naming
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.tests.live_room import Room, begin, held_in
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.kit.text import Text
from tests.secrecy.walk import UNSHARED, Walk


@pytest.fixture
def walk(world: World, ola: Member, others: dict[str, Client]) -> Walk:
    meeting = staff_meeting(world, ola)
    return Walk(world, doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW), ola, others)


def test_nothing_is_told_in_any_state_of_a_phase(walk: Walk, ola: Member, log: io.StringIO):
    meeting, by = walk.door.meeting, ola.person
    alone, group = meeting.phases.get(key="alone"), meeting.phases.get(key="group")

    def press(act: Callable[..., object], *said: object) -> Callable[[], object]:
        return lambda: act(*_now(meeting, *said), seen=_seen(meeting), by=by, at=timezone.now())

    def close(act: Callable[..., object], **said: object) -> Callable[[], object]:
        return lambda: act(Meeting.objects.in_space(meeting.space).get(), by=by, at=timezone.now(), **said)

    changes: dict[str, Callable[[], object]] = {
        "before": walk.write,
        "begun": lambda: walk.go_to(alone),
        "paused": press(running.pause),
        "going on": press(running.resume),
        "longer": press(running.extend, 5),
        "over": lambda: begin(walk.door, "group", ola, 0),
        "back again": lambda: walk.go_to(alone),
        "held": close(hold, took_part=10, words=Text.of(nb="Ja."), today=THURSDAY),
        "not held after all": close(take_back_holding),
        "called off": close(cancel),
    }
    for state, change in changes.items():
        change()
        walk.look(state, group if state == "over" else alone)
    walk.judge(("afterwards", "log", ""), log.getvalue().encode())

    assert (walk.leaks, walk.has_written, walk.seen) == ([], True, set())


def test_where_saving_breaks_neither_the_page_nor_the_log_has_the_words(walk: Walk, ola: Member, log: io.StringIO):
    begin(walk.door, "alone", ola, 0)
    phase = walk.door.meeting.phases.get(key="alone")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TRIGGER full BEFORE INSERT ON meetings_note BEGIN SELECT RAISE(ABORT, 'full'); END")
    walk.author.raise_request_exception = False
    page = walk.author.post(f"/m/{walk.door.code}/notater/{phase.pk}/", {"words": UNSHARED, "after": ""})
    statuses = []

    async def live(room: Room) -> None:
        reply = await room.browser(key=walk.keys[0]).write(phase.pk, UNSHARED)
        statuses.append(reply.status)
        walk.judge(("broken", "live", ""), reply.body)

    held_in(walk.door, live)
    walk.judge(("broken", "page", ""), page.content)
    walk.judge(("broken", "log", ""), log.getvalue().encode())

    assert (page.status_code, statuses, walk.leaks) == (500, [503], [])
    assert "IntegrityError" in log.getvalue()


def _now(meeting: Meeting, *said: object) -> tuple[object, ...]:
    return Meeting.objects.in_space(meeting.space).get(), *said


def _seen(meeting: Meeting) -> str:
    now = start_of(Meeting.objects.in_space(meeting.space).get())
    return now.mark if now else ""
