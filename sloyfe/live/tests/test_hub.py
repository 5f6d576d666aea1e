"""What a stream is told, when, and when not."""

import asyncio

import pytest

from sloyfe.live.hub import Hub
from sloyfe.live.tests.boards import SECOND, change, held, watched
from sloyfe.live.tests.line import Application
from sloyfe.live.tests.notices import Notices


def test_a_change_is_told_at_once_but_never_two_within_a_second():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        async with watched(board, "Anne", "Berit") as streams:
            await asyncio.sleep(SECOND)
            changed = change(house, hub)
            for stream in streams:
                await stream.until(lambda each: len(each.frames) == 2)
                assert stream.times[-1] - changed < 0.6
            for _n in range(12):
                await asyncio.sleep(0.2)
                change(house, hub)
            for stream in streams:
                await stream.until(lambda each: each.frames[-1]["room"] == house.numbers["board:a"])
                gaps = [b - a for a, b in zip(stream.times, stream.times[1:], strict=False)]
                assert min(gaps) > 0.95 * SECOND
                assert len(stream.frames) < 7

    held(course)


def test_nothing_is_told_where_nothing_that_is_shown_has_changed():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        async with watched(board, "Anne") as [stream]:
            hub.hear("board:a")
            hub.hear("board:b")
            await asyncio.sleep(1.5 * SECOND)
            assert len(stream.frames) == 1

    held(course)


def test_whoever_leads_is_told_before_everybody_else():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        async with watched(board, *(f"nr{n}" for n in range(30)), "leder") as streams:
            await asyncio.sleep(SECOND)
            change(house, hub)
            for stream in streams:
                await stream.until(lambda each: len(each.frames) == 2)
            assert min(streams, key=lambda each: each.times[-1]) is streams[-1]

    held(course)


def test_a_slow_line_gets_only_the_newest():
    async def course(house: Notices, hub: Hub, board: Application) -> None:
        async with watched(board, "treg", "rask") as [slow, quick]:
            slow.clear.clear()
            for _n in range(3):
                await asyncio.sleep(1.1 * SECOND)
                change(house, hub)
            await quick.until(lambda each: each.frames[-1]["room"] == 3)
            slow.clear.set()
            await slow.until(lambda each: each.frames[-1]["room"] == 3)
            assert len(quick.frames) == 4
            assert [frame["room"] for frame in slow.frames] == [0, 1, 3]

    held(course)


@pytest.mark.parametrize(("per_second", "spread"), [(1000, False), (4, True)])
def test_what_changes_at_tables_is_spread_but_the_room_never_waits(monkeypatch, per_second: int, spread: bool):
    monkeypatch.setattr("sloyfe.live.hub.FRAMES_A_SECOND", per_second)

    async def course(house: Notices, hub: Hub, board: Application) -> None:
        whos = [f"nr{n}" for n in range(8)]
        house.tables = dict.fromkeys(whos, "table:1")
        async with watched(board, *whos) as streams:
            await asyncio.sleep(1.1 * SECOND)
            changed = change(house, hub, "table:1")
            for stream in streams:
                await stream.until(lambda each: len(each.frames) == 2)
            # Eight streams and four frames a second: two seconds between frames to the same line.
            assert (min(stream.times[1] - stream.times[0] for stream in streams) > 1.8) is spread
            await asyncio.sleep(1.1 * SECOND)
            changed = change(house, hub)
            for stream in streams:
                await stream.until(lambda each: len(each.frames) == 3)
                assert stream.times[-1] - changed < 0.6

    held(course)
