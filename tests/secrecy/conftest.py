"""Everybody but the author, a database on the disk, and all that is logged."""

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test import Client

from conftest import LONG_AGO, NOW, member
from sloyfe.access.models import Operator
from sloyfe.live.tests.on_file import database_on_file
from sloyfe.site.logs import write_logs


@pytest.fixture(autouse=True)
def on_file(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    if connection.vendor != "sqlite":
        pytest.skip("what is told to whom does not depend on the database: asked on SQLite")
    with time_machine.travel(NOW), database_on_file(tmp_path):
        yield


@pytest.fixture
def others(request: pytest.FixtureRequest) -> dict[str, Client]:
    """The cast, an operator, and nobody."""
    named = {name: request.getfixturevalue(name) for name in ("kari", "ola", "nils", "siri", "ute")}
    operator = member("Drifter", "operator@example.org")
    Operator.objects.create(person=operator.person, since=LONG_AGO)
    return {name: each.client for name, each in named.items()} | {"operator": operator.client, "nobody": Client()}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is written, down to the least."""
    root, sink = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    write_logs(logging.DEBUG, sink=sink)
    yield sink
    root.handlers, root.level = handlers, level
