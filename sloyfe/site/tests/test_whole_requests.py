"""The pages get whole requests only, and nobody waits for somebody else's slow line."""

import asyncio
from collections.abc import Sequence

from sloyfe.live.requests import Message, Receive, Send
from sloyfe.live.tests.line import scope_of
from sloyfe.site.whole_requests import PIECE, WholeRequests

FORM = {"content-length": "9", "content-type": "application/x-www-form-urlencoded"}


def part(body: bytes, *, more: bool = True) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


def sent(*messages: Message, patience: float = 5, largest: int = 10**6) -> tuple[list[bytes], Sequence[Message]]:
    """The bodies that reached the pages, and what was answered; after the messages the line is silent."""
    reached: list[bytes] = []
    answered: list[Message] = []
    coming = iter(messages)

    async def pages(_scope: Message, receive: Receive, _send: Send) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message["body"], message["more_body"]
        reached.append(body)

    async def receive() -> Message:
        for message in coming:
            return message
        silence: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        return await silence

    async def send(message: Message) -> None:
        answered.append(message)

    scope = scope_of("/m/", "POST", None, FORM)
    asyncio.run(WholeRequests(pages, patience=patience, largest=largest)(scope, receive, send))
    return reached, answered


def test_what_comes_in_pieces_reaches_the_pages_whole():
    whole = b"a" * PIECE + b"b" * PIECE

    assert sent(part(b"ord=b"), part(b"jork", more=False)) == ([b"ord=bjork"], [])
    assert sent(part(whole[:10]), part(whole[10:], more=False)) == ([whole], [])
    assert sent(part(b"", more=False)) == ([b""], [])


def test_half_a_form_from_a_line_that_broke_is_no_form():
    assert sent(part(b"ord=b"), {"type": "http.disconnect"}) == ([], [])


def test_a_line_that_falls_silent_is_told_so_and_keeps_no_page_waiting():
    reached, answered = sent(part(b"ord=b"), patience=0.01)

    assert (reached, answered[0]["status"]) == ([], 408)


def test_more_than_any_form_of_ours_sends_is_not_kept():
    reached, answered = sent(part(b"x" * 11), part(b"x", more=False), largest=10)

    assert (reached, answered[0]["status"]) == ([], 413)
    assert "Fila er for stor" in answered[1]["body"].decode()
