"""The root of the server: `/live/*` goes to the live layer; every page is Django as WSGI, in a few threads.

Ordinary pages cost about half as much under WSGI as under Django's own ASGI handler, and the threads bound the
database connections. Pages open to the world have threads of their own, so that five thousand who come in at once
never keep whoever leads the meeting waiting.
"""

import sys
from typing import Any, cast

from a2wsgi import WSGIMiddleware

from sloyfe.site.wsgi import application as pages

# isort: split
# The tables of the rooms can be read once Django has started, which the line above sees to.
from sloyfe.cycle.meetings.rooms import routes as rooms
from sloyfe.cycle.meetings.rooms.snapshots import MeetingHouse
from sloyfe.live.app import Live
from sloyfe.live.requests import Message, Receive, Send
from sloyfe.site.shared_pages import SharedPages
from sloyfe.site.whole_requests import WholeRequests

THREADS = 12
PUBLIC_THREADS = 4
PUBLIC = ("/m/", "/svar/", "/static/")
# The loop that answers the live layer shares its time with these threads: they are asked to give way often.
sys.setswitchinterval(0.001)
# The two sides name the same ASGI and WSGI types differently; Any is where they meet.
_pages: Any = WholeRequests(cast("Any", WSGIMiddleware(cast("Any", pages), workers=THREADS)))
# What is open to the world is small: it is put in line whole, so that a slow reader keeps no thread either.
_door: Any = WSGIMiddleware(cast("Any", pages), workers=PUBLIC_THREADS, send_queue_size=0)
_public_pages: Any = WholeRequests(SharedPages(_door))
_live = Live(rooms.ROUTES, MeetingHouse())


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Sends each connection to where it belongs."""
    if scope["type"] == "lifespan":
        await _live_and_die(receive, send)
    elif scope["type"] != "http":
        await send({"type": "websocket.close", "code": 1000})
    elif scope["path"].startswith("/live/"):
        await _live(scope, receive, send)
    elif scope["path"].startswith(PUBLIC):
        await _public_pages(scope, receive, send)
    else:
        await _pages(scope, receive, send)


async def _live_and_die(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await _live.begin()
        else:
            await _live.end()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
