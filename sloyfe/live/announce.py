"""The one door into live; only actions call it."""

from collections.abc import Callable
from typing import Final

from django.db import transaction

Listener = Callable[[str], None]
_listeners: Final[list[Listener]] = []


def announce(topic: str) -> None:
    """Tell those who watch `topic` that it changed, once the transaction has been committed."""
    transaction.on_commit(lambda: _tell(topic))


def listen(listener: Listener) -> Callable[[], None]:
    """Be told of every topic in this process; call the answer to stop."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def _tell(topic: str) -> None:
    for listener in tuple(_listeners):
        listener(topic)
