"""Who plays in the journey, and what they do with their hands."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator

from tests.journeys.conftest import Reader, Readers
from tests.journeys.installations import Server

OSLO = ZoneInfo("Europe/Oslo")
SLUG = "lesing-i-nord"
HOME = f"/p/{SLUG}/"
KARI, OLA, NILS, SIRI, UTE = (f"{name}@example.org" for name in ("kari", "ola", "nils", "siri", "ute"))


@dataclass
class Cast:
    """The people with their browsers, and what later steps need to remember."""

    server: Server
    readers: Readers
    people: dict[str, Reader] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    @property
    def kari(self) -> Reader:
        return self.people["kari"]

    @property
    def ola(self) -> Reader:
        return self.people["ola"]

    @property
    def nils(self) -> Reader:
        return self.people["nils"]

    @property
    def siri(self) -> Reader:
        return self.people["siri"]

    def letter(self, to: str) -> str:
        """The newest letter to an address, as Kari reads it in the outbox."""
        page = self.kari.context.new_page()
        page.goto(f"{self.server.url}/utboks/")
        self.readers.axe.check(page)
        words = page.locator("article", has_text=to).first.inner_text()
        page.close()
        return words

    def link_to(self, to: str) -> str:
        """The address in the newest letter, without the server."""
        found = re.search(r"https?://[^/\s]+(/\S+)", self.letter(to))
        assert found, f"no link in the letter to {to}"
        return found[1]

    def code_to(self, to: str) -> str:
        """The sign-in code in the newest letter."""
        found = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", self.letter(to))
        assert found, f"no code in the letter to {to}"
        return found[0]


def day(from_today: int) -> str:
    """A day as a form takes it."""
    return (datetime.now(tz=OSLO).date() + timedelta(days=from_today)).isoformat()


def fill(who: Reader, /, **fields: str | list[str]) -> None:
    """Fill in the form: text, choices, ticks. A field of two languages is `name_nb` and `name_nn`."""
    for name, value in fields.items():
        boxes = who.page.locator("main").locator(f'[name="{name}"]:not(button)')
        give(boxes, value)


def give(boxes: Locator, value: str | list[str]) -> None:
    """Put a value into a box, or tick or choose it."""
    kind = boxes.first.evaluate("box => box.type || box.tagName.toLowerCase()")
    if value == "on":
        boxes.first.check()
    elif kind in {"radio", "checkbox"}:
        for wanted in [value] if isinstance(value, str) else value:
            boxes.and_(boxes.page.locator(f'[value="{wanted}"]')).check()
    elif kind.startswith("select"):
        boxes.first.select_option(label=value) if not _has_value(boxes, value) else boxes.first.select_option(value)
    else:
        boxes.first.fill(str(value))


def _has_value(boxes: Locator, value: str | list[str]) -> bool:
    return bool(boxes.first.locator(f'option[value="{value}"]').count())


def send(who: Reader, name: str, *, wrong: bool = False) -> None:
    """Press the button of the form that has this field, and look at what comes."""
    form = who.page.locator(f'main form:has([name="{name}"]:not(button))').first
    form.locator('button:not([name="switch"]):not([tabindex="-1"])').last.click()
    who.page.wait_for_load_state()
    who.look()
    refused = who.page.locator(".ds-error-summary").count() > 0
    assert refused == wrong, f"{who.page.url}: {words(who)[:1500]}"


def words(who: Reader) -> str:
    """What the page says."""
    return str(who.page.locator("main").inner_text())


def says(who: Reader, sentence: str) -> None:
    """The page says so; else the whole page is shown."""
    said = words(who)
    assert sentence in said, f"{sentence!r} is not on {who.page.url}:\n{said[:1500]}"


def press_post(who: Reader, ending: str) -> None:
    """Press the first button of a form that goes to an address with this ending."""
    who.page.locator(f'main form[action$="{ending}"] button').first.click()
    who.look()


def open_details(who: Reader) -> None:
    """Unfold everything that is folded."""
    for folded in who.page.locator("main details").all():
        if folded.get_attribute("open") is None:
            folded.locator("> summary").click()
