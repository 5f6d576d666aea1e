"""Those who watch: one open stream each, and what it has been told."""

import asyncio
import random
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sloyfe.live.requests import Send, guarded

PING = 15.0
UNKNOWN = b"null"
LEAST = 1.0  # seconds between two frames of one stream
Parts = Mapping[str, str]


class House(Protocol):
    """Who knows the rooms: asked at a desk, beside the event loop."""

    def forget(self, topic: str) -> None:
        """It has changed; from any thread."""

    def forget_everything(self) -> None:
        """Any of it may have changed; from any thread."""

    def watching(self, room: str, whos: Collection[str]) -> Mapping[str, Parts]:
        """Those who may still watch, each with the topics that make up what they see, by the name of the part."""

    def snapshots(self, topics: Collection[str]) -> Mapping[str, bytes]:
        """What is to be said of each topic, in JSON; nothing that anybody wrote."""


@dataclass(eq=False, slots=True)
class Watcher:
    """One stream. Whoever leads comes `first`; `seen` is what was last sent, a snapshot a part."""

    who: str
    room: str
    parts: Parts
    send: Send
    first: bool = False
    seen: tuple[bytes, ...] = ()
    last: float = float("-inf")
    ping_at: float = field(default_factory=lambda: time.monotonic() + random.uniform(1, PING))  # noqa: S311 - spread
    sending: "asyncio.Task[None] | None" = None
    stream: "asyncio.Task[None] | None" = None
    shown_out: bool = False

    async def begin(self) -> None:
        """Open the stream; browsers come back a little apart from each other when it breaks."""
        self.stream = asyncio.current_task()
        headers = [(b"content-type", b"text/event-stream; charset=utf-8"), (b"x-accel-buffering", b"no"), *guarded()]
        await self.send({"type": "http.response.start", "status": 200, "headers": headers})
        await self.write(b"retry: %d\n\n" % random.randint(1000, 5000))  # noqa: S311 - spread

    async def write(self, words: bytes) -> None:
        """Put something on the stream."""
        await self.send({"type": "http.response.body", "body": words, "more_body": True})

    async def end(self, words: bytes = b"") -> None:
        """Say the last of it."""
        await self.send({"type": "http.response.body", "body": words})

    def show_out(self) -> None:
        """End the stream of somebody who may no longer watch."""
        self.shown_out = True
        if self.stream is not None:
            self.stream.cancel()

    def newest(self, snapshots: Mapping[str, bytes]) -> tuple[bytes, ...] | None:
        """The newest of every part; the room is told of before its parts are known."""
        found = tuple(snapshots.get(topic, UNKNOWN) for topic in self.parts.values())
        return found if found[0] != UNKNOWN else None

    def knows_room_of(self, new: tuple[bytes, ...]) -> bool:
        """Whether only a part of the room is another than what was said before."""
        return self.seen[:1] == new[:1] and UNKNOWN not in self.seen

    @property
    def is_busy(self) -> bool:
        """Whether what was sent last is still on its way; a slow line then gets only the newest."""
        return self.sending is not None and not self.sending.done()


def frame(parts: Parts, seen: tuple[bytes, ...], now: float) -> bytes:
    """What goes over the line, with the server's clock in milliseconds."""
    said = b",".join(b'"%s":%s' % (name.encode(), snapshot) for name, snapshot in zip(parts, seen, strict=True))
    return b'{"now":%d,%s}' % (now * 1000, said)


def pace(streams: int, frames_a_second: int) -> float:
    """How often a part that many have one each of is looked up and told of, in seconds."""
    return max(LEAST, streams / frames_a_second)
