"""The root of the server: `/live/*` is kept for streams; every page is Django as WSGI, in a bounded number of threads.

Ordinary pages cost about half as much under WSGI as under Django's own ASGI handler, and sixteen threads
mean at most sixteen database connections.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, cast

from a2wsgi import WSGIMiddleware

from sloyfe.site.wsgi import application as pages

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

THREADS = 16
# The two sides name the same ASGI and WSGI types differently; Any is where they meet.
_pages: Any = WSGIMiddleware(cast("Any", pages), workers=THREADS)


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Sends each connection to where it belongs."""
    if scope["type"] == "lifespan":
        await _live_and_die(receive, send)
    elif scope["type"] != "http":
        await send({"type": "websocket.close", "code": 1000})
    elif scope["path"].startswith("/live/"):
        await _nothing_here(send)
    else:
        await _pages(scope, receive, send)


async def _live_and_die(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _nothing_here(send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body", "body": b""})
