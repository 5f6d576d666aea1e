"""The databases of a server, for tests with threads in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from sloyfe.live.tests.on_file import database_on_file


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Failures that are meant to happen are not drawn on the screen, which takes seconds each."""
    with capture_logs():
        yield


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """What one thread commits, another reads."""
    with database_on_file(tmp_path):
        yield
