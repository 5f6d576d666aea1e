"""What the live layer takes in, and from whom: only what one of our own pages sends."""

import asyncio
from typing import Any

import pytest

from sloyfe.live.app import Floor, Live, Route
from sloyfe.live.requests import LARGEST, Answer, Message, Request, told
from sloyfe.live.tests.line import Reply, ask, going, listening, scope_of
from sloyfe.live.tests.notices import Notices

pytestmark = pytest.mark.usefixtures("shared_database")
ELSEWHERE = {"origin": "https://et-annet-sted.example.org"}


async def echo(_floor: Floor, request: Request) -> Answer:
    return told({"said": request.said(), "mote": request.cookie("mote")})


async def cookie(_floor: Floor, request: Request) -> Answer:
    return told({"mote": request.cookie("mote")})


HOUSE = Notices()
ROUTES = [
    Route("POST", "/live/ekko/", echo),
    Route("GET", "/live/kake/", cookie),
    Route("GET", "/live/board/(?P<board>[ab])/", HOUSE.stream),
    Route("GET", "/live/board/(?P<board>[ab])/naa/", HOUSE.state),
]


def asked(path: str, said: object = None, **more: Any) -> Reply:
    async def once() -> Reply:
        async with going(Live(ROUTES, HOUSE)) as live:
            return await ask(live, path, said, **more)

    return asyncio.run(once())


def test_what_a_page_of_ours_sends_is_taken_in_and_never_kept_by_anything_between():
    reply = asked("/live/ekko/", {"ord": "blåbær"}, headers={"origin": "http://testserver"})

    assert (reply.status, reply.said()["said"]) == (200, {"ord": "blåbær"})
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in reply.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("status", "more"),
    [
        (403, {"said": {}, "headers": ELSEWHERE}),
        (403, {"said": {}, "headers": {"origin": "null"}}),
        (403, {"said": {}, "headers": {"origin": "http://[::1"}}),
        (415, {"said": {}, "headers": {"content-type": "text/plain"}}),
        (415, {"said": {}, "headers": {"content-type": "application/x-www-form-urlencoded"}}),
        (415, {"body": b"a=b", "headers": {"content-type": ""}}),
        (413, {"body": b" " * (LARGEST + 1)}),
        (400, {"body": b"{"}),
        (400, {"body": b"[1]"}),
        (400, {"body": b"\xff\xfe"}),
        (400, {"body": b'{"a":' * 6000}),
        (400, {"body": b"[" * LARGEST}),
        (400, {"said": {}, "headers": {"host": "et-annet-sted.example.org"}}),
        (400, {"said": {}, "headers": {"host": ""}}),
        (404, {"method": "PUT", "said": {}}),
    ],
)
def test_everything_else_is_turned_away(status: int, more: dict[str, Any]):
    assert asked("/live/ekko/", **more).status == status


def test_half_of_an_emoji_becomes_a_sign_that_a_database_takes():
    assert asked("/live/ekko/", body=rb'{"ord": "b\ud83d", "to": "\ud83d\ude00\udc00"}').said()["said"] == {
        "ord": "b\ufffd",
        "to": "\U0001f600\ufffd",
    }


def test_whoever_never_sends_the_rest_is_not_waited_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sloyfe.live.requests.PATIENCE", 0.01)

    async def silent() -> int:
        async def receive() -> Message:
            silence: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
            return await silence

        got: list[Message] = []

        async def send(message: Message) -> None:
            got.append(message)

        headers = {"content-type": "application/json"}
        async with going(Live(ROUTES, HOUSE)) as live:
            await live(scope_of("/live/ekko/", "POST", None, headers), receive, send)
        return int(got[0]["status"])

    assert asyncio.run(silent()) == 408


def test_an_address_that_is_not_there_and_a_host_that_is_not_ours_are_said_so():
    assert asked("/live/ukjent/").status == 404
    assert asked("/live/kake/", headers={"host": "et-annet-sted.example.org"}).status == 400


@pytest.mark.parametrize(
    "cookies",
    [
        "mote=abc",
        "a/b=1; mote=abc",
        '{"x": 1}; mote=abc',
        'other={"x": "y z"}; mote=abc',
        "=; ;; mote=abc",
        "mote=abc; bare",
    ],
)
def test_cookies_of_others_do_not_hide_ours(cookies: str):
    assert asked("/live/kake/", headers={"cookie": cookies}).said() == {"mote": "abc"}


def test_what_is_no_cookie_at_all_is_as_none():
    assert asked("/live/kake/", headers={"cookie": "\x00;;,=å"}).said() == {"mote": ""}


def test_before_it_has_begun_it_says_that_it_is_not_ready():
    assert asyncio.run(ask(Live(ROUTES, HOUSE), "/live/kake/")).status == 503


def test_the_state_without_a_stream_is_what_a_frame_would_say():
    async def both() -> tuple[Any, Any]:
        async with going(Live(ROUTES, HOUSE)) as live, listening(live, "/live/board/a/?hvem=Anne") as stream:
            await stream.until(lambda each: each.frames)
            return stream.frames[-1], (await ask(live, "/live/board/a/naa/?hvem=Anne")).said()

    frame, said = asyncio.run(both())
    assert frame.keys() == said.keys() == {"now", "room"}
    assert frame["room"] == said["room"]


def test_whoever_is_not_let_in_gets_no_stream():
    async def barred() -> int:
        house = Notices(barred={"Ute"})
        async with going(Live([Route("GET", "/live/board/(?P<board>a)/", house.stream)], house)) as live:
            return (await ask(live, "/live/board/a/?hvem=Ute")).status

    assert asyncio.run(barred()) == 404


def test_one_browser_does_not_take_all_lines_and_gets_new_ones_for_those_it_closes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sloyfe.live.app.LINES_EACH", 2)

    async def statuses() -> list[int]:
        found = []
        async with going(Live(ROUTES, HOUSE)) as live:
            for who in ("Anne", "Berit"):
                async with listening(live, f"/live/board/a/?hvem={who}"), listening(live, f"/live/board/a/?hvem={who}"):
                    found.append((await ask(live, f"/live/board/a/?hvem={who}")).status)
            async with listening(live, "/live/board/a/?hvem=Anne") as stream:
                return [*found, stream.status]

    assert asyncio.run(statuses()) == [429, 429, 200]
