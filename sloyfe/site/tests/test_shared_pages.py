"""The page of the door: made once for all who have not come in yet, and nobody's own."""

import asyncio
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.db import connections
from django.utils import timezone

from conftest import Member, World
from sloyfe.cycle.meetings.actions.door import open_door
from sloyfe.cycle.meetings.models import Attendee, Door, Naming
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.live.requests import Message, Receive, Send
from sloyfe.live.tests.line import Reply, scope_of
from sloyfe.live.tests.on_file import database_on_file
from sloyfe.site.shared_pages import SharedPages
from sloyfe.site.wsgi import application

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class House:
    """Our pages behind shared ones; `made` says how many were made."""

    def __init__(self) -> None:
        pages: Any = WSGIMiddleware(application, workers=1)
        self._thread = pages.executor
        self.made = 0

        async def counted(scope: Message, receive: Receive, send: Send) -> None:
            self.made += 1
            await pages(scope, receive, send)

        self._shared = SharedPages(counted)

    def get(self, path: str, cookies: Mapping[str, str] | None = None, **headers: str) -> Reply:
        return asyncio.run(self._ask(scope_of(path, "GET", cookies, headers), b""))

    def post(self, path: str, said: Mapping[str, str], cookies: Mapping[str, str]) -> Reply:
        body = urlencode(said).encode()
        headers = {"content-type": "application/x-www-form-urlencoded", "content-length": str(len(body))}
        return asyncio.run(self._ask(scope_of(path, "POST", cookies, headers), body))

    async def _ask(self, scope: Message, body: bytes) -> Reply:
        got: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            got.append(message)

        await self._shared(scope, receive, send)
        # Its connection would keep the database from being taken down.
        self._thread.submit(connections.close_all).result()
        pairs = [(name.decode().lower(), value.decode("latin-1")) for name, value in got[0]["headers"]]
        given = tuple(value for name, value in pairs if name == "set-cookie")
        return Reply(got[0]["status"], dict(pairs), b"".join(each.get("body", b"") for each in got[1:]), given)


@pytest.fixture
def door(transactional_db: None, tmp_path: Path, world: World, ola: Member) -> Iterator[Door]:
    now = timezone.now()
    meeting = staff_meeting(world, ola, on=timezone.localdate())
    door = open_door(meeting, naming=Naming.NAME, by=ola.person, at=now)
    with database_on_file(tmp_path):
        yield door


def token(reply: Reply) -> str:
    found = TOKEN.search(reply.body.decode())
    assert found
    return found.group(1)


def given(reply: Reply) -> str:
    return next(each for each in reply.cookies if each.startswith("csrftoken=")).partition(";")[0].partition("=")[2]


def test_each_reader_gets_a_token_of_their_own_and_the_page_is_made_once(door: Door):
    house = House()
    replies = [house.get(f"/m/{door.code}/") for _n in range(4)]

    assert house.made == 1
    assert len({token(reply) for reply in replies}) == 4
    assert len({given(reply) for reply in replies}) == 4
    assert [given(reply) for reply in replies[1:]] == [token(reply) for reply in replies[1:]]
    assert {TOKEN.sub("", reply.body.decode()) for reply in replies} == {TOKEN.sub("", replies[0].body.decode())}
    assert not [reply for reply in replies if "x-sloyfe-shared" in reply.headers]


def test_whoever_has_a_token_keeps_it(door: Door):
    house = House()
    house.get(f"/m/{door.code}/")
    reply = house.get(f"/m/{door.code}/", {"csrftoken": "a" * 32})

    assert (token(reply), reply.cookies) == ("a" * 32, ())
    assert token(house.get(f"/m/{door.code}/", {"csrftoken": 'a"><script>'})) != 'a"><script>'


def test_the_form_of_a_shared_page_lets_in_without_script(door: Door):
    house = House()
    house.get(f"/m/{door.code}/")
    shared = house.get(f"/m/{door.code}/")
    cookies = {"csrftoken": given(shared)}
    reply = house.post(f"/m/{door.code}/", {"name": "Nina", "csrfmiddlewaretoken": token(shared)}, cookies)
    refused = house.post(f"/m/{door.code}/", {"name": "Odd", "csrfmiddlewaretoken": "b" * 32}, cookies)

    assert (reply.status, refused.status) == (302, 403)
    assert [each.name for each in Attendee.objects.all()] == ["Nina"]


@pytest.mark.parametrize(
    "cookies",
    [
        {"mote": "nøkkel"},
        {"sessionid": "økt"},
        {"messages": "noe"},
        {"a/b": "1", "sessionid": "x"},
        {"annet": '{"x": "y z"}', "mote": "x"},
    ],
)
def test_whoever_has_a_key_or_a_session_or_is_told_something_gets_a_page_of_their_own(
    door: Door, cookies: dict[str, str]
):
    house = House()
    house.get(f"/m/{door.code}/")
    house.get(f"/m/{door.code}/", cookies)
    assert house.made == 2
    house.get(f"/m/{door.code}/")
    assert house.made == 2


def test_whoever_is_in_is_never_shown_to_the_next(door: Door):
    house = House()
    shared = house.get(f"/m/{door.code}/")
    said = {"name": "Nina Nordmann", "csrfmiddlewaretoken": token(shared)}
    inside = house.post(f"/m/{door.code}/", said, {"csrftoken": given(shared)})
    key = next(each for each in inside.cookies if each.startswith("mote=")).partition(";")[0].partition("=")[2]

    later = House()
    assert "Nina Nordmann" in later.get(f"/m/{door.code}/", {"mote": key}).body.decode()
    assert "Nina Nordmann" not in later.get(f"/m/{door.code}/").body.decode()
    assert later.made == 2


def test_another_language_is_another_page(door: Door):
    house = House()
    nb, nn = house.get(f"/m/{door.code}/"), house.get(f"/m/{door.code}/", **{"accept-language": "nn"})
    chosen = house.get(f"/m/{door.code}/", {settings.LANGUAGE_COOKIE_NAME: "nn"})

    assert b'lang="nb"' in nb.body
    assert b'lang="nn"' in nn.body
    assert b'lang="nn"' in house.get(f"/m/{door.code}/", **{"accept-language": "nn"}).body
    assert b'lang="nn"' in chosen.body


def test_a_page_that_does_not_ask_for_it_is_never_kept(door: Door):
    house = House()
    for _n in range(2):
        assert house.get("/m/").status == 200
        assert house.get("/m/12345678/").status == 404
        assert house.get(f"/m/{door.code}/", host="et-annet-sted.example.org").status == 400

    assert house.made == 6
