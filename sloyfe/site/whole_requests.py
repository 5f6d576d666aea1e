"""A request goes on to the pages when all of it has come.

A line that is slow, or that somebody keeps slow on purpose, then holds no thread that others wait for; and half a form,
from a line that broke, is never taken for a whole one.
"""

import asyncio
from collections.abc import Awaitable, Callable
from tempfile import SpooledTemporaryFile
from typing import IO

from sloyfe.live.requests import Answer, Message, Receive, Send, answer

Pages = Callable[[Message, Receive, Send], Awaitable[None]]
LARGEST = 32 * 1024 * 1024  # more than any file that a form of ours takes
IN_MEMORY = 256 * 1024
PIECE = 64 * 1024
SAID_TOO_LARGE = (
    "Fila er for stor til å sendes herfra. Gå tilbake og velg en fil på høyst 31 MB, eller be dem som drifter Sløyfe, "
    "lese den inn.\n\n"
    "Fila er for stor til å sendast herfrå. Gå tilbake og vel ei fil på høgst 31 MB, eller be dei som driftar Sløyfe, "
    "lese henne inn.\n"
).encode()
PLAIN = b"text/plain; charset=utf-8"
PATIENCE = 30.0  # seconds for each piece


class TooLarge(Exception):  # noqa: N818 - said of the request
    """More than any form of ours sends."""


class WholeRequests:
    """Stands before the pages."""

    def __init__(self, pages: Pages, *, patience: float = PATIENCE, largest: int = LARGEST) -> None:
        self._pages = pages
        self._patience = patience
        self._largest = largest

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request; what broke off is answered to nobody."""
        if not any(name in (b"content-length", b"transfer-encoding") for name, _value in scope["headers"]):
            await self._pages(scope, receive, send)
            return
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                is_whole = await self._gather(receive, body)
            except TimeoutError:
                await answer(send, Answer(408, headers=((b"connection", b"close"),)))
                return
            except TooLarge:
                await answer(send, Answer(413, SAID_TOO_LARGE, PLAIN, ((b"connection", b"close"),)))
                return
            if is_whole:
                body.seek(0)
                await self._pages(scope, _once_more(body, receive), send)

    async def _gather(self, receive: Receive, body: IO[bytes]) -> bool:
        more = True
        while more:
            async with asyncio.timeout(self._patience):
                message = await receive()
            if message["type"] == "http.disconnect":
                return False
            body.write(message.get("body", b""))
            if body.tell() > self._largest:
                raise TooLarge
            more = message.get("more_body", False)
        return True


def _once_more(body: IO[bytes], receive: Receive) -> Receive:
    """What was gathered, piece by piece; after that whatever comes."""
    over = False

    async def received() -> Message:
        nonlocal over
        if over:
            return await receive()
        piece = body.read(PIECE)
        over = len(piece) < PIECE
        return {"type": "http.request", "body": piece, "more_body": not over}

    return received
