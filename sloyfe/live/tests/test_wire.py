"""What is committed in one process is heard in all that share a PostgreSQL, once."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection, transaction

from sloyfe.live import wire
from sloyfe.live.announce import announce
from sloyfe.live.neighbours import Neighbours

pytestmark = pytest.mark.usefixtures("transactional_db")
PATIENCE = 10
NEEDED = ("dbname", "user", "password", "host", "port")
on_postgres = pytest.mark.usefixtures("_postgres")


class Ear:
    """Keeps what was heard, and how often something may have been missed."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.missed = 0
        self.stirred = threading.Condition()

    def hear(self, topic: str) -> None:
        with self.stirred:
            self.heard.append(topic)
            self.stirred.notify_all()

    def miss(self) -> None:
        with self.stirred:
            self.missed += 1
            self.stirred.notify_all()

    def until(self, topic: str = "", *, missed: int = 0) -> bool:
        with self.stirred:
            return self.stirred.wait_for(lambda: self.missed >= missed and (not topic or topic in self.heard), PATIENCE)


@pytest.fixture
def _postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one process: asked on PostgreSQL")


@contextmanager
def listening() -> Iterator[Ear]:
    ear = Ear()
    stop, neighbours = wire.listen(ear.hear), Neighbours(ear.miss)
    neighbours.begin()
    try:
        assert connection.vendor != "postgresql" or ear.until(missed=1)
        yield ear
    finally:
        stop()
        neighbours.end()


def elsewhere(*topics: str) -> None:
    """Another connection, as of another process, says that these have changed."""
    known = {name: value for name, value in connection.get_connection_params().items() if name in NEEDED}
    with psycopg.connect(autocommit=True, **known) as line:
        for topic in topics:
            line.execute("SELECT pg_notify(%s, %s)", [wire.CHANNEL, f"other {topic}"])


def test_nothing_is_said_before_it_is_committed_nor_of_what_was_undone():
    with listening() as ear:
        with transaction.atomic():
            announce("board:a")
            assert ear.heard == []
        assert ear.heard == ["board:a"]
        with pytest.raises(ZeroDivisionError):
            _regretted("board:b")
        assert ear.heard == ["board:a"]


@transaction.atomic
def _regretted(topic: str) -> None:
    announce(topic)
    raise ZeroDivisionError


@on_postgres
def test_what_another_connection_commits_is_heard():
    with listening() as ear:
        elsewhere("board:a", "table:1")
        assert ear.until("table:1")
        assert ear.heard == ["board:a", "table:1"]


@on_postgres
def test_what_another_process_commits_is_heard():
    parameters = connection.get_connection_params()
    said = f"postgres://{parameters['user']}:@/{parameters['dbname']}?host={parameters.get('host', '')}"
    announcing = (
        "import django, os; django.setup()\n"
        "from django.db import transaction\nfrom sloyfe.live.announce import announce\n"
        "with transaction.atomic(): announce('board:a')"
    )
    with listening() as ear:
        settings = {"DJANGO_SETTINGS_MODULE": "sloyfe.site.settings", "DATABASE_URL": said}
        subprocess.run([sys.executable, "-c", announcing], env={**os.environ, **settings}, check=True, timeout=60)
        assert ear.until("board:a")
        assert ear.heard == ["board:a"]


@on_postgres
def test_what_this_process_said_itself_is_not_heard_twice():
    with listening() as ear:
        announce("board:a")
        elsewhere("board:b")
        assert ear.until("board:b")
        assert ear.heard == ["board:a", "board:b"]


@on_postgres
def test_it_comes_back_when_its_line_is_cut_and_says_that_something_may_be_missed():
    with listening() as ear:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND query LIKE 'LISTEN%%'",
            )
            assert len(cursor.fetchall()) == 1
        assert ear.until(missed=2)
        elsewhere("board:a")
        assert ear.until("board:a")


def test_it_ends_within_seconds():
    began = time.monotonic()
    with listening():
        pass
    assert time.monotonic() - began < 5
