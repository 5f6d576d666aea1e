"""A request to the live layer, and its answer: as little as is needed, since they come by the thousand."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.conf import settings
from django.http.cookie import parse_cookie
from django.http.request import split_domain_port, validate_host

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
LARGEST = 40_000
PATIENCE = 30.0  # seconds for a body


class Broken(Exception):  # noqa: N818 - said of the request
    """A request that no page of ours sends; `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[bytes, bytes]
    body: bytes
    names: Mapping[str, str]

    def header(self, name: bytes) -> str:
        """One header, or nothing."""
        return self.headers.get(name, b"").decode("latin-1")

    def cookie(self, name: str) -> str:
        """One cookie, or nothing."""
        return parse_cookie(self.header(b"cookie")).get(name, "")

    def said(self) -> dict[str, Any]:
        """The JSON object that was sent."""
        try:
            said = json.loads(self.body.decode())
        except (ValueError, RecursionError):
            raise Broken(400) from None
        if not isinstance(said, dict):
            raise Broken(400)
        return {name: _storable(value) if isinstance(value, str) else value for name, value in said.items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered."""

    status: int = 200
    body: bytes = b""
    kind: bytes = b"application/json; charset=utf-8"
    headers: tuple[tuple[bytes, bytes], ...] = field(default=())


def told(said: Mapping[str, Any], status: int = 200, headers: tuple[tuple[bytes, bytes], ...] = ()) -> Answer:
    """An answer in JSON."""
    return Answer(status, json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode(), headers=headers)


async def read(scope: Message, receive: Receive, names: Mapping[str, str]) -> Request:
    """The request with its whole body, if it comes from one of our own pages."""
    headers = dict(scope["headers"])
    _from_here(scope["method"], headers)
    body = await _in_time(receive) if scope["method"] == "POST" else b""
    query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
    return Request(scope["method"], scope["path"], query, headers, body, names)


async def answer(send: Send, said: Answer) -> None:
    """Send it."""
    headers = [
        (b"content-type", said.kind),
        (b"content-length", str(len(said.body)).encode()),
        *guarded(),
        *said.headers,
    ]
    await send({"type": "http.response.start", "status": said.status, "headers": headers})
    await send({"type": "http.response.body", "body": said.body})


def guarded() -> list[tuple[bytes, bytes]]:
    """What every answer says to browsers and to whatever stands between."""
    return [
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
        (b"referrer-policy", b"same-origin"),
    ]


def _from_here(method: str, headers: Mapping[bytes, bytes]) -> None:
    """JSON from another site would have to ask first, and nobody answers; the origin is compared besides."""
    host = headers.get(b"host", b"").decode("latin-1")
    if not validate_host(_domain(host), settings.ALLOWED_HOSTS):
        raise Broken(400)
    if method != "POST":
        return
    origin = headers.get(b"origin")
    if origin is not None and _site(origin) != host:
        raise Broken(403)
    if not headers.get(b"content-type", b"").startswith(b"application/json"):
        raise Broken(415)


@lru_cache(64)
def _domain(host: str) -> str:
    """Asked for each request of thousands, and nearly always the same."""
    return split_domain_port(host)[0]


def _site(origin: bytes) -> str:
    try:
        return urlsplit(origin.decode("latin-1")).netloc
    except ValueError:
        return ""


def _storable(words: str) -> str:
    """A box that is full may hold half of an emoji, which no database takes."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


async def _in_time(receive: Receive) -> bytes:
    try:
        async with asyncio.timeout(PATIENCE):
            return await _body(receive)
    except TimeoutError:
        raise Broken(408) from None


async def _body(receive: Receive) -> bytes:
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Broken(400)
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST:
            raise Broken(413)
        more = message.get("more_body", False)
    return b"".join(parts)
