"""Somebody has longer to write than the others: their box stays open beside what goes on, and closes by itself."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Readers
from tests.journeys.gathering import Gathering, gatherings, phase, press

pytestmark = pytest.mark.browser
# The group phase began nearly a minute ago, behind the back of the server, which looks again when somebody presses.
NEARLY = """
from datetime import timedelta
from sloyfe.cycle.meetings.models import PhaseStart
start = PhaseStart.objects.filter(meeting="{meeting}").latest("nth")
PhaseStart.objects.filter(pk=start.pk).update(at=start.at - timedelta(seconds={seconds}))
"""
# The page has been fetched since the next phase began; what was heard last is still about the phase before.
AHEAD = """
async (address) => {
  const { showLeft } = await import(address);
  const page = document.createElement("div");
  page.innerHTML = '<section class="now" data-phase="next"><p data-time-left><strong>5</strong></p></section>';
  showLeft(page)("3", "", "before");
  const kept = page.textContent;
  showLeft(page)("4", "", "next");
  return [kept, page.textContent];
}
"""


@pytest.fixture
def meeting(people: Readers) -> Gathering:
    return gatherings(people, "igp-kort")[0]


def test_the_box_stays_open_on_the_page_of_the_one_and_closes_by_itself(meeting: Gathering):
    kari, anne, bo = meeting.leader(), meeting.attendee("Anne"), meeting.attendee("Bo")
    press(kari, "n")
    phase(anne.page, 1)
    minutes = left(bo.page)
    give(meeting, kari.context.new_page(), "Anne", 1)
    expect(anne.page.locator(".now:visible .now-left")).to_contain_text(str(minutes + 1))
    assert left(bo.page) == minutes
    anne.page.locator("textarea").press_sequentially("Først ")
    anne.page.evaluate("window.wrote = document.activeElement")
    kari.page.bring_to_front()
    press(kari, "n")
    for each in (anne, bo):
        phase(each.page, 2)
    assert anne.page.evaluate("document.activeElement === window.wrote")
    box = anne.page.locator("[data-still] textarea")
    expect(box).to_be_visible()
    expect(anne.page.locator("[data-still-left]")).to_contain_text("igjen")
    assert left(anne.page) == left(bo.page)
    assert bo.page.locator("[data-still]").count() == 0
    box.press_sequentially("og så")
    expect(anne.page.locator("[data-still] [data-save-state]")).to_have_text("Lagret")
    anne.look()
    meeting.readers.server.manage("shell", "-v", "0", "-c", NEARLY.format(meeting=meeting.meeting, seconds=40))
    kari.page.wait_for_timeout(800)
    press(kari, "n")
    phase(anne.page, 3)
    expect(anne.page.locator("[data-still-left]")).to_contain_text("sekunder")

    expect(box).to_have_count(0, timeout=40_000)
    assert not anne.page.locator("[data-left-behind]").is_visible()
    expect(anne.page.locator("[data-region=own]")).to_contain_text("Først og så")


def test_the_time_of_one_phase_is_never_written_on_the_card_of_another(meeting: Gathering):
    anne = meeting.attendee("Anne")
    assert anne.page.evaluate(AHEAD, "/static/js/live/time_left.js") == ["5", "4"]


def give(meeting: Gathering, page: Page, name: str, minutes: int) -> None:
    """Kari gives it on the page of the one, and nowhere else."""
    page.goto(meeting.readers.server.url + meeting.home + "styring/")
    page.locator(".attendee-list a", has_text=name).click()
    page.locator("input[name=minutes]").fill(str(minutes))
    page.locator("main form:has([name=minutes]) button[type=submit]").click()
    expect(page.locator("main")).to_contain_text("Lagret")


def left(page: Page) -> int:
    """The minutes that a page shows."""
    said = page.locator(".now:visible .now-left").inner_text()
    return int(re.findall(r"\d+", said)[0])
