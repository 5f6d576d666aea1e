"""Every page of the demo, as those who use it are led there, without one breach of accessibility."""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Error

from tests.journeys.axe import Axe
from tests.journeys.conftest import Reader, Readers
from tests.journeys.installations import Server, demo_server

pytestmark = pytest.mark.browser
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)(?:19|20|21)\d\d(?=/)")
FILE = re.compile(
    r"/nedlasting/(?:nettsider|arkiv|kassett)/$|\.(?:docx|odt|pdf|ics|xlsx|csv)$|/dokument/|/regneark/|/fil/$|/static/"
)
LINKS = """links => links.map(link => new URL(link.getAttribute("href"), location.href))
    .map(url => url.pathname + url.search)"""
CAST = ("kari", "ola", "siri", "nils", "ute")
WITHOUT_AN_ACCOUNT = (
    "/",
    "/inn/",
    "/inn/kode/",
    "/demo/innlogging/",
    "/svar/",
    "/svar/FINNESIKKE/",
    "/invitasjon/",
    "/m/",
    "/m/00000000/",
    "/bevis/",
    "/bevis/FINNESIKKE/",
)
OPERATORS_PAGES = ("/organisasjoner/ny/", "/organisasjoner/importer/", "/partnerskap/", "/utboks/", "/stil/")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo network, served."""
    fresh = demo_server(tmp_path_factory.mktemp("demo"))
    fresh.start()
    yield fresh
    fresh.stop()


@pytest.fixture(scope="module")
def guests(demo: Server, browser: Browser) -> Iterator[Readers]:
    people = Readers(demo, browser, Axe())
    yield people
    for context in people.opened:
        context.close()


def test_every_template_once_on_a_phone(guests: Readers):
    kinds: set[str] = set()
    for name in ("kari", "ola", "siri"):
        walk(come_in(guests, name, language="nb", phone=True), kinds)
    stranger = guests.reader(phone=True)
    for path in WITHOUT_AN_ACCOUNT:
        stranger.go(path)

    assert len(kinds) > 60, sorted(kinds)


@pytest.mark.full
@pytest.mark.parametrize(("name", "language", "phone"), list(product(CAST, ("nb", "nn"), (True, False))))
def test_everybody_can_read_everything_in_both_languages(guests: Readers, name: str, language: str, phone: bool):
    walk(come_in(guests, name, language=language, phone=phone), set())
    stranger = guests.reader(phone=phone, language=language)
    for path in WITHOUT_AN_ACCOUNT:
        stranger.go(path)


def come_in(guests: Readers, name: str, *, language: str, phone: bool) -> Reader:
    """Through the demo's own door; reading in this language."""
    reader = guests.reader(phone=phone, language=language)
    reader.page.goto(f"{guests.server.url}/demo/innlogging/")
    reader.page.locator(f'form:has([value="{name}@demo.sloyfe.no"]) button').click()
    if reader.page.locator("html").get_attribute("lang") != language:
        press = "code => document.querySelector(`form[action='/sprak/'] [value='${code}']`).click()"
        with reader.page.expect_navigation():
            reader.page.evaluate(press, language)
    assert reader.page.locator("html").get_attribute("lang") == language
    return reader


def walk(reader: Reader, kinds: set[str]) -> None:
    """Every kind of page that links lead to, and that nobody in `kinds` has seen."""
    waiting, met = ["/", *OPERATORS_PAGES], set[str]()
    while waiting:
        path = waiting.pop(0)
        kind = KEY.sub("*", path.partition("?")[0])
        if kind in met or FILE.search(path.partition("?")[0]):
            continue
        met.add(kind)
        _open(reader, path)
        if kind not in kinds:
            reader.look()
            kinds.add(kind)
        waiting += reader.page.locator("a[href^='/'], a[href^='?']").evaluate_all(LINKS)


def _open(reader: Reader, path: str) -> None:
    """Open a page; Chromium on a busy machine may drop a navigation, and takes the second."""
    try:
        reader.page.goto(reader.server.url + path)
    except Error as dropped:
        if "ERR_ABORTED" not in dropped.message:
            raise
        reader.page.goto(reader.server.url + path)
