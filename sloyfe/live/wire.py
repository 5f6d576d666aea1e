"""How "this changed" gets about: at once inside this process, and through PostgreSQL to the others.

A notification carries a topic and nothing else, and there is one for a whole batch of writes: each takes a lock that
all commits share for a moment.
"""

from collections.abc import Callable
from typing import Final
from uuid import uuid4

import structlog
from django.db import Error, connection

Listener = Callable[[str], None]
CHANNEL: Final = "sloyfe_live"
OWN_MARK: Final = uuid4().hex
log = structlog.get_logger("sloyfe.live")
_listeners: Final[list[Listener]] = []


def listen(listener: Listener) -> Callable[[], None]:
    """Be told of every topic that changes; call the answer to stop."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def send(topic: str) -> None:
    """Tell this process and, where several share a PostgreSQL, the others too."""
    hear(topic)
    if connection.vendor == "postgresql":
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{OWN_MARK} {topic}"])
        except Error:
            # What changed is committed; whoever is watched by another process sees it at the next look.
            log.exception("notification not sent")


def hear(topic: str) -> None:
    """Tell those in this process who listen."""
    for listener in tuple(_listeners):
        try:
            listener(topic)
        except Exception:
            # What changed is committed; that nobody could be told of it must not make it look undone.
            log.exception("a listener failed")


def heard(payload: str) -> None:
    """What came from the database; what this process sent itself it has heard already."""
    mark, _space, topic = payload.partition(" ")
    if mark != OWN_MARK:
        hear(topic)
