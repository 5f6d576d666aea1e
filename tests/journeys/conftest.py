"""A real server on an empty database, and people with browsers of their own."""

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.journeys.axe import Axe
from tests.journeys.installations import Server, demo_server, new_server
from tools.machine import BROWSER_FLAGS


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = os.environ.get("SLOYFE_CHROMIUM", "/usr/bin/chromium")
    launched = playwright.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
    yield launched
    launched.close()


@dataclass
class Reader:
    """Somebody with a browser: a phone or a laptop, with or without JavaScript."""

    server: Server
    context: BrowserContext
    page: Page
    axe: Axe

    def go(self, path: str) -> None:
        """Open a page, and look at it with axe."""
        self.page.goto(self.server.url + path)
        self.look()

    def look(self) -> None:
        """No violations on the page as it stands."""
        self.axe.check(self.page)

    def press(self, name: str) -> None:
        """Press a button or a link that looks like one."""
        button = self.page.get_by_role("button", name=name, exact=True)
        (button if button.count() else self.page.get_by_role("link", name=name, exact=True)).first.click()
        self.look()

    def follow(self, name: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=name).first.click()
        self.look()

    def path(self) -> str:
        """Where we are."""
        return self.page.url.removeprefix(self.server.url)


@dataclass
class Readers:
    """Opens browsers for people, and closes them all."""

    server: Server
    browser: Browser
    axe: Axe
    opened: list[BrowserContext] = field(default_factory=list)

    def reader(self, *, phone: bool = False, javascript: bool = True, language: str = "nb") -> Reader:
        """A new browser with no memory."""
        size = {"width": 360, "height": 740} if phone else {"width": 1280, "height": 900}
        context = self.browser.new_context(
            viewport=size, java_script_enabled=javascript, locale=f"{language}-NO", accept_downloads=True
        )
        context.set_default_timeout(30_000)
        self.opened.append(context)
        return Reader(self.server, context, context.new_page(), self.axe)

    def signed_in(self, email: str, **how: bool) -> Reader:
        """Somebody who signs in with the code from the outbox."""
        reader = self.reader(**how)
        reader.page.goto(f"{self.server.url}/inn/")
        reader.page.get_by_label("E-postadresse").fill(email)
        reader.page.locator("main button[type=submit]").click()
        reader.page.locator("input[name=code]").fill(self.code_for(email))
        reader.page.locator("main button[type=submit]").click()
        return reader

    def code_for(self, email: str) -> str:
        """The newest code posted to this address."""
        newest = 'SELECT body FROM people_letter WHERE "to" = ? ORDER BY written_at DESC LIMIT 1'
        with closing(sqlite3.connect(self.server.folder / "sloyfe.sqlite3")) as outbox:
            (body,) = outbox.execute(newest, [email]).fetchone()
        found = re.findall(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", body)
        return str(found[-1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An empty installation."""
    fresh = new_server(tmp_path_factory.mktemp("sloyfe"))
    fresh.start()
    yield fresh
    fresh.stop()


@pytest.fixture(scope="module")
def readers(server: Server, browser: Browser) -> Iterator[Readers]:
    people = Readers(server, browser, Axe())
    yield people
    for context in people.opened:
        context.close()


@pytest.fixture(scope="session")
def collected_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo with collected static files, as in production, so that modules find each other by their new names."""
    fresh = demo_server(tmp_path_factory.mktemp("collected"), SLOYFE_COLLECTED="1")
    fresh.start()
    yield fresh
    fresh.stop()


@pytest.fixture
def people(collected_demo: Server, browser: Browser) -> Iterator[Readers]:
    """They go home after each test, so that the next has the machine to itself."""
    readers = Readers(collected_demo, browser, Axe())
    yield readers
    for context in readers.opened:
        context.close()


def first_run(server: Server, email: str, name: str) -> tuple[str, str]:
    """The first operator: where to sign in, and the code."""
    told = json.loads(server.manage("first_run", "--email", email, "--name", name, "--json"))
    return str(told["link"]), str(told["code"])
