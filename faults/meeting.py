"""A meeting while server and worker are killed again and again, in each of its phases, and people write."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPException
from typing import Any
from uuid import uuid4

from django.db import connection

from faults.meeting_tally import MeetingTally, Part, Pressed, audit, has_begun
from load.browsers import Browser
from load.leader import Leader
from load.line import ask, within
from load.servers import Server, Servers
from load.stage import Stage, set_stage
from tools.load import free_ports

BEFOREHAND, SAVES, POINTS, WORDS = 2, 6, 3, 4
PARTS = ("open door", "individual", "group", "plenary", "closed")
PATIENCE = 0.3  # seconds between tries: those who write do not wait long
TRIES, LONG = 400, 120
Act = Coroutine[Any, Any, None]


@dataclass
class Storm:
    """Everybody's browsers, the leader's, and the server that dies under them."""

    stage: Stage
    servers: Servers
    tally: MeetingTally
    kills: dict[str, int]
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - when to kill is no secret
    browsers: list[Browser] = field(default_factory=list)
    pressed: Pressed = field(default_factory=Pressed)

    async def hold(self) -> None:
        """The door, the three phases, and what comes when the meeting has been closed."""
        port, places = self.servers.each[0].port, self.stage.places
        leader = Leader(port, self.stage)
        self.browsers = [
            Browser(port, self.stage.code, n, places[n % 4], random.Random(n), patience=PATIENCE)  # noqa: S311 - as above
            for n in range(self.tally.people)
        ]
        self.servers.start()
        await self.servers.answer()
        await self._under_fire("open door", 1 + BEFOREHAND, self._come_in)
        await self._under_fire("individual", SAVES, self._write, lambda part: self._press(leader, 0, part))
        await self._under_fire("group", POINTS, self._lay, lambda part: self._press(leader, 1, part))
        await self._under_fire("plenary", 1, self._late, lambda part: self._gather(leader, part))
        await self._under_fire("closed", 2, self._afterwards, lambda part: self._close(leader, part))
        self.tally.audit["unread"] = sum([not await self._reads(each) for each in self.browsers])
        for browser in self.browsers:
            browser.over = True

    async def _under_fire(
        self,
        name: str,
        acts: int,
        act: Callable[[Browser, Part], Awaitable[None]],
        lead: Callable[[Part], Act] | None = None,
    ) -> None:
        """Everybody at once, each so many acts; the server is killed when so much has been answered."""
        with self._counted(name, acts) as part:
            leading = [lead(part)] if lead else []
            doing = asyncio.gather(*leading, *(act(browser, part) for browser in self.browsers))
            kills = self.kills.get(name, 0)
            for nth in range(kills):
                goal = part.expected * (2 * nth + 1) // (2 * kills)
                await within(LONG, partial(part.reached, goal, doing), each=0.002)
                await asyncio.sleep(self.chance.uniform(0, 0.02))
                part.hit += not doing.done()
                self.servers.kill_all()
                part.kills += 1
                self.servers.start()
                await self.servers.answer()
            await doing

    @contextmanager
    def _counted(self, name: str, acts: int) -> Iterator[Part]:
        before = sum(each.unanswered for each in self.browsers)
        self.tally.parts[name] = part = Part(expected=acts * self.tally.people)
        yield part
        part.unanswered += sum(each.unanswered for each in self.browsers) - before

    async def _come_in(self, browser: Browser, part: Part) -> None:
        """Come in, and write beforehand."""
        await browser.come_in()
        part.acknowledged += 1
        for nth in range(BEFOREHAND):
            await _think(browser)
            part.note(await browser.write(self.stage.phases[0], f"forarbeid {nth} fra {browser.nth}"))

    async def _write(self, browser: Browser, part: Part) -> None:
        """Saved again and again; one of the saves comes twice."""
        for nth in range(SAVES):
            await _think(browser)
            words = f"setning {nth} fra {browser.nth}"
            part.note(await browser.write(self.stage.phases[0], words, twice=nth == browser.nth % SAVES))

    async def _lay(self, browser: Browser, part: Part) -> None:
        """Points, from the moment when the group begins; one of them comes twice."""
        await part.begun.wait()
        for nth in range(POINTS):
            await _think(browser)
            words = f"punkt {nth} fra {browser.nth}"
            part.note(await browser.lay(self.stage.phases[1], words, twice=nth == browser.nth % POINTS))

    async def _late(self, browser: Browser, part: Part) -> None:
        """A point in the moment when the phase ends: taken, or refused and not there."""
        part.note(await browser.lay(self.stage.phases[1], f"i siste liten {uuid4()}"), may_refuse=True)

    async def _afterwards(self, browser: Browser, part: Part) -> None:
        """Once before it has been closed, and once after."""
        await _think(browser)
        await self._late(browser, part)
        await part.begun.wait()
        await self._late(browser, part)

    async def _reads(self, browser: Browser) -> bool:
        """Whether one still sees what one wrote last."""
        reply = await ask(browser.port, f"/live/m/{browser.code}/rom/", cookie=browser.cookie)
        return browser.kept in reply.body.decode()

    async def _press(self, leader: Leader, nth: int, part: Part) -> None:
        """Press until the phase has begun; a press that was done but not answered is seen on the next page."""
        phase = self.stage.phases[nth]
        await self._insist(leader, part, "styring/", "styring/fase/", {"phase": phase}, done=lambda: has_begun(phase))
        self.pressed.phases.append(phase)
        part.begun.set()

    async def _gather(self, leader: Leader, part: Part) -> None:
        """The plenary begins, and points are noted that all agree on."""
        await self._press(leader, 2, part)
        for nth in range(WORDS):
            said = {"words": f"felles {nth}", "name": str(uuid4())}
            await self._insist(leader, part, "punkter/", "punkter/felles/", said)
            self.pressed.common.append(said["words"])

    async def _close(self, leader: Leader, part: Part) -> None:
        """The meeting was held, and this was decided."""
        said = {"took_part": str(self.tally.people), "words_nb": "Vi prøver det.", "words_nn": ""}
        await self._insist(leader, part, "gjennomforing/", "gjennomforing/", said)
        part.begun.set()
        for nth in range(WORDS):
            said = {"what_nb": f"beslutning {nth}", "what_nn": "", "due": "", "name": str(uuid4())}
            await self._insist(leader, part, "beslutninger/", "beslutninger/", said)
            self.pressed.decisions.append(said["what_nb"])

    async def _insist(
        self,
        leader: Leader,
        part: Part,
        page: str,
        rest: str,
        said: dict[str, str],
        *,
        done: Callable[[], bool] = lambda: False,
    ) -> None:
        """Send the form, as it is, until it is answered."""
        for _try in range(TRIES):
            if await asyncio.to_thread(done):
                break
            try:
                status, _seconds = await leader.send(page, rest, said)
            except (OSError, HTTPException):
                part.unanswered += 1
                await asyncio.sleep(PATIENCE)
                continue
            if status != 302:
                raise AssertionError(f"{rest} was answered {status}")
            break
        else:
            raise TimeoutError("the server is gone")
        part.acknowledged += 1


def meeting_storm(people: int, kills: int, *, parts: tuple[str, ...] = PARTS) -> MeetingTally:
    """So many people, and so many kills in each of these parts, on the database of this process."""
    import uvloop  # noqa: PLC0415 - not where the suite runs without it

    stage, servers = set_stage(), Servers([Server(free_ports(1)[0], aloud=False)])
    storm = Storm(stage, servers, MeetingTally(connection.vendor, people), dict.fromkeys(parts, kills))
    connection.close()
    try:
        uvloop.run(storm.hold())
    finally:
        servers.kill_all()
    storm.tally.audit.update(audit(stage, storm.browsers, storm.pressed))
    return storm.tally


async def _think(browser: Browser) -> None:
    await asyncio.sleep(browser.chance.uniform(0.1, 0.5))
