"""Counting questions to the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext


@contextmanager
def asks(count: int) -> Iterator[None]:
    """The block asks the database exactly this many questions."""
    with CaptureQueriesContext(connection) as asked:
        yield
    found = [query["sql"][:160] for query in asked.captured_queries]
    assert len(found) == count, "\n".join([str(len(found)), *found])
