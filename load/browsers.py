"""Participants as their browsers are: the door's page, the form, the stream, what is fetched, and what is written."""

import asyncio
import json
import random
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import uuid4

from load.line import Reply, Stream, ask

NAMES = 10**6
AGAIN = 0.5
PATIENCE = 180


@dataclass
class Seen:
    """When each turn was first seen, how close frames came, and how large they were."""

    turns: dict[int, float] = field(default_factory=dict)
    last: float = 0.0
    closest: float = 99.0
    largest: int = 0
    frames: int = 0


@dataclass(eq=False)
class Browser:
    """One participant. `kept` is what the server has acknowledged last, `laid` the points it has;
    `fetches` are turns and seconds, and `whole_at` when the page of a turn was complete.
    """

    port: int
    code: str
    nth: int
    place: str
    chance: random.Random
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    seen: Seen = field(default_factory=Seen)
    shown: tuple[str, str] = ("", "")
    told: tuple[str, str] = ("", "")
    own: str = ""
    version: int = 0
    kept: str = ""
    laid: list[str] = field(default_factory=list)
    first_frame: asyncio.Event = field(default_factory=asyncio.Event)
    connected_at: float = 0.0
    fetches: list[tuple[int, float]] = field(default_factory=list)
    whole_at: dict[int, float] = field(default_factory=dict)
    turn: int = 0
    unfetched: int = 0
    unanswered: int = 0
    patience: float = 10  # the longest pause before it tries again
    stream: Stream | None = None
    over: bool = False
    fetching: bool = False
    tasks: set["asyncio.Future[None]"] = field(default_factory=set)

    @property
    def digest(self) -> str:
        """By what the server knows the key."""
        return sha256(self.key.encode()).hexdigest()

    @property
    def cookie(self) -> str:
        """What the browser sends to live addresses."""
        return f"mote-live={self.key}"

    async def come_in(self) -> float:
        """From the code on the wall to the first frame, in seconds; raises if the door stays shut."""
        began = time.monotonic()
        await self._until(f"/m/{self.code}/")
        said = {"key": self.key, "name": f"Deltaker {self.nth}", "place": self.place}
        reply = await self._until(f"/live/m/{self.code}/deltakere/", said)
        if reply.status != 200:
            raise AssertionError(f"the door said {reply.status}: {reply.body[:200]!r}")
        self.listen()
        await self.first_frame.wait()
        return time.monotonic() - began

    def listen(self) -> None:
        """Open the stream, again and again until it stays."""
        self.tasks.add(asyncio.ensure_future(self._listen()))

    async def write(self, phase: str, words: str, *, twice: bool = False) -> Reply:
        """Save one's notes; now and then the same save is sent twice, as over a bad line."""
        said = {"words": words, "after": self.version, "mark": str(uuid4())}
        path = f"/live/m/{self.code}/notater/{phase}/"
        if twice:
            await ask(self.port, path, cookie=self.cookie, said=said)
        reply = await self._until(path, said)
        if reply.status == 200:
            self.version, self.kept = reply.said()["version"], words
        return reply

    async def lay(self, phase: str, words: str, *, twice: bool = False) -> Reply:
        """Put a point on the table."""
        said = {"words": words, "name": str(uuid4())}
        path = f"/live/m/{self.code}/punkter/{phase}/"
        if twice:
            await ask(self.port, path, cookie=self.cookie, said=said)
        reply = await self._until(path, said)
        if reply.status == 200:
            self.laid.append(said["name"])
        return reply

    async def _listen(self) -> None:
        path = f"/live/m/{self.code}/strom/"
        loop = asyncio.get_running_loop()
        while not self.over:
            try:
                _transport, self.stream = await loop.create_connection(
                    lambda: Stream(self.port, path, self.cookie, self._hear, self._lost), "127.0.0.1", self.port
                )
                return
            except OSError:
                await asyncio.sleep(self.chance.uniform(1, 5))

    def _lost(self) -> None:
        self.connected_at = 0.0
        if not self.over:
            asyncio.get_running_loop().call_later(self.chance.uniform(1, 5), self.listen)

    def _hear(self, now: float, words: bytes) -> None:
        seen, frame = self.seen, json.loads(words)
        if not self.connected_at:
            self.connected_at = now
        else:
            seen.closest = min(seen.closest, now - seen.last)
        seen.last, seen.frames, seen.largest = now, seen.frames + 1, max(seen.largest, len(words))
        seen.turns.setdefault(frame["room"]["turn"], now)
        self.turn = frame["room"]["turn"]
        self.first_frame.set()
        self.told = frame["room"]["v"], (frame.get("table") or {}).get("v", "")
        self._catch_up(frame["room"]["spread"])

    def _catch_up(self, spread: float) -> None:
        if self.told != self.shown and not self.fetching:
            self.fetching = True
            whole = self.told[0] != self.shown[0]
            pause = self.chance.uniform(0, spread if whole else 0.3)
            asyncio.get_running_loop().call_later(
                pause, lambda: self.tasks.add(asyncio.ensure_future(self._fetch(whole=whole)))
            )

    async def _fetch(self, *, whole: bool) -> None:
        asked, told = f"eget={self.own}" if whole else "del=bord", self.told
        turn = self.turn
        reply = await ask(self.port, f"/live/m/{self.code}/rom/?{asked}", cookie=self.cookie)
        self.fetching = False
        if reply.status != 200:
            self.unfetched += 1
            return
        self.own = reply.said().get("mark", self.own)
        self.shown = told if whole else (self.shown[0], told[1])
        self.fetches.append((turn, reply.seconds))
        if whole:
            self.whole_at.setdefault(turn, time.monotonic())
        self._catch_up(0)

    async def _until(self, path: str, said: Mapping[str, object] | None = None) -> Reply:
        """Send until there is an answer, as the page does; the time counts from the first try."""
        began, pause = time.monotonic(), min(AGAIN, self.patience)
        while True:
            reply = await ask(self.port, path, cookie=self.cookie if said else "", said=said)
            if 0 < reply.status < 500:
                return Reply(reply.status, reply.body, time.monotonic() - began)
            self.unanswered += 1
            if time.monotonic() - began > PATIENCE:
                raise TimeoutError(f"{path} is answered {reply.status}")
            await asyncio.sleep(pause * self.chance.uniform(0.5, 1.5))
            pause = min(pause * 2, self.patience)
