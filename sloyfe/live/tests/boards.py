"""Notice boards that are watched through a hub, without a server or a database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from sloyfe.live.desk import Desk
from sloyfe.live.hub import Hub
from sloyfe.live.requests import Message, Receive, Send
from sloyfe.live.tests.line import Application, Stream, listening
from sloyfe.live.tests.notices import Notices
from sloyfe.live.watchers import Watcher

Board = tuple[Hub, Application]
SECOND = 1.0


@asynccontextmanager
async def hub_of(house: Notices, recheck: float = 14) -> AsyncIterator[Board]:
    desk = Desk("test")
    hub = Hub(house, desk, recheck=recheck)
    tasks = [asyncio.create_task(work()) for work in (hub.run, hub.keep)]

    async def board(scope: Message, receive: Receive, send: Send) -> None:
        _none, name, who = scope["path"].split("/")
        watcher = Watcher(who, f"board:{name}", house.parts(f"board:{name}", who), send, first=who.startswith("leder"))
        await watcher.begin()
        hub.open(watcher)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        except asyncio.CancelledError:
            await watcher.end(b"event: out\ndata: {}\n\n")
        finally:
            hub.close(watcher)

    try:
        yield hub, board
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.to_thread(desk.end)


@asynccontextmanager
async def watched(board: Application, *whos: str, name: str = "a") -> AsyncIterator[list[Stream]]:
    async with AsyncExitStack() as open_lines:
        streams = [await open_lines.enter_async_context(listening(board, f"/{name}/{who}")) for who in whos]
        for stream in streams:
            await stream.until(lambda each: each.frames)
        yield streams


def change(house: Notices, hub: Hub, topic: str = "board:a") -> float:
    house.numbers[topic] = house.numbers.get(topic, 0) + 1
    hub.hear(topic)
    return asyncio.get_running_loop().time()


def held(course: Callable[[Notices, Hub, Application], Awaitable[None]], recheck: float = 14) -> None:
    async def whole() -> None:
        house = Notices()
        async with hub_of(house, recheck) as (hub, board):
            await course(house, hub, board)

    asyncio.run(whole())
