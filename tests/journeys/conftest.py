"""A real server on an empty database, and people with browsers of their own."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.journeys.axe import Axe
from tools.machine import BROWSER_FLAGS

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass
class Server:
    """Sløyfe as it runs in production, on its own empty folder."""

    folder: Path
    port: int
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments: str) -> str:
        """Run one management command on its data."""
        command = [sys.executable, "-W", "ignore", "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """Start the server and wait until it is ready."""
        command = [sys.executable, "-m", "uvicorn", "sloyfe.site.asgi:application", "--port", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--log-level", "warning"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
            )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with urlopen(f"{self.url}/healthz", timeout=2) as answer:  # noqa: S310 - our own address
                    if answer.status == 200:
                        return
            except (URLError, OSError):
                time.sleep(0.2)
        pytest.fail("the server did not start: " + (self.folder / "server.log").read_text())

    def stop(self) -> None:
        """Stop it and wait."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def new_server(folder: Path, **environment: str) -> Server:
    """A server on an empty folder, with tables and static files, not started."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PORT"}}
    own = {
        "SLOYFE_DATA": str(folder),
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "sloyfe.site.settings",
        **environment,
    }
    server = Server(folder, port, {**kept, **own})
    server.manage("migrate", "--verbosity", "0")
    server.manage("collectstatic", "--noinput", "--verbosity", "0")
    return server


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
        script = (
            "from sloyfe.people.models import Letter; "
            f"print(Letter.objects.filter(to={email!r}).latest('written_at').body)"
        )
        found = re.findall(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", self.server.manage("shell", "-v", "0", "-c", script))
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
    fresh = new_server(tmp_path_factory.mktemp("collected"), SLOYFE_DEMO="1", SLOYFE_COLLECTED="1")
    fresh.manage("load_demo")
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
