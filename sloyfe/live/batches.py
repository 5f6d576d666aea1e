"""Group commit: what comes in at about the same time is done in one transaction, and answered when that is safe.

An act takes a whole list and gives an outcome for each, in the same order; an outcome may be an exception. Where an
act breaks on a list, each is tried alone, so that one bad item costs nobody else anything.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import transaction

from sloyfe.live.desk import Desk

Act = Callable[[Sequence[Any]], Sequence[Any]]
Within = Callable[[], AbstractContextManager[object]]
GATHER, GATHER_MORE = 0.01, 0.06  # seconds; the longer where many come, since each round has a cost of its own
MANY = 5
STANDS_BACK = 8  # times ten milliseconds
MOST = 400
log = structlog.get_logger("sloyfe.live")


@dataclass(frozen=True, slots=True)
class Job:
    """Something that somebody waits for."""

    act: Act
    item: Any
    answer: "asyncio.Future[Any]"


class Batches:
    """A queue before a desk; `most` bounds how long one round keeps the others waiting.

    Rounds of this queue stand back for those of `before`, for a tenth of a second at the most.
    """

    def __init__(self, desk: Desk, most: int = MOST, *, reads: bool = False, before: "Batches | None" = None) -> None:
        self._desk = desk
        # On SQLite a transaction holds up all who write; those who only read need none.
        self._within = nullcontext if reads else transaction.atomic
        self._most = most
        self._before = before
        self._at_work = False
        self._waiting: deque[Job] = deque()
        self._stirred = asyncio.Event()

    async def put(self, act: Act, item: Any) -> Any:
        """Have `act` done on the item together with others; raises what came of this one, if that is an exception."""
        answer = asyncio.get_running_loop().create_future()
        self._waiting.append(Job(act, item, answer))
        self._stirred.set()
        return await answer

    async def run(self) -> None:
        """Take round after round, for ever."""
        last = 0
        while True:
            await self._stirred.wait()
            if len(self._waiting) < self._most:
                await asyncio.sleep(GATHER_MORE if last > MANY else GATHER)
            await self._stand_back()
            self._stirred.clear()
            round_ = [self._waiting.popleft() for _n in range(min(self._most, len(self._waiting)))]
            if self._waiting:
                self._stirred.set()
            last = len(round_)
            self._at_work = True
            outcomes = await self._desk.ask(_together, round_, self._within)
            self._at_work = False
            for job, outcome in zip(round_, outcomes, strict=True):
                _answer(job.answer, outcome)

    @property
    def is_busy(self) -> bool:
        """Whether somebody waits for it."""
        return self._at_work or bool(self._waiting)

    async def _stand_back(self) -> None:
        for _wait in range(STANDS_BACK):
            if self._before is None or not self._before.is_busy:
                return
            await asyncio.sleep(GATHER)


def _answer(waiting: "asyncio.Future[Any]", outcome: object) -> None:
    if waiting.done():
        return
    if isinstance(outcome, Exception):
        waiting.set_exception(outcome)
    else:
        waiting.set_result(outcome)


def _together(jobs: Sequence[Job], within: Within) -> list[Any]:
    """All of them in one transaction; if that cannot be, each in its own."""
    try:
        with within():
            return _in_order(jobs)
    except Exception:
        log.warning("a batch was broken up", size=len(jobs), exc_info=True)
        return [_alone(job, within) for job in jobs]


def _in_order(jobs: Sequence[Job]) -> list[Any]:
    outcomes: dict[int, Any] = {}
    for act in dict.fromkeys(job.act for job in jobs):
        places = [n for n, job in enumerate(jobs) if job.act == act]
        outcomes |= zip(places, act([jobs[n].item for n in places]), strict=True)
    return [outcomes[n] for n in range(len(jobs))]


def _alone(job: Job, within: Within) -> Any:
    try:
        with within():
            return job.act([job.item])[0]
    except Exception as error:  # noqa: BLE001 - it is handed to the one who waits
        return error
