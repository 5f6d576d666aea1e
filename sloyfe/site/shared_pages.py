"""Pages that are the same for everybody who has not come in yet: made once, and given to all for a few seconds.

A page says so itself with a header. What is not shared is the token of its forms: each reader gets their own.
"""

import re
import secrets
import string
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http.cookie import parse_cookie

from sloyfe.live.requests import Message, Receive, Send

Pages = Callable[[Message, Receive, Send], Awaitable[None]]
SHARED = b"x-sloyfe-shared"
LIFE = 3.0
MOST = 200
LONGEST_QUERY = 20
LETTERS = string.ascii_letters + string.digits
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]+(")')
RIGHT = re.compile(r"[A-Za-z0-9]{32}")
CSRF = settings.CSRF_COOKIE_NAME
OWN = (settings.SESSION_COOKIE_NAME, "mote", "messages")  # what is said to one reader is on their page alone


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was made."""

    made: float
    headers: tuple[tuple[bytes, bytes], ...]
    parts: tuple[bytes, ...]


class SharedPages:
    """Stands before the pages, and answers for them where it can."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._kept: dict[tuple[str, ...], Kept] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["method"] != "GET" or len(scope["query_string"]) > LONGEST_QUERY:
            await self._pages(scope, receive, send)
            return
        headers = dict(scope["headers"])
        cookies = parse_cookie(headers.get(b"cookie", b"").decode("latin-1"))
        key = _key(scope, headers, cookies)
        kept = self._kept.get(key)
        if any(name in cookies for name in OWN):
            await self._pages(scope, receive, send)
        elif kept and time.monotonic() - kept.made < LIFE:
            await _give(kept, cookies, send)
        else:
            await self._pages(scope, receive, _Listening(self._keep, key, send))

    def _keep(self, key: tuple[str, ...], kept: Kept) -> None:
        if len(self._kept) >= MOST:
            self._kept.clear()
        self._kept[key] = kept


class _Listening:
    """Hands a page on, and keeps it if it says that it is for everybody."""

    def __init__(self, keep: Callable[[tuple[str, ...], Kept], None], key: tuple[str, ...], send: Send) -> None:
        self._keep, self._key, self._send = keep, key, send
        self._headers: tuple[tuple[bytes, bytes], ...] | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [(name.lower(), value) for name, value in message["headers"]]
            if message["status"] == 200 and any(name == SHARED for name, _value in headers):
                own = (SHARED, b"set-cookie", b"content-length")
                self._headers = tuple(pair for pair in headers if pair[0] not in own)
            message = {**message, "headers": [pair for pair in message["headers"] if pair[0].lower() != SHARED]}
        elif self._headers is not None:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                parts = tuple(TOKEN.sub(rb"\1\0\2", self._body).split(b"\0"))
                self._keep(self._key, Kept(time.monotonic(), self._headers, parts))
        await self._send(message)


async def _give(kept: Kept, cookies: Mapping[str, str], send: Send) -> None:
    """The page with a token of this reader's own, which their cookie repeats."""
    known = cookies.get(CSRF, "")
    token = known if RIGHT.fullmatch(known) else "".join(secrets.choice(LETTERS) for _letter in range(32))
    body = token.encode().join(kept.parts)
    headers = [*kept.headers, (b"content-length", str(len(body)).encode())]
    if token != known:
        secure = "; Secure" if settings.CSRF_COOKIE_SECURE else ""
        headers.append((b"set-cookie", f"{CSRF}={token}; Max-Age=31449600; Path=/; SameSite=Lax{secure}".encode()))
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _key(scope: Message, headers: dict[bytes, bytes], cookies: Mapping[str, str]) -> tuple[str, ...]:
    chosen = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    asked = (scope["path"], scope["query_string"].decode("latin-1"), chosen)
    return *asked, *(headers.get(name, b"").decode("latin-1") for name in (b"accept-language", b"host"))
