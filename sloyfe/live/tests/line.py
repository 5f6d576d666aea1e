"""A browser as far as the live layer is concerned: requests and streams, without a server between."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sloyfe.live.app import Live
from sloyfe.live.requests import Message, Receive, Send

Application = Callable[[Message, Receive, Send], Awaitable[None]]
PATIENCE = 10


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()

    def said(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Stream:
    """An open stream: what came on it, and when."""

    status: int = 0
    words: list[tuple[float, bytes]] = field(default_factory=list)
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False
    clear: asyncio.Event = field(default_factory=asyncio.Event)  # while it is not set, the line takes nothing

    @property
    def frames(self) -> list[Any]:
        """The frames, read."""
        return [json.loads(words[6:]) for _at, words in self.words if words.startswith(b"data: {")]

    @property
    def times(self) -> list[float]:
        """When the frames came."""
        return [at for at, words in self.words if words.startswith(b"data: {")]

    async def until(self, so: Callable[["Stream"], object], patience: float = PATIENCE) -> None:
        """Wait until it is so; raises where it never is."""
        async with asyncio.timeout(patience):
            while not so(self):
                self.stirred.clear()
                await self.stirred.wait()

    async def send(self, message: Message) -> None:
        """What the application calls."""
        await self.clear.wait()
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            self.words.append((time.monotonic(), message.get("body", b"")))
            self.ended = not message.get("more_body")
        self.stirred.set()


@asynccontextmanager
async def going(live: Live) -> AsyncIterator[Live]:
    """Begun, and ended afterwards."""
    await live.begin()
    try:
        yield live
    finally:
        await live.end()


async def ask(
    application: Application,
    path: str,
    said: object = None,
    *,
    body: bytes | None = None,
    method: str = "",
    cookies: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """One request: with `said` it is posted as JSON, as the pages do."""
    is_post = said is not None or body is not None
    sent = json.dumps(said).encode() if body is None else body
    got: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": sent if is_post else b"", "more_body": False}

    async def send(message: Message) -> None:
        got.append(message)

    scope = scope_of(path, method or ("POST" if is_post else "GET"), cookies, headers, is_json=is_post)
    await application(scope, receive, send)
    pairs = [(name.decode().lower(), value.decode()) for name, value in got[0]["headers"]]
    given = tuple(value for name, value in pairs if name == "set-cookie")
    return Reply(got[0]["status"], dict(pairs), b"".join(each.get("body", b"") for each in got[1:]), given)


@asynccontextmanager
async def listening(
    application: Application, path: str, *, cookies: Mapping[str, str] | None = None
) -> AsyncIterator[Stream]:
    """A stream that is open until the end of the block, or until the server ends it."""
    stream, gone, asked = Stream(), asyncio.Event(), [False]
    stream.clear.set()

    async def receive() -> Message:
        if not asked[0]:
            asked[0] = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await gone.wait()
        return {"type": "http.disconnect"}

    task = asyncio.create_task(_whole(application(scope_of(path, "GET", cookies, None), receive, stream.send)))
    try:
        await stream.until(lambda each: each.status)
        yield stream
    finally:
        stream.clear.set()
        gone.set()
        await asyncio.wait_for(task, PATIENCE)


def scope_of(
    path: str,
    method: str,
    cookies: Mapping[str, str] | None,
    headers: Mapping[str, str] | None,
    *,
    is_json: bool = False,
) -> Message:
    """What a server hands to an application."""
    known = {"host": "testserver"} | ({"content-type": "application/json"} if is_json else {})
    if cookies:
        known["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    known |= {name.lower(): value for name, value in (headers or {}).items()}
    path, _mark, query = path.partition("?")
    return {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "scheme": "http",
        "http_version": "1.1",
        "root_path": "",
        "server": ("testserver", 80),
        "client": ("127.0.0.1", 1234),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in known.items() if value],
    }


async def _whole(running: Awaitable[None]) -> None:
    await running
