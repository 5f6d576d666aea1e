"""The live layer as an application: a few addresses, answered without the machinery of pages."""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import Error

from sloyfe.kit.refusal import Refusal
from sloyfe.live import wire
from sloyfe.live.batches import Batches
from sloyfe.live.desk import Desk
from sloyfe.live.hub import RECHECK, Hub
from sloyfe.live.neighbours import Neighbours
from sloyfe.live.requests import Answer, Broken, Message, Receive, Request, Send, answer, read
from sloyfe.live.watchers import House, Watcher

RENDERED_AT_ONCE = 80
LINES_EACH = 20  # windows of one browser; whoever has more asks instead, and nobody takes all lines of the server
log = structlog.get_logger("sloyfe.live")


@dataclass(frozen=True, slots=True)
class Admission:
    """Leave to watch: who it is, which room, and the topics that make up what they see."""

    who: str
    room: str
    parts: dict[str, str]
    first: bool = False


class Floor:
    """What the handlers work with: writes, quick reads and longer readings each have a queue and a thread."""

    def __init__(self, house: House, recheck: float) -> None:
        self.desks = [Desk("writes"), Desk("reads"), Desk("pages")]
        writes, reads, pages = self.desks
        self.writes, self.reads = Batches(writes), Batches(reads, reads=True)
        self.pages = Batches(pages, RENDERED_AT_ONCE, reads=True, before=self.writes)
        self.hub = Hub(house, reads, recheck=recheck)


Handler = Callable[[Floor, Request], Awaitable[Answer | Admission]]


@dataclass(frozen=True, slots=True)
class Route:
    """An address with what answers there."""

    method: str
    pattern: str
    handler: Handler


class Live:
    """Begun with the server and ended with it."""

    def __init__(self, routes: Sequence[Route], house: House, *, recheck: float = RECHECK) -> None:
        self._routes = [(route.method, re.compile(route.pattern), route.handler) for route in routes]
        self._house = house
        self._recheck = recheck
        self._floor: Floor | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._stop: Callable[[], None] = lambda: None
        self._neighbours: Neighbours | None = None
        self._lines: Counter[str] = Counter()

    async def begin(self) -> None:
        """Open the queues, and listen."""
        floor = self._floor = Floor(self._house, self._recheck)
        for work in (floor.writes.run, floor.reads.run, floor.pages.run, floor.hub.run, floor.hub.keep):
            self._tasks.append(asyncio.create_task(_for_ever(work)))
        self._stop = wire.listen(floor.hub.hear)
        self._neighbours = Neighbours(floor.hub.doubt_everything)
        self._neighbours.begin()

    async def end(self) -> None:
        """Finish what was begun."""
        self._stop()
        for task in self._tasks:
            task.cancel()
        if self._neighbours is not None:
            await asyncio.to_thread(self._neighbours.end)
        for desk in self._floor.desks if self._floor else ():
            await asyncio.to_thread(desk.end)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request."""
        floor = self._floor
        if floor is None:
            await answer(send, Answer(503))
            return
        said = await self._said(floor, scope, receive)
        if isinstance(said, Answer):
            await answer(send, said)
        elif self._lines[said.who] >= LINES_EACH:
            await answer(send, Answer(429))
        else:
            self._lines[said.who] += 1
            try:
                await _stream(floor.hub, said, receive, send)
            finally:
                self._lines[said.who] -= 1
                if not self._lines[said.who]:
                    del self._lines[said.who]

    async def _said(self, floor: Floor, scope: Message, receive: Receive) -> Answer | Admission:
        for method, pattern, handler in self._routes:
            found = pattern.fullmatch(scope["path"])
            if found and method == scope["method"]:
                return await _handled(handler, floor, scope, receive, found.groupdict())
        return Answer(404)


async def _handled(
    handler: Handler, floor: Floor, scope: Message, receive: Receive, names: dict[str, str]
) -> Answer | Admission:
    try:
        return await handler(floor, await read(scope, receive, names))
    except Broken as broken:
        return Answer(broken.status)
    except Refusal as refusal:
        return Answer(refusal.status)
    except (Error, OSError):
        log.exception("live request failed")
        return Answer(503, headers=((b"retry-after", b"1"),))


async def _stream(hub: Hub, admission: Admission, receive: Receive, send: Send) -> None:
    """One open stream, until one of the two sides ends it."""
    watcher = Watcher(admission.who, admission.room, admission.parts, send, first=admission.first)
    await watcher.begin()
    hub.open(watcher)
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    except asyncio.CancelledError:
        if not watcher.shown_out:
            raise
        await watcher.end(b"event: out\ndata: {}\n\n")
    finally:
        hub.close(watcher)


async def _for_ever(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """A loop that trips is begun again; what it was doing is logged, and those who waited ask again."""
    while True:
        try:
            await work()
        except Exception:
            log.exception("live work failed", work=work.__qualname__)
            await asyncio.sleep(0.2)
