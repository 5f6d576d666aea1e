"""Work with the database beside the event loop: one thread, one connection, in the order it was asked for."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import close_old_connections, connections

P = ParamSpec("P")
R = TypeVar("R")


class Desk:
    """A thread that does one thing after another."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=f"live-{name}")

    async def ask(self, act: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        """Have it done, and wait without holding anybody up."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: _done(act, *args, **named))

    def end(self) -> None:
        """What was asked for is done first."""
        self._pool.submit(_put_down).result()
        self._pool.shutdown()


def _done(act: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
    # Pages do this between requests; a connection that the database has dropped is opened anew.
    close_old_connections()
    return act(*args, **named)


def _put_down() -> None:
    connections.close_all()
