"""Whoever leads, in a browser of their own beside all the others."""

import asyncio
import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from load.stage import Stage

SEEN = re.compile(r'name="seen" value="([^"]*)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CSRF = re.compile(r"csrftoken=([^;]+)")


@dataclass(frozen=True)
class Button:
    """What a form of a page sends along unseen."""

    hidden: dict[str, str]
    cookie: str


@dataclass
class Leader:
    """Presses, and looks now and then while others write; every wait is kept."""

    port: int
    stage: Stage
    waits: list[float] = field(default_factory=list)
    presses: list[float] = field(default_factory=list)

    async def press(self, phase: str) -> float:
        """Begin a phase; the instant of the press."""
        pressed, answered = await self.begin_press(phase)
        await answered
        return pressed

    async def begin_press(self, phase: str) -> tuple[float, "asyncio.Task[None]"]:
        """Begin a phase; the instant of the press, and the answer, which large groups keep waiting."""
        button = await self._button("styring/")
        pressed = time.monotonic()
        return pressed, asyncio.create_task(self._answered(pressed, phase, button))

    async def send(self, page: str, rest: str, said: dict[str, str]) -> tuple[int, float]:
        """Fill in the form of a page; the status of the answer, and the seconds that the page took."""
        began = time.monotonic()
        button = await self._button(page)
        asked = time.monotonic() - began
        return await asyncio.to_thread(
            self._post, f"{self.stage.leader}{rest}", button.hidden | said, button.cookie
        ), asked

    async def _answered(self, pressed: float, phase: str, button: Button) -> None:
        said = button.hidden | {"phase": phase}
        status = await asyncio.to_thread(self._post, f"{self.stage.leader}styring/fase/", said, button.cookie)
        self.presses.append(time.monotonic() - pressed)
        if status != 302:
            raise AssertionError(f"the press was answered {status}")

    async def _button(self, page: str) -> Button:
        body, cookie = await asyncio.to_thread(self._page, page)
        seen, token = SEEN.search(body), TOKEN.search(body)
        return Button(
            {"seen": seen.group(1) if seen else "", "csrfmiddlewaretoken": token.group(1) if token else ""}, cookie
        )

    async def look(self, until: asyncio.Event) -> None:
        """Open the page again and again, a second apart."""
        while not until.is_set():
            began = time.monotonic()
            await asyncio.to_thread(self._page)
            self.waits.append(time.monotonic() - began)
            await asyncio.sleep(1)

    def _page(self, page: str = "styring/") -> tuple[str, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        line.request("GET", f"{self.stage.leader}{page}", headers={"Cookie": f"sessionid={self.stage.session}"})
        reply = line.getresponse()
        cookie = CSRF.search(reply.getheader("set-cookie") or "")
        page = reply.read().decode()
        line.close()
        return page, cookie.group(1) if cookie else ""

    def _post(self, path: str, said: dict[str, str], token: str) -> int:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {
            "Cookie": f"sessionid={self.stage.session}; csrftoken={token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        line.request("POST", path, urlencode(said), headers)
        status = line.getresponse().status
        line.close()
        return status
