"""What somebody writes for themselves is read by nobody else: on no page, in no log, and not in the database."""

import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.meetings import hold
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, Naming, Note
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.kit.text import Text

BYTES = (bytes, memoryview)
SECRET = "Jeg synes vi begynner i feil ende, æ ø å."


def every_row() -> Iterator[bytes]:
    """Everything that the tables of this station hold, as it lies there."""
    with connection.cursor() as cursor:
        for model in apps.get_app_config("meetings").get_models():
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")  # noqa: S608 - our own table
            for row in cursor.fetchall():
                yield b"|".join(
                    bytes(cell) if isinstance(cell, bytes | memoryview) else repr(cell).encode() for cell in row
                )


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


@pytest.fixture
def door(meeting: Meeting, ola: Member) -> Door:
    return doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)


def write(browser: Client, door: Door, words: str = SECRET, phase: str = "alone") -> int:
    key = door.meeting.phases.get(key=phase).pk
    return browser.post(f"/m/{door.code}/notater/{key}/", {"words": words}).status_code


def go_to(meeting: Meeting, key: str, by: Member) -> None:
    now = start_of(meeting)
    begin_phase(meeting.phases.get(key=key), seen=now.mark if now else "", by=by.person, at=NOW)


def page(browser: Client, door: Door) -> str:
    return browser.get(f"/m/{door.code}/").text


def test_before_the_meeting_one_may_write_what_can_be_done_beforehand(door: Door):
    browser = come_in(door, "Nina")
    assert "Dine notater" in page(browser, door)

    write(browser, door)
    assert SECRET in page(browser, door)


def test_the_author_has_the_notes_at_hand_in_every_later_phase(ola: Member, meeting: Meeting, door: Door):
    browser = come_in(door, "Nina")
    go_to(meeting, "alone", ola)
    write(browser, door)
    for key in ("group", "plenary"):
        go_to(meeting, key, ola)
        assert SECRET in page(browser, door)
        assert "Lagre og oppdater" not in page(browser, door)


@pytest.mark.parametrize("phase", ["", "alone", "group", "plenary", "held"])
def test_in_no_phase_does_anybody_else_get_a_byte_of_it(world: World, cast: Cast, phase: str):
    ola = cast["ola"]
    meeting = staff_meeting(world, ola)
    door = doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)
    author, other = come_in(door, "Nina"), come_in(door, "Selma")
    write(author, door)
    if phase == "held":
        hold(meeting, took_part=2, words=Text.of(nb="Ja."), by=ola.person, at=NOW, today=THURSDAY)
    elif phase:
        go_to(meeting, phase, ola)
    attendee = Attendee.objects.get(name="Nina").pk
    phase_key = meeting.phases.get(key="alone").pk
    inside = ("", "styring/", "dor/", "kjoreplan/", "gjennomforing/", f"faser/{phase_key}/", f"deltakere/{attendee}/")
    pages = [world.url(f"moter/{meeting.pk}/{rest}") for rest in inside] + [world.url("moter/"), world.url(), "/"]
    seen = [who.client.get(url).content for who in cast.values() for url in pages]
    seen += [other.get(f"/m/{door.code}/").content, Client().get(f"/m/{door.code}/").content]
    seen += [other.get(f"/m/{door.code}/notater/{phase_key}/").content]

    assert not [content for content in seen if b"feil ende" in content]
    assert "data-pads>" not in page(other, door)
    assert SECRET in page(author, door)


def test_the_database_holds_no_byte_of_it_and_its_length_only_in_blocks(door: Door):
    write(come_in(door, "Nina"), door, words=SECRET)
    write(come_in(door, "Selma"), door, words="Ja")

    sizes = {len(bytes(note.sealed)) for note in Note.objects.all()}
    assert len(sizes) == 1
    assert not [row for row in every_row() if b"feil ende" in row]


def test_the_log_tells_neither_what_was_written_nor_in_which_meeting(door: Door, caplog, capsys):
    browser = come_in(door, "Nina")
    before = AuditEvent.objects.count()
    with caplog.at_level(logging.DEBUG):
        write(browser, door)

    assert AuditEvent.objects.count() == before
    told = caplog.text + capsys.readouterr().out
    assert "feil ende" not in told
    assert door.code not in told


def test_another_key_opens_nothing_even_for_the_same_attendee(door: Door):
    write(come_in(door, "Nina"), door)
    note = Note.objects.get()

    assert note.words(doors.new_key()) == ""


def test_nobody_writes_in_another_meetings_phase_or_where_all_can_see(world: World, ola: Member, door: Door):
    browser, elsewhere = come_in(door, "Nina"), staff_meeting(world, ola)
    foreign = elsewhere.phases.get(key="alone").pk

    assert browser.post(f"/m/{door.code}/notater/{foreign}/", {"words": SECRET}).status_code == 404
    assert write(browser, door, phase="group") == 404
    assert write(Client(), door) == 404
    assert not Note.objects.exists()


def test_what_is_too_long_is_said_and_nothing_is_lost(door: Door):
    browser = come_in(door, "Nina")
    key = door.meeting.phases.get(key="alone").pk
    answer = browser.post(f"/m/{door.code}/notater/{key}/", {"words": "å" * 4001})

    assert answer.status_code == 422
    assert "å" * 4001 in answer.text


def test_an_emptied_note_is_gone(door: Door):
    browser = come_in(door, "Nina")
    write(browser, door)
    write(browser, door, words="  ")

    assert not Note.objects.exists()


@time_machine.travel(NOW, tick=False)
def test_notes_go_with_their_author(door: Door):
    browser = come_in(door, "Nina")
    write(browser, door)
    browser.post(f"/m/{door.code}/utgang/")
    assert not Note.objects.exists()

    write(come_in(door, "Selma"), door)
    doors.forget_attendees(on=THURSDAY + timedelta(days=31))
    assert not Note.objects.exists()
