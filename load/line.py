"""Just enough of HTTP for thousands of browsers in one process: a request at a time, and streams that stay open."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

PATIENCE = 30


@dataclass(frozen=True)
class Reply:
    """What came back; status 0 when nothing did."""

    status: int
    body: bytes = b""
    seconds: float = 0.0

    def said(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


async def ask(port: int, path: str, *, cookie: str = "", said: Mapping[str, Any] | None = None) -> Reply:
    """One request on a connection of its own, as browsers have after a pause."""
    began = time.monotonic()
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(_request(port, path, cookie, said))
                answer = await reader.read()
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return Reply(0, b"", time.monotonic() - began)
    head, _blank, body = answer.partition(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1]) if head else 0
    return Reply(status, body, time.monotonic() - began)


async def within(seconds: float, done: Callable[[], bool], *, each: float = 0.1) -> None:
    """Wait until it is so, or until the time is up."""
    for _look in range(round(seconds / each)):
        if done():
            return
        await asyncio.sleep(each)


def _request(port: int, path: str, cookie: str, said: Mapping[str, Any] | None) -> bytes:
    lines = [f"{'GET' if said is None else 'POST'} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Connection: close"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    body = b"" if said is None else json.dumps(said).encode()
    if said is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Stream(asyncio.Protocol):
    """An open stream: hands on each frame with the time it came, and says when it ends."""

    def __init__(
        self, port: int, path: str, cookie: str, hear: Callable[[float, bytes], None], lost: Callable[[], None]
    ) -> None:
        self._request = _request(port, path, cookie, None).replace(b"Connection: close\r\n", b"")
        self._hear, self._lost = hear, lost
        self._rest = b""
        self.transport: asyncio.BaseTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        self.transport = transport
        transport.write(self._request)  # type: ignore[attr-defined]  # a connection is written to

    def data_received(self, data: bytes) -> None:
        """Frames are lines that begin with `data: {`; chunks and comments are passed over."""
        now = time.monotonic()
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if line.startswith(b"data: {"):
                self._hear(now, line[6:])

    def connection_lost(self, _error: Exception | None) -> None:
        """The server, or something between, has ended it."""
        self._lost()
