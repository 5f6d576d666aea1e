"""What a meeting looks like in each of its states, to those who are in, to whoever leads, and on the wall."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Readers
from tests.journeys.gathering import Gathering, agree, gatherings, lay, phase, press

pytestmark = pytest.mark.browser
LATER = """
from datetime import timedelta
from sloyfe.cycle.meetings.models import PhaseStart
for start in PhaseStart.objects.filter(meeting="{meeting}"):
    PhaseStart.objects.filter(pk=start.pk).update(at=start.at - timedelta(minutes=30))
"""


def test_every_state_in_bokmal_on_a_phone(people: Readers):
    through(people, "nb", phone=True)


@pytest.mark.full
@pytest.mark.parametrize(("language", "phone"), [("nb", False), ("nn", True), ("nn", False)])
def test_every_state_in_both_languages_and_widths(people: Readers, language: str, phone: bool):
    through(people, language, phone=phone)


def through(people: Readers, language: str, *, phone: bool) -> None:
    """From before the start until it is held; then one with dots, and one that is called off."""
    short, dots, off = gatherings(people, "igp-kort", "prioritering", "igp-kort")
    for _state in through_a_short_one(short, language, phone):
        pass
    dotted(dots, language, phone)
    called_off(off, language, phone)


def through_a_short_one(meeting: Gathering, language: str, phone: bool) -> Iterator[str]:
    kari, anne = meeting.leader(language, phone=phone), meeting.attendee("Anne", language, phone=phone)
    wall = meeting.wall(kari)

    def look(state: str) -> str:
        for page in (kari.page, anne.page, wall):
            meeting.readers.axe.check(page)
        return state

    yield look("before")
    press(kari, "n")
    for page in (kari.page, anne.page, wall):
        phase(page, 1)
    yield look("individual")
    kari.page.wait_for_timeout(800)
    press(kari, "p")
    for page in (kari.page, anne.page, wall):
        expect(page.locator(".now-left:visible").first).to_contain_text("Pause")
    yield look("paused")
    # The rows change behind the back of the server, which looks again when somebody presses.
    meeting.readers.server.manage("shell", "-v", "0", "-c", LATER.format(meeting=meeting.meeting))
    press(kari, "p")
    for page in (kari.page, anne.page, wall):
        expect(page.locator(".now-left:visible").first).to_contain_text("ute")
    yield look("time out")
    press(kari, "n")
    for page in (kari.page, anne.page, wall):
        phase(page, 2)
    lay(anne, "Faste grupper")
    agree(anne, "Faste grupper")
    yield look("group")
    kari.page.wait_for_timeout(800)
    press(kari, "n")
    expect(wall.locator(".screen-points")).to_contain_text("Faste grupper")
    yield look("plenary")
    kari.page.goto(meeting.readers.server.url + meeting.home + "gjennomforing/")
    kari.page.locator("main form button[type=submit]").first.click()
    expect(wall.locator("h2")).to_contain_text("Takk for i dag")
    expect(anne.page.locator("[data-region=now] h2:visible")).to_contain_text("Takk for i dag")
    yield look("held")


def dotted(meeting: Gathering, language: str, phone: bool) -> None:
    kari, anne = meeting.leader(language, phone=phone), meeting.attendee("Anne", language, phone=phone)
    kari.page.goto(meeting.readers.server.url + meeting.home + "punkter/")
    box = kari.page.locator("form[action$='/punkter/felles/'] input[name=words]")
    box.fill("Mer lek ute")
    box.press("Enter")
    kari.page.goto(meeting.readers.server.url + meeting.home + "styring/")
    kari.page.locator(".programme-line", has=kari.page.locator("button")).nth(2).locator("button").click()
    expect(anne.page.locator("[data-region=own]")).to_contain_text("Mer lek ute")
    for page in (kari.page, anne.page, meeting.wall(kari)):
        meeting.readers.axe.check(page)


def called_off(meeting: Gathering, language: str, phone: bool) -> None:
    kari, anne = meeting.leader(language, phone=phone), meeting.attendee("Anne", language, phone=phone)
    kari.page.goto(meeting.readers.server.url + meeting.home)
    kari.page.locator("form[action$='/avlysning/'] button").click()
    expect(anne.page.locator("[data-region=now] h2:visible")).to_contain_text("avlyst")
    kari.page.goto(meeting.readers.server.url + meeting.home + "styring/")
    for page in (kari.page, anne.page, meeting.wall(kari)):
        meeting.readers.axe.check(page)
