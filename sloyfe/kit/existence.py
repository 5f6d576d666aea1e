"""Whether rows exist, asked in a statement written by hand: for pages that find nothing nearly every time.

Django takes ten times as long to write such a statement as a database takes to answer it (`run.py bench reading`).
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection, models

KEY = models.UUIDField()


def exist(*asked: tuple[str, Sequence[Any]]) -> list[bool]:
    """For each `FROM … WHERE …` with its values whether it finds a row; `%s` for a value, a list becomes many."""
    said, given = [], []
    for where, values in asked:
        marks = [_marks(value) for value in values]
        said.append(f"EXISTS (SELECT 1 {where % tuple(marks)})")
        given += [_prepared(each) for value in values for each in _many(value)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(said)}", given)
        return [bool(each) for each in cursor.fetchone()]


def _marks(value: Any) -> str:
    """A list without anything in it finds nothing."""
    many = _many(value)
    return ", ".join(["%s"] * len(many)) or "NULL"


def _many(value: Any) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else (value,)


def _prepared(value: Any) -> Any:
    return KEY.get_db_prep_value(value, connection) if isinstance(value, UUID) else value
