"""The smallest house there is: notice boards, each a room, with a number that changes."""

import threading
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sloyfe.live.app import Admission, Floor
from sloyfe.live.requests import Answer, Broken, Request
from sloyfe.live.watchers import Parts


@dataclass
class Notices:
    """Who may look at which board, and what stands there; every question it is asked is counted."""

    numbers: dict[str, int] = field(default_factory=lambda: {"board:a": 0, "board:b": 0})
    barred: set[str] = field(default_factory=set)
    tables: dict[str, str] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)
    asked: list[Collection[str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def forget(self, topic: str) -> None:
        self.forgotten.append(topic)

    def forget_everything(self) -> None:
        self.forgotten.append("*")

    def watching(self, room: str, whos: Collection[str]) -> Mapping[str, Parts]:
        return {who: self.parts(room, who) for who in whos if who not in self.barred}

    def snapshots(self, topics: Collection[str]) -> Mapping[str, bytes]:
        with self.lock:
            self.asked.append(set(topics))
            return {topic: b"%d" % self.numbers.get(topic, 0) for topic in topics}

    def parts(self, room: str, who: str) -> Parts:
        table = self.tables.get(who)
        return {"room": room, **({"table": table} if table else {})}

    async def stream(self, _floor: Floor, request: Request) -> Admission:
        """`/live/board/a/?hvem=Anne`, and `forst` for one who leads."""
        who, room = request.query["hvem"], f"board:{request.names['board']}"
        if who in self.barred:
            raise Broken(404)
        return Admission(who, room, dict(self.parts(room, who)), first="forst" in request.query)

    async def state(self, floor: Floor, request: Request) -> Answer:
        """The same without a stream."""
        return Answer(body=await floor.hub.state((await self.stream(floor, request)).parts))
