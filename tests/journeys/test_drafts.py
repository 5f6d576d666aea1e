"""What is filled in stays on the device until it is sent: over a reload, on a shared phone, and never after a week."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.axe import Axe
from tests.journeys.conftest import Reader, Readers
from tests.journeys.installations import Server, new_server

pytestmark = pytest.mark.browser
WORDS = "Mer tid til å snakke sammen"
MAKE = """
from datetime import timedelta
from django.utils import timezone
from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.people.models import Person
from sloyfe.surveys import content
from sloyfe.surveys.actions import building, inviting, meeting, running
at, today = timezone.now(), timezone.localdate()
kari = Person.objects.create(name="Kari", email="kari@example.org")
space = Space.root("lesing", "Lesing")
place = space.place("Lia skole")
Seat.objects.create(person=kari, space=space, role=Role.COORDINATOR, since=today)
themes = [one.key for one in content.themes()][:4]
form = building.make_instrument(space=space, template="staff", themes=themes, by=kari, at=at)
days = dict(opens_on=today, closes_on=today + timedelta(9), deletes_on=today + timedelta(99))
wave = running.plan_wave(
    space=space, instrument=form, asked={place: 20}, fewest_scale=5, fewest_text=10, by=kari, at=at, **days
)
running.open_wave(wave, by=kari, at=at)
row = wave.places.get()
link = meeting.open_link(row, present=5, by=kari, at=at)
print(*inviting.make_codes(row, 9, by=kari, at=at), meeting.link_code(link))
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    fresh = new_server(tmp_path_factory.mktemp("drafts"))
    fresh.start()
    yield fresh
    fresh.stop()


@pytest.fixture(scope="module")
def codes(served: Server) -> list[str]:
    """Nine codes that are used one after the other, and last the link of a meeting."""
    return served.manage("shell", "-v", "0", "-c", MAKE).split()


@pytest.fixture
def phones(served: Server, browser: Browser) -> Iterator[Readers]:
    people = Readers(served, browser, Axe())
    yield people
    for context in people.opened:
        context.close()


def test_a_reload_brings_back_what_was_filled_in(phones: Readers, codes: list[str]):
    phone = begin(phones, codes.pop(0))
    assert phone.page.get_by_text("ligger bare i denne nettleseren").is_visible()
    phone.page.reload()

    assert box(phone.page).input_value() == WORDS
    assert phone.page.locator('input[name="B1"][value="4"]').is_checked()
    assert phone.page.get_by_text("hentet fram igjen").is_visible()
    phone.look()


def test_it_is_gone_when_the_answer_is_sent(phones: Readers, codes: list[str]):
    phone = begin(phones, codes.pop(0))
    phone.page.get_by_role("button", name="Send svaret").click()
    phone.page.get_by_text("Takk for svaret").wait_for()

    assert kept(phone.page) == []


def test_it_is_gone_when_somebody_deletes_it(phones: Readers, codes: list[str]):
    phone = begin(phones, codes.pop(0))
    phone.page.get_by_role("button", name="Slett utkast").click()

    assert phone.page.get_by_text("Utkastet er slettet").is_visible()
    assert (box(phone.page).input_value(), kept(phone.page)) == ("", [])
    phone.page.reload()
    assert box(phone.page).input_value() == ""
    assert phone.page.locator("input:checked").count() == 0


def test_on_a_shared_phone_the_next_code_sees_nothing_of_it(phones: Readers, codes: list[str]):
    first, second = codes.pop(0), codes.pop(0)
    phone = begin(phones, first)
    phone.go(f"/svar/{second}/")

    assert box(phone.page).input_value() == ""
    assert not phone.page.get_by_text("hentet fram igjen").is_visible()
    held = phone.page.evaluate("JSON.stringify(Object.entries(localStorage))")
    assert WORDS in held
    assert first not in held


def test_after_a_week_it_is_gone_from_whatever_page_is_opened(phones: Readers, codes: list[str]):
    phone = begin(phones, codes.pop(0))
    for hours, left in ((7 * 24 - 1, 1), (7 * 24 + 1, 0)):
        phone.page.clock.set_fixed_time(datetime.now(UTC) + timedelta(hours=hours))
        phone.page.goto(f"{phone.server.url}/svar/")
        assert len(kept(phone.page)) == left


def test_what_was_wrong_is_kept_as_the_server_has_it(phones: Readers, codes: list[str]):
    phone = begin(phones, codes.pop(0))
    box(phone.page).fill("x" * 401)
    phone.page.get_by_role("button", name="Send svaret").click()
    phone.page.get_by_text("Kort den ned til 400").first.wait_for()
    box(phone.page).fill("Kort nok")
    phone.page.get_by_role("button", name="Nynorsk").click()

    assert box(phone.page).input_value() == "Kort nok"


def test_through_the_link_of_a_meeting_it_lives_in_the_tab_only(phones: Readers, codes: list[str]):
    phone = begin(phones, codes[-1])
    phone.page.reload()
    assert box(phone.page).input_value() == WORDS
    next_tab = phone.context.new_page()
    next_tab.goto(phone.page.url)

    assert box(next_tab).input_value() == ""
    assert kept(phone.page, "sessionStorage") != []
    assert kept(phone.page) == []


def begin(phones: Readers, code: str) -> Reader:
    """Somebody begins to answer."""
    phone = phones.reader(phone=True)
    phone.go(f"/svar/{code}/")
    phone.page.locator('input[name="B1"][value="4"]').check(force=True)
    box(phone.page).fill(WORDS)
    phone.page.wait_for_timeout(600)
    return phone


def box(page: Page):
    return page.locator('textarea[name="C6"]')


def kept(page: Page, shelf: str = "localStorage") -> list[str]:
    return page.evaluate(f"Object.keys({shelf}).filter(key => key.startsWith('sloyfe-utkast-'))")
