"""A meeting with its live addresses, in process: one door, and browsers that hold keys."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from conftest import Member
from sloyfe.cycle.meetings.actions.door import new_key
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.rooms.routes import ROUTES
from sloyfe.cycle.meetings.rooms.snapshots import MeetingHouse
from sloyfe.live.app import Live
from sloyfe.live.desk import Desk
from sloyfe.live.tests.line import Reply, Stream, ask, going, listening


@dataclass
class Browser:
    """One participant's, at the live addresses."""

    live: Live
    code: str
    key: str = field(default_factory=new_key)
    language: str = "nb"

    async def come_in(self, name: str) -> Reply:
        return await self._ask("deltakere/", {"key": self.key, "name": name})

    async def write(self, phase: UUID, words: str, *, after: int | None = None, mark: UUID | None = None) -> Reply:
        return await self._ask(f"notater/{phase}/", {"words": words, "after": after, "mark": str(mark or uuid4())})

    async def lay(self, phase: UUID, words: str, *, name: UUID | None = None) -> Reply:
        return await self._ask(f"punkter/{phase}/", {"words": words, "name": str(name or uuid4())})

    async def look(self, rest: str = "rom/") -> Reply:
        return await self._ask(rest, None)

    def follow(self) -> AbstractAsyncContextManager[Stream]:
        return listening(self.live, f"/live/m/{self.code}/strom/", cookies={"mote-live": self.key})

    async def _ask(self, rest: str, said: dict[str, Any] | None) -> Reply:
        headers = {"accept-language": self.language}
        address = f"/live/m/{self.code}/{rest}"
        return await ask(self.live, address, said, cookies={"mote-live": self.key}, headers=headers)


@dataclass
class Room:
    """The meeting while it goes on; `do` is done as another process would do it."""

    live: Live
    door: Door
    desk: Desk

    def browser(self, **said: Any) -> Browser:
        return Browser(self.live, self.door.code, **said)

    async def inside(self, name: str, **said: Any) -> Browser:
        browser = self.browser(**said)
        assert (await browser.come_in(name)).status == 200
        return browser

    async def do(self, act: Callable[..., Any], *args: Any, **named: Any) -> Any:
        return await self.desk.ask(act, *args, **named)

    async def begin(self, key: str, by: Member, *, ago: float = 0) -> UUID:
        phase: UUID = await self.do(begin, self.door, key, by, ago)
        return phase

    def leading(self, who: Member) -> AbstractAsyncContextManager[Stream]:
        return listening(self.live, self.leaders_address("strom/"), cookies=session_of(who))

    def leaders_address(self, rest: str) -> str:
        meeting = self.door.meeting
        return f"/live/p/{meeting.space.slug}/moter/{meeting.pk}/{rest}"


def session_of(who: Member) -> dict[str, str]:
    """What the browser of somebody signed in sends."""
    return {"sessionid": who.client.cookies["sessionid"].value}


def begin(door: Door, key: str, by: Member, ago: float) -> UUID:
    """The phase goes on, since so many seconds."""
    meeting = Meeting.objects.in_space(door.meeting.space).get(pk=door.meeting_id)
    now, phase = start_of(meeting), meeting.phases.get(key=key)
    at = timezone.now() - timedelta(seconds=ago)
    begin_phase(phase, seen=now.mark if now else "", by=by.person, at=at)
    return phase.pk


def names() -> list[str]:
    """Who is in, by the database."""
    return sorted(Attendee.objects.values_list("name", flat=True))


def held_in(door: Door, course: Callable[[Room], Awaitable[None]], *, recheck: float = 14) -> None:
    """The course of a meeting, from the beginning of the live layer to its end."""

    async def whole() -> None:
        async with _room(door, recheck) as room:
            await course(room)

    asyncio.run(whole())


@asynccontextmanager
async def _room(door: Door, recheck: float) -> AsyncIterator[Room]:
    desk = Desk("beside")
    try:
        async with going(Live(ROUTES, MeetingHouse(), recheck=recheck)) as live:
            yield Room(live, door, desk)
    finally:
        await asyncio.to_thread(desk.end)
