"""Poor lines, as they are met: one that holds back every stream until it ends, and one that cuts it after a while."""

import asyncio
import contextlib
from dataclasses import dataclass

STREAM = b"text/event-stream"
PIECE = 65_536


@dataclass(frozen=True)
class Line:
    """`holds` keeps streams back wholly; `cuts` ends them after so many seconds (0: never)."""

    to: int
    holds: bool = False
    cuts: float = 0.0

    async def serve(self, port: int) -> None:
        """Listen for ever."""
        server = await asyncio.start_server(self._meet, "127.0.0.1", port)
        async with server:
            await server.serve_forever()

    async def _meet(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        try:
            far, forth = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            back.close()
            return
        there = asyncio.create_task(_pass(near, forth))
        with contextlib.suppress(OSError):
            await self._bring(far, back)
        there.cancel()
        for end in (back, forth):
            end.close()

    async def _bring(self, far: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """What the server says; from where a stream begins, it is held or cut."""
        while piece := await far.read(PIECE):
            if STREAM not in piece.lower():
                back.write(piece)
                await back.drain()
                continue
            if self.holds:
                back.write(piece + await far.read(-1))
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self.cuts or None):
                    back.write(piece)
                    while piece := await far.read(PIECE):
                        back.write(piece)
                        await back.drain()
            return


async def _pass(near: asyncio.StreamReader, forth: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while piece := await near.read(PIECE):
            forth.write(piece)
            await forth.drain()
