"""Who is told, and what happens to those who may no longer watch, and to what nobody watches."""

import asyncio
from collections.abc import Collection, Mapping

import pytest

from sloyfe.live.desk import Desk
from sloyfe.live.hub import Hub
from sloyfe.live.tests.boards import SECOND, change, held, watched
from sloyfe.live.tests.line import Application, Stream
from sloyfe.live.tests.notices import Notices
from sloyfe.live.watchers import Watcher


def test_whoever_is_no_longer_let_in_is_shown_out_at_the_next_change():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        async with watched(board, "Anne", "Berit") as [anne, berit]:
            house.barred.add("Anne")
            hub.hear("board:a")
            await anne.until(lambda each: each.ended, 1)
            assert anne.words[-1][1].startswith(b"event: out")
            assert not berit.ended

    held(course)


def test_even_where_nothing_changes_it_is_asked_again_who_may_watch():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        async with watched(board, "Anne") as [anne]:
            house.barred.add("Anne")
            await anne.until(lambda each: each.ended, 3.5)

    held(course, recheck=1)


def test_whoever_is_moved_is_told_of_the_new_table_and_no_longer_of_the_old():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        house.tables["Anne"], house.numbers["table:2"] = "table:1", 40
        async with watched(board, "Anne") as [anne]:
            house.tables["Anne"] = "table:2"
            change(house, hub)
            await anne.until(lambda each: each.frames[-1]["table"] == 40)
            await asyncio.sleep(1.1 * SECOND)
            change(house, hub, "table:1")
            await asyncio.sleep(0.6)
            assert anne.frames[-1]["table"] == 40

    held(course)


def test_a_topic_that_nobody_watches_is_forgotten():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        async with watched(board, "Anne"):
            assert hub.count == 1
        house.asked.clear()
        change(house, hub)
        await asyncio.sleep(0.5)
        assert hub.count == 0
        assert house.asked == []
        assert await hub.state({"room": "board:a"}) != b""
        assert house.asked == [{"board:a"}]
        assert house.forgotten == ["board:a"]

    held(course)


def test_what_may_have_been_missed_is_looked_up_tables_too():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        house.tables["Anne"] = "table:1"
        async with watched(board, "Anne") as [anne]:
            house.numbers |= {"board:a": 7, "table:1": 8}
            await asyncio.to_thread(hub.doubt_everything)
            await anne.until(lambda each: (each.frames[-1]["room"], each.frames[-1]["table"]) == (7, 8))
            assert house.forgotten == ["*"]

    held(course)


class AwayError(Exception):
    """The database does not answer."""


class Faltering(Notices):
    """A house whose database is away now and then."""

    away = 0

    def snapshots(self, topics: Collection[str]) -> Mapping[str, bytes]:
        if self.away:
            self.away -= 1
            raise AwayError
        return super().snapshots(topics)


def test_a_change_that_could_not_be_looked_up_is_looked_up_again():
    async def course() -> None:
        house = Faltering()
        desk = Desk("test")
        hub = Hub(house, desk)
        watcher_parts = {"room": "board:a", "table": "table:1"}
        stream = Stream()
        stream.clear.set()
        hub.open(Watcher("Anne", "board:a", watcher_parts, stream.send))
        house.away = 1
        with pytest.raises(AwayError):
            await hub.run()
        running = asyncio.create_task(hub.run())
        await stream.until(lambda each: each.frames)
        running.cancel()
        await asyncio.to_thread(desk.end)

    asyncio.run(course())
