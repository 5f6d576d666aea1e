"""Tells everybody in a room that it changed: at most one frame a second each, and only the newest.

A change of the room itself goes out at once; changes of a part that many have one each of (a table) are spread so that
all of them together make at most five hundred frames a second.
"""

import asyncio
import contextlib
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sloyfe.live.desk import Desk
from sloyfe.live.watchers import LEAST, PING, UNKNOWN, House, Parts, Watcher, frame, pace

BEAT = 0.1
LOOK = 0.25  # a room is looked up at most four times a second
RECHECK = 14.0  # and a second at most until it is noticed that it is time
FRAMES_A_SECOND = 500
SLICE = 200
PARTS_AT_ONCE = 150


class Hub:
    """All the streams of this process."""

    def __init__(self, house: House, desk: Desk, *, recheck: float = RECHECK) -> None:
        self._house = house
        self._recheck = recheck
        self._desk = desk
        self._rooms: dict[str, set[Watcher]] = defaultdict(set)
        self._topics: dict[str, set[Watcher]] = defaultdict(set)
        self._snapshots: dict[str, bytes] = {}
        self._unsure: set[str] = set()
        self._next_look: dict[str, float] = {}
        self._stale_rooms: dict[str, float] = {}
        self._looked: dict[str, float] = {}
        self._behind: set[Watcher] = set()
        self._stirred = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def hear(self, topic: str) -> None:
        """Something changed; may be called from any thread."""
        self._house.forget(topic)
        self._loop.call_soon_threadsafe(self._doubt, topic)

    def doubt_everything(self) -> None:
        """We may have missed something; from any thread."""
        self._house.forget_everything()
        self._loop.call_soon_threadsafe(lambda: self._doubt(*self._rooms, *self._topics))

    def open(self, watcher: Watcher) -> None:
        """A stream has begun."""
        self._rooms[watcher.room].add(watcher)
        self._watch(watcher, watcher.parts)

    def close(self, watcher: Watcher) -> None:
        """A stream has ended."""
        self._unwatch(watcher)
        self._behind.discard(watcher)
        self._rooms[watcher.room].discard(watcher)
        if not self._rooms[watcher.room]:
            del self._rooms[watcher.room]
            self._looked.pop(watcher.room, None)

    async def state(self, parts: Parts) -> bytes:
        """What a frame would say now, for those whom no stream reaches."""
        missing = [topic for topic in parts.values() if topic not in self._snapshots]
        found = await self._desk.ask(self._house.snapshots, missing) if missing else {}
        return frame(parts, tuple(found.get(t) or self._snapshots.get(t, UNKNOWN) for t in parts.values()), time.time())

    @property
    def count(self) -> int:
        """How many streams are open."""
        return sum(map(len, self._rooms.values()))

    async def run(self) -> None:
        """Look up what is in doubt and tell those who are behind, for ever."""
        while True:
            busy = self._behind or self._stale_rooms or self._unsure
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stirred.wait(), BEAT if busy else None)
            self._stirred.clear()
            await self._look()
            await self._tell()

    async def keep(self) -> None:
        """Keep lines open that say nothing, and ask again who may watch."""
        while True:
            await asyncio.sleep(1)
            now = time.monotonic()
            for watcher in [each for room in self._rooms.values() for each in room if each.ping_at <= now]:
                watcher.ping_at = now + PING
                if not watcher.is_busy:
                    watcher.sending = asyncio.create_task(watcher.write(b"event: here\ndata:\n\n"))
            for room in [room for room in self._rooms if now - self._looked.get(room, 0) > self._recheck]:
                self._doubt(room)

    def _doubt(self, *topics: str) -> None:
        for topic in topics:
            if topic in self._rooms:
                self._stale_rooms[topic] = time.monotonic()
            elif topic in self._topics:
                self._unsure.add(topic)
        if self._stale_rooms or self._unsure:
            self._stirred.set()

    async def _look(self) -> None:
        now = time.monotonic()
        for room in [room for room in self._stale_rooms if now - self._looked.get(room, 0) >= LOOK]:
            self._looked[room] = now
            # All hear that the room has turned before it is looked up who sits where in it now.
            self._learn(await self._desk.ask(self._house.snapshots, [room]))
            await self._tell()
            await self._look_round(room)
            if self._stale_rooms[room] <= now:
                del self._stale_rooms[room]
        due = [topic for topic in self._unsure if now >= self._next_look.get(topic, 0)]
        # Rooms before their parts, and not too many at once: a room that turns must not wait for a thousand tables.
        topics = set(sorted(due, key=lambda topic: topic not in self._rooms)[:PARTS_AT_ONCE])
        if topics:
            self._unsure -= topics
            self._next_look |= dict.fromkeys(topics, now + pace(self.count, FRAMES_A_SECOND))
            try:
                self._learn(await self._desk.ask(self._house.snapshots, topics))
            except Exception:
                self._unsure |= topics
                raise

    async def _look_round(self, room: str) -> None:
        """Who is still here, what they see from now on, and what is to be said of it."""
        whos = {watcher.who for watcher in self._rooms.get(room, ())}
        parts = await self._desk.ask(self._house.watching, room, whos)
        for watcher in tuple(self._rooms.get(room, ())):
            if watcher.who not in whos:
                continue
            if watcher.who not in parts:
                watcher.show_out()
            elif parts[watcher.who] != watcher.parts:
                self._unwatch(watcher)
                self._watch(watcher, parts[watcher.who])
        for topic in [topic for topic in self._topics if topic == room or topic.startswith(f"{room}:")]:
            self._unsure.add(topic)
            self._next_look.pop(topic, None)

    def _learn(self, snapshots: Mapping[str, bytes]) -> None:
        for topic, snapshot in snapshots.items():
            if topic in self._topics and self._snapshots.get(topic) != snapshot:
                self._snapshots[topic] = snapshot
                self._behind |= self._topics[topic]

    def _watch(self, watcher: Watcher, parts: Parts) -> None:
        watcher.parts = parts
        for topic in parts.values():
            self._topics[topic].add(watcher)
            if topic not in self._snapshots:
                self._unsure.add(topic)
                self._next_look.pop(topic, None)
        self._behind.add(watcher)
        self._stirred.set()

    def _unwatch(self, watcher: Watcher) -> None:
        for topic in watcher.parts.values():
            self._topics[topic].discard(watcher)
            if not self._topics[topic]:
                del self._topics[topic]
                self._snapshots.pop(topic, None)
                self._next_look.pop(topic, None)

    async def _tell(self) -> None:
        now = time.monotonic()
        for n, watcher in enumerate(self._ready(now), 1):
            self._send(watcher, now)
            if n % SLICE == 0:
                # Submissions are let through between the slices.
                await asyncio.sleep(0)

    def _ready(self, now: float) -> Iterable[Watcher]:
        """Those who may be told now, whoever leads first."""
        ready = []
        for watcher in tuple(self._behind):
            new = watcher.newest(self._snapshots)
            if new is None or watcher.is_busy:
                continue
            if new == watcher.seen:
                self._behind.discard(watcher)
                continue
            if now - watcher.last >= (pace(self.count, FRAMES_A_SECOND) if watcher.knows_room_of(new) else LEAST):
                ready.append(watcher)
        return sorted(ready, key=lambda watcher: not watcher.first)

    def _send(self, watcher: Watcher, now: float) -> None:
        new = watcher.newest(self._snapshots)
        if new is None:
            return
        watcher.seen, watcher.last = new, now
        self._behind.discard(watcher)
        watcher.sending = asyncio.create_task(
            watcher.write(b"data: " + frame(watcher.parts, new, time.time()) + b"\n\n")
        )
