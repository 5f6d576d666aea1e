"""Hearing what other processes changed, where they share a PostgreSQL; with SQLite there is one process."""

import threading
from collections.abc import Callable

import psycopg
import structlog
from django.db import connection

from sloyfe.live import wire

AGAIN = 1.0
log = structlog.get_logger("sloyfe.live")


class Neighbours:
    """A thread with a connection of its own that listens until it is told to stop."""

    def __init__(self, missed: Callable[[], None]) -> None:
        self._missed = missed
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Listen, if there is anybody to listen to."""
        if connection.vendor == "postgresql":
            self._thread = threading.Thread(target=self._listen_on, name="live-neighbours", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Stop within a second."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(AGAIN + 1)

    def _listen_on(self) -> None:
        while not self._over.is_set():
            try:
                self._listen()
            except psycopg.Error:
                log.warning("live lost its connection to the database; tries again")
                self._over.wait(AGAIN)

    def _listen(self) -> None:
        wanted = connection.get_connection_params()
        known = {name: wanted[name] for name in ("dbname", "user", "password", "host", "port") if name in wanted}
        with psycopg.connect(autocommit=True, **known) as line:
            line.execute(f"LISTEN {wire.CHANNEL}")
            # Whatever was said while nobody listened is looked up.
            self._missed()
            while not self._over.is_set():
                for said in line.notifies(timeout=AGAIN):
                    wire.heard(said.payload)
