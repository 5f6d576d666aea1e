"""One IGP from the door to the plenary, with everybody in it, and what each of them saw."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from load.browsers import Browser
from load.figures import refused, spent, spread, told
from load.leader import Leader
from load.line import Reply, within
from load.servers import Servers
from load.stage import Stage

GRACE = 2.0
LONG = 40.0
CALM = 5.0
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """How many, and over how many seconds each part is spread."""

    people: int
    coming: float = 60.0
    typing: float = 20.0
    between_saves: float = 10.0
    submitting: float = 10.0
    laying: float = 60.0
    calm: float = CALM
    restart: bool = True


@dataclass
class Course:
    """A meeting under load; figures are seconds unless they say otherwise."""

    plan: Plan
    stage: Stage
    servers: Servers
    tell: Tell
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    browsers: list[Browser] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    pressed: dict[int, float] = field(default_factory=dict)

    async def hold(self) -> dict[str, Any]:
        """The whole course."""
        ports = [server.port for server in self.servers.each]
        leader = Leader(ports[0], self.stage)
        over = asyncio.Event()
        looking = asyncio.create_task(leader.look(over))
        idle = self.servers.memory
        await self._come_in(ports)
        self.figures["memory_per_participant_kb"] = round((self.servers.memory - idle) * 1024 / self.plan.people, 1)
        await self._turn(leader, 1, "individual")
        await self._type()
        await self._submit()
        over.set()
        await looking
        self.figures["leader_page"] = spread(leader.waits)
        if self.plan.restart:
            await self._restart()
        at = await self._turn(leader, 2, "group", late=True)
        await asyncio.sleep(max(0, self.plan.people / 300 + 2 - (time.monotonic() - at)))
        await self._lay()
        await self._turn(leader, 3, "plenary")
        await asyncio.sleep(self.plan.people / 300 + 2)
        self.figures |= told(self.browsers, self.pressed) | spent(self.servers, len(self.browsers))
        self.figures["presses"] = spread(leader.presses)
        for browser in self.browsers:
            browser.over = True
        return self.figures

    async def _come_in(self, ports: Sequence[int]) -> None:
        plan, chance = self.plan, self.chance
        self.browsers = [
            Browser(ports[n % len(ports)], self.stage.code, n, chance.choice(self.stage.places), random.Random(n))
            for n in range(plan.people)
        ]
        began, cpu = time.monotonic(), self.servers.cpu
        waits = await self._spread(plan.coming, lambda browser: browser.come_in())
        self.figures["joins"] = spread(waits) | {"all_in": round(time.monotonic() - began, 1)}
        self.figures["cpu_ms_per_join"] = round((self.servers.cpu - cpu) * 1000 / plan.people, 2)
        self.tell(f"joins {self.figures['joins']}")

    async def _turn(self, leader: Leader, turn: int, name: str, *, late: bool = False) -> float:
        cpu = self.servers.cpu
        pressed, answered = await leader.begin_press(self.stage.phases[turn - 1])
        self.pressed[turn] = pressed
        if late:
            await self._late(pressed)
        await within(LONG, lambda: all(turn in each.seen.turns for each in self.browsers))
        await answered
        seen = [each.seen.turns[turn] - pressed for each in self.browsers if turn in each.seen.turns]
        self.figures[f"turn_{name}"] = spread(seen) | {
            "unseen": len(self.browsers) - len(seen),
            "cpu_ms": round((self.servers.cpu - cpu) * 1000),
        }
        self.tell(f"turn to {name} {self.figures[f'turn_{name}']}")
        return pressed

    async def _type(self) -> None:
        """Everybody writes, and the page saves now and then."""
        plan, cpu = self.plan, self.servers.cpu
        replies: list[Reply] = []
        for nth in range(round(plan.typing / plan.between_saves)):
            replies += await self._spread(plan.between_saves, partial(self._save, words=f"utkast {nth}"))
        self.figures["autosaves"] = spread([reply.seconds for reply in replies]) | refused(replies)
        self.figures["cpu_ms_per_autosave"] = round((self.servers.cpu - cpu) * 1000 / max(1, len(replies)), 2)
        self.tell(f"autosaves {self.figures['autosaves']}")

    async def _submit(self) -> None:
        """The last words of everybody within ten seconds; one in fifty is sent twice."""
        cpu = self.servers.cpu
        replies = await self._spread(
            self.plan.submitting, lambda each: self._save(each, f"siste ord fra {each.nth}", twice=each.nth % 50 == 0)
        )
        self.figures["submissions"] = spread([reply.seconds for reply in replies]) | refused(replies)
        self.figures["cpu_ms_per_submission"] = round((self.servers.cpu - cpu) * 1000 / self.plan.people, 2)
        self.tell(f"submissions {self.figures['submissions']}")

    async def _restart(self) -> None:
        """Killed without warning while some of them write; all come back by themselves."""
        writing = [asyncio.create_task(self._save(each, f"under omstart {each.nth}")) for each in self.browsers[::20]]
        await asyncio.sleep(0.05)
        killed = time.monotonic()
        self.servers.kill()
        self.servers.start()
        up = await self.servers.answer()
        await within(LONG, lambda: all(each.connected_at > killed for each in self.browsers))
        replies = await asyncio.gather(*writing)
        back = [each.connected_at - up for each in self.browsers if each.connected_at > killed]
        self.figures["restart"] = {
            "server_up": round(up - killed, 1),
            "all_back_after_up": round(max(back, default=0.0), 1),
            "all_back_after_kill": round(max(back, default=0.0) + up - killed, 1),
            "missing": len(self.browsers) - len(back),
            **refused(replies),
        }
        self.tell(f"restart {self.figures['restart']}")
        # Whoever leads sees first that all are back.
        await asyncio.sleep(self.plan.calm)

    async def _late(self, pressed: float) -> None:
        """Some are a second late, and are let through; some are later, and are not."""
        in_time, too_late = self.browsers[1::100], self.browsers[2::100]
        await asyncio.sleep(max(0, pressed + 1 - time.monotonic()))
        soon = await asyncio.gather(*(self._save(each, f"i siste liten {each.nth}") for each in in_time))
        await asyncio.sleep(max(0, pressed + GRACE + 1 - time.monotonic()))
        late = await asyncio.gather(*(self._save(each, "for sent") for each in too_late))
        within = [reply for reply in soon if reply.status == 200]
        self.figures["grace"] = {
            "second_late": len(soon),
            "taken": len(within),
            "three_seconds_late": len(late),
            "taken_late": sum(reply.status == 200 for reply in late),
        }
        self.tell(f"grace {self.figures['grace']}")

    async def _lay(self) -> None:
        cpu = self.servers.cpu
        phase = self.stage.phases[1]
        replies = await self._spread(
            self.plan.laying, lambda each: each.lay(phase, f"Punkt fra {each.nth}", twice=each.nth % 50 == 0)
        )
        self.figures["points"] = spread([reply.seconds for reply in replies]) | refused(replies)
        self.figures["cpu_ms_per_point"] = round((self.servers.cpu - cpu) * 1000 / self.plan.people, 2)
        self.tell(f"points {self.figures['points']}")

    async def _save(self, browser: Browser, words: str, *, twice: bool = False) -> Reply:
        return await browser.write(self.stage.phases[0], words, twice=twice)

    async def _spread(self, seconds: float, act: Callable[[Browser], Awaitable[Any]]) -> list[Any]:
        """Everybody does it, at a moment of their own."""

        async def one(browser: Browser, pause: float) -> Any:
            await asyncio.sleep(pause)
            return await act(browser)

        pauses = [self.chance.uniform(0, seconds) for _each in self.browsers]
        return list(await asyncio.gather(*(one(*pair) for pair in zip(self.browsers, pauses, strict=True))))
