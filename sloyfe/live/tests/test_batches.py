"""Many writes in one transaction: each gets its own outcome, and what is acknowledged is committed."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from django.db import IntegrityError, connection

from sloyfe.kit.refusal import Refusal
from sloyfe.live.app import Floor, Live, Route
from sloyfe.live.batches import Batches
from sloyfe.live.desk import Desk
from sloyfe.live.requests import Answer, Request
from sloyfe.live.tests.line import ask, going
from sloyfe.live.tests.notices import Notices
from sloyfe.people.models import Person

pytestmark = pytest.mark.usefixtures("shared_database")


def enrol(names: Sequence[str]) -> list[str]:
    for name in names:
        Person.objects.create(email=f"{name}@example.org", name=name)
    return [f"{name} er inne" for name in names]


def refuse_every_other(names: Sequence[str]) -> list[str | Refusal]:
    enrol(names)
    return [Refusal() if n % 2 else name for n, name in enumerate(names)]


def shout(names: Sequence[str]) -> list[str]:
    return [name.upper() for name in names]


def known() -> set[str]:
    return set(Person.objects.values_list("name", flat=True))


@asynccontextmanager
async def queue(most: int = 400) -> AsyncIterator[Batches]:
    desk = Desk("test")
    batches = Batches(desk, most)
    running = asyncio.create_task(batches.run())
    try:
        yield batches
    finally:
        running.cancel()
        await asyncio.to_thread(desk.end)


async def together(act: object, names: Sequence[str], most: int = 400) -> list[object]:
    async with queue(most) as batches:
        return await asyncio.gather(*(batches.put(act, name) for name in names), return_exceptions=True)


def test_one_bad_item_costs_nobody_else_anything():
    outcomes = asyncio.run(together(enrol, ["Anne", "Berit", "Anne", "Cato"]))

    assert [isinstance(each, IntegrityError) for each in outcomes] == [False, False, True, False]
    assert known() == {"Anne", "Berit", "Cato"}


def test_a_refusal_is_an_outcome_and_the_others_stay_written():
    outcomes = asyncio.run(together(refuse_every_other, ["Anne", "Berit", "Cato"]))

    assert outcomes[0::2] == ["Anne", "Cato"]
    assert isinstance(outcomes[1], Refusal)
    assert "Anne" in known()


def test_each_gets_the_outcome_of_its_own_item_whatever_else_is_done_in_the_round():
    async def mixed() -> list[str]:
        async with queue(most=7) as batches:
            acts = [batches.put(shout if n % 3 else enrol, f"navn{n}") for n in range(40)]
            return await asyncio.gather(*acts)

    expected = [f"NAVN{n}" if n % 3 else f"navn{n} er inne" for n in range(40)]
    assert asyncio.run(mixed()) == expected


def test_what_is_acknowledged_is_committed_for_every_other_connection():
    async def one_after_another() -> list[bool]:
        other, seen = Desk("other"), []
        async with queue() as batches:
            for name in ("Anne", "Berit", "Cato"):
                await batches.put(enrol, name)
                seen.append(name in await other.ask(known))
        await asyncio.to_thread(other.end)
        return seen

    assert asyncio.run(one_after_another()) == [True, True, True]


def rename(before: str, after: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {before} RENAME TO {after}")


async def take(floor: Floor, request: Request) -> Answer:
    said = await floor.writes.put(enrol, request.said()["name"])
    return Answer(body=said.encode())


def test_a_broken_database_is_answered_503_and_the_queue_goes_on():
    async def through_it() -> list[int]:
        live, table = Live([Route("POST", "/live/folk/", take)], Notices()), Person._meta.db_table
        async with going(live):
            statuses = [(await ask(live, "/live/folk/", {"name": "Anne"})).status]
            await asyncio.to_thread(_apart, table, "away")
            replies = await asyncio.gather(*(ask(live, "/live/folk/", {"name": f"navn{n}"}) for n in range(3)))
            assert {reply.headers["retry-after"] for reply in replies} == {"1"}
            statuses += [reply.status for reply in replies]
            await asyncio.to_thread(_apart, "away", table)
            return [*statuses, (await ask(live, "/live/folk/", {"name": "Cato"})).status]

    assert asyncio.run(through_it()) == [200, 503, 503, 503, 200]
    assert known() == {"Anne", "Cato"}


def _apart(before: str, after: str) -> None:
    """In a thread of its own, whose connection is put down again."""
    try:
        rename(before, after)
    finally:
        connection.close()


def cut_once(names: Sequence[str]) -> list[str]:
    """The database hangs up in the middle."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    return shout(names)


def test_when_the_database_hangs_up_the_next_gets_a_new_line():
    if connection.vendor != "postgresql":
        pytest.skip("only a server hangs up: asked on PostgreSQL")

    async def twice() -> tuple[int, int]:
        async def hang_up(floor: Floor, _request: Request) -> Answer:
            return Answer(body=(await floor.writes.put(cut_once, "Anne")).encode())

        routes = [Route("POST", "/live/folk/", take), Route("GET", "/live/brudd/", hang_up)]
        live = Live(routes, Notices())
        async with going(live):
            broken = await ask(live, "/live/brudd/")
            return broken.status, (await ask(live, "/live/folk/", {"name": "Berit"})).status

    assert asyncio.run(twice()) == (503, 200)
