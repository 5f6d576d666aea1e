"""A short meeting on a real server, and those who are in it with browsers of their own."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Reader, Readers

MAKE = """
from django.utils import timezone
from sloyfe.access.models import Seat
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.actions.door import open_door
from sloyfe.cycle.meetings.actions.meetings import make_meeting
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
kari = Person.objects.get(email="kari@demo.sloyfe.no")
space = next(seat.space for seat in Seat.objects.filter(person=kari) if seat.space.slug)
at = timezone.now()
for method in {methods!r}:
    starts = timezone.localtime(at).time().replace(second=0, microsecond=0)
    facts = dict(on=timezone.localdate(), starts=starts, places=[], by=kari, at=at)
    question = Text.of(nb="Hva prøver vi neste uke?", nn="Kva prøver vi neste veke?")
    meeting = make_meeting(current_round(space), content.method(method), question=question, **facts)
    print(space.slug, meeting.pk, open_door(meeting, naming="name", by=kari, at=at).code)
"""
CHOOSE = "code => document.querySelector(`form[action='/sprak/'] [value='${code}']`).click()"


@dataclass(frozen=True)
class Gathering:
    """Where a meeting is, on which server."""

    readers: Readers
    slug: str
    meeting: str
    code: str

    @property
    def home(self) -> str:
        return f"/p/{self.slug}/moter/{self.meeting}/"

    def leader(self, language: str = "nb", *, phone: bool = False) -> Reader:
        """Kari, at the page from which she leads."""
        kari = kari_comes_in(self.readers, language, phone=phone)
        kari.page.goto(self.readers.server.url + self.home + "styring/")
        return kari

    def wall(self, kari: Reader) -> Page:
        """The page for the wall, beside the one she leads from."""
        page = kari.context.new_page()
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(self.readers.server.url + self.home + "skjerm/")
        return page

    def attendee(self, name: str, language: str = "nb", *, port: int = 0, phone: bool = True) -> Reader:
        """Somebody who comes in by the code; `port` is the line they come over."""
        reader = self.readers.reader(phone=phone, language=language)
        server = self.readers.server
        reader.page.goto(f"http://127.0.0.1:{port or server.port}/m/{self.code}/")
        reader.page.locator("#door [name=name]").fill(name)
        reader.page.locator("#door form button[type=submit]").click()
        expect(reader.page.locator("#room")).to_be_visible()
        return reader


def kari_comes_in(readers: Readers, language: str = "nb", *, phone: bool = False) -> Reader:
    """Kari through the demo's own door, reading in this language."""
    kari = readers.reader(language=language, phone=phone)
    kari.page.goto(f"{readers.server.url}/demo/innlogging/")
    kari.page.locator('form:has([value="kari@demo.sloyfe.no"]) button').click()
    if kari.page.locator("html").get_attribute("lang") != language:
        with kari.page.expect_navigation():
            kari.page.evaluate(CHOOSE, language)
    return kari


def gatherings(readers: Readers, *methods: str) -> list[Gathering]:
    """New meetings, one after each method."""
    said = readers.server.manage("shell", "-v", "0", "-c", MAKE.format(methods=methods))
    return [Gathering(readers, *line.split()) for line in said.splitlines()[-len(methods) :]]


def lay(reader: Reader, words: str) -> None:
    """A point on the table."""
    box = reader.page.locator('form[data-keeps="point"] input[name=words][type=text]')
    box.fill(words)
    box.press("Enter")


def agree(reader: Reader, words: str) -> None:
    """The group stands behind a point."""
    point = reader.page.locator("[data-region=table] .point-list > li", has_text=words)
    point.locator("form[action$='/enighet/'] button").click()
    expect(point).to_have_attribute("data-agreed", "")


def press(kari: Reader, key: str) -> None:
    """A press of whoever leads, by the key it stands for."""
    kari.page.locator(f'[data-shortcut="{key}"]').click()


def phase(page: Page, number: int) -> None:
    """Wait until the page shows this phase."""
    expect(page.locator(".now:visible").first).to_contain_text(f"Fase {number} av")
