"""A short meeting from the door to the gathered points, with three kinds of screen at once; nothing typed is lost."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Readers
from tests.journeys.gathering import Gathering, agree, gatherings, lay, phase, press
from tests.journeys.installations import Server, free_port

pytestmark = pytest.mark.browser
LISTEN = """() => {
    window.heard = [];
    const place = document.querySelector('[data-said]');
    new MutationObserver(() => window.heard.push(place.textContent)).observe(place, {childList: true});
}"""


@pytest.fixture
def meeting(people: Readers) -> Gathering:
    """Twelve minutes: alone, in groups, all together."""
    return gatherings(people, "igp-kort")[0]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_short_meeting_from_the_door_to_the_gathered_points(meeting: Gathering, language: str):
    kari = meeting.leader(language)
    wall = meeting.wall(kari)
    anne, bo = meeting.attendee("Anne", language), meeting.attendee("Bo", language)
    expect(kari.page.locator(".attendee-list li")).to_have_count(2)
    expect(wall.locator(".screen-counts")).to_contain_text("2")
    anne.page.evaluate(LISTEN)
    press(kari, "n")
    for page in (anne.page, bo.page, wall):
        phase(page, 1)
    anne.page.locator("textarea").fill("Mer lek ute")
    expect(kari.page.locator("[data-when=going] [data-count]")).to_contain_text("1 av 2")
    assert "Mer lek ute" not in kari.page.content() + wall.content() + bo.page.content()

    press(kari, "n")
    for page in (anne.page, bo.page, wall):
        phase(page, 2)
    lay(bo, "Faste grupper")
    expect(anne.page.locator("[data-region=table]")).to_contain_text("Faste grupper")
    lay(anne, "Mer lek ute")
    bo.page.locator('[data-keeps="point"] input[type=text]').fill("halvt skrevet")
    agree(anne, "Faste grupper")
    expect(bo.page.locator("[data-agreed]")).to_have_count(1)
    expect(bo.page.locator('[data-keeps="point"] input[type=text]')).to_have_value("halvt skrevet")
    expect(kari.page.locator("[data-when=all]")).to_be_visible()

    press(kari, "n")
    for page in (anne.page, wall):
        phase(page, 3)
        expect(page.locator("main")).to_contain_text("Faste grupper")
        assert "Anne" not in wall.content()
    heard = anne.page.evaluate("window.heard")
    assert len([said for said in heard if "Alene: skriv" in said or "Åleine: skriv" in said]) == 1
    assert len([said for said in heard if "bord 1" in said]) == 1
    for page in (kari.page, wall, anne.page):
        meeting.readers.axe.check(page)


def test_keys_press_for_whoever_leads_unless_a_field_has_the_focus_or_they_are_off(meeting: Gathering):
    kari = meeting.leader()
    kari.page.keyboard.press("n")
    phase(kari.page, 1)
    kari.page.wait_for_timeout(800)
    kari.page.keyboard.press("p")
    expect(kari.page.locator(".now-left")).to_contain_text("Pause")
    kari.page.keyboard.press("?")
    expect(kari.page.locator("[data-shortcuts]")).to_have_attribute("open", "")
    kari.page.locator("[data-keys-on]").press(" ")
    kari.page.locator("body").press("n")
    kari.page.reload()
    kari.page.locator("body").press("n")
    kari.page.wait_for_timeout(500)

    phase(kari.page, 1)


def test_a_press_on_an_old_page_is_told_that_the_meeting_has_moved_on(meeting: Gathering):
    kari = meeting.leader()
    old = kari.context.new_page()
    old.route("**/live/**", lambda route: route.abort())
    old.goto(kari.page.url)
    press(kari, "n")
    phase(kari.page, 1)
    old.locator('[data-shortcut="n"]').click()

    expect(old.locator("[data-refused]")).to_contain_text("Møtet har gått videre")
    phase(old, 1)


def test_what_is_typed_while_the_server_is_killed_is_there_when_it_is_back(meeting: Gathering, collected_demo: Server):
    kari, anne = meeting.leader(), meeting.attendee("Anne")
    press(kari, "n")
    box = anne.page.locator("textarea")
    box.press_sequentially("Før")
    collected_demo.process.kill()
    collected_demo.process.wait(10)
    box.press_sequentially(", under")
    expect(anne.page.locator("[data-line]")).to_contain_text("Mistet forbindelsen")
    collected_demo.start()
    box.press_sequentially(" og etter")
    expect(anne.page.locator("[data-save-state]")).to_have_text("Lagret", timeout=20_000)
    anne.page.reload()

    expect(anne.page.locator("textarea")).to_have_value("Før, under og etter")


def test_what_comes_too_late_stays_on_the_device_until_it_is_put_away(meeting: Gathering):
    kari, anne = meeting.leader(), meeting.attendee("Anne")
    press(kari, "n")
    anne.page.locator("textarea").fill("I tide")
    expect(anne.page.locator("[data-save-state]")).to_have_text("Lagret")
    anne.context.set_offline(True)
    anne.page.locator("textarea").fill("For sent")
    press(kari, "n")
    phase(kari.page, 2)
    anne.page.wait_for_timeout(2500)
    anne.context.set_offline(False)
    left = anne.page.locator("[data-left-behind]")
    expect(left).to_contain_text("For sent", timeout=20_000)
    anne.page.reload()
    expect(left).to_contain_text("For sent")
    meeting.readers.axe.check(anne.page)
    left.locator("[data-dismiss]").click()

    expect(left).to_be_hidden()
    assert anne.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('sloyfe.'))") == []


def test_what_is_wrong_at_the_door_is_said_at_its_field(meeting: Gathering):
    meeting.attendee("Anne")
    reader = meeting.readers.reader(phone=True)
    reader.go(f"/m/{meeting.code}/")
    for name, said in (("-", "minst én bokstav"), ("anne", "heter det")):
        reader.page.locator("#door [name=name]").fill(name)
        reader.page.locator("#door form button[type=submit]").click()
        expect(reader.page.locator("ds-error-summary")).to_contain_text(said)
        reader.look()
    reader.page.locator("#door [name=name]").fill("Anne B")
    reader.page.locator("#door form button[type=submit]").click()

    expect(reader.page.locator("#room")).to_contain_text("Du er med som Anne B")


@pytest.mark.parametrize("line", ["holds", "cuts"])
def test_over_a_poor_line_the_meeting_completes_and_nothing_is_lost(meeting: Gathering, line: str):
    over_line(meeting, *(["--holds"] if line == "holds" else ["--cuts", "3"]), rounds=1)


@pytest.mark.full
def test_over_a_line_that_cuts_every_twenty_seconds_the_meeting_completes(meeting: Gathering):
    over_line(meeting, "--cuts", "20", rounds=9)


def over_line(meeting: Gathering, *line: str, rounds: int) -> None:
    """Anne and Bo come over the line; Kari sits beside the server."""
    with laid(meeting.readers.server.port, *line) as port:
        kari = meeting.leader()
        anne, bo = meeting.attendee("Anne", port=port), meeting.attendee("Bo", port=port)
        press(kari, "n")
        for each in (anne, bo):
            expect(each.page.locator("textarea")).to_be_visible(timeout=10_000)
        anne.page.locator("textarea").press_sequentially("Mer lek " * rounds, delay=300)
        bo.page.locator("textarea").fill("Bos notat")
        press(kari, "n")
        for each in (anne, bo):
            expect(each.page.locator('[data-keeps="point"]').first).to_be_visible(timeout=10_000)
        lay(bo, "Faste grupper")
        expect(anne.page.locator("[data-region=table]")).to_contain_text("Faste grupper", timeout=10_000)
        agree(anne, "Faste grupper")
        press(kari, "n")
        expect(bo.page.locator("[data-region=gathered]")).to_contain_text("Faste grupper", timeout=10_000)
        for each, words in ((anne, "Mer lek " * rounds), (bo, "Bos notat")):
            expect(each.page.locator("[data-region=own]")).to_contain_text(words.strip())
            assert not each.page.locator("[data-left-behind]").is_visible()


@pytest.mark.full
def test_twenty_pages_in_one_meeting(meeting: Gathering):
    kari = meeting.leader()
    room = [meeting.attendee(f"Deltaker {number}") for number in range(20)]
    press(kari, "n")
    for number, each in enumerate(room):
        each.page.locator("textarea").fill(f"Notat {number}")
    expect(kari.page.locator("[data-when=all]")).to_be_visible(timeout=15_000)
    press(kari, "n")
    for number, each in enumerate(room):
        expect(each.page.locator('[data-keeps="point"]').first).to_be_visible(timeout=15_000)
        lay(each, f"Punkt {number}")
    for number, each in enumerate(room):
        expect(each.page.locator("[data-region=table]")).to_contain_text(f"Punkt {number}", timeout=15_000)


@contextmanager
def laid(to: int, *line: str) -> Iterator[int]:
    """A poor line to the server, as long as it is needed; it listens at the port that is given."""
    port = free_port()
    command = [sys.executable, "-m", "tools", "line", "--port", str(port), "--to", str(to), *line]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    yield port
    process.terminate()
    process.wait(10)
