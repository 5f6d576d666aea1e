"""Copies of an SQLite database."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from django.db import connection

from tools.migrations import applied_or_exit

NAME = "sloyfe.sqlite3"


def save(folder: Path) -> None:
    """One consistent copy, without the pages of what has been deleted."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as source:
        source.execute("VACUUM INTO ?", [str(folder / NAME)])


def load(folder: Path) -> None:
    """Writes the copy over the database in one transaction, page by page."""
    connection.close()
    with closing(sqlite3.connect(folder / NAME)) as source:
        if source.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            sys.exit("The database in the backup is damaged. Nothing has been changed.")
        applied_or_exit(set(source.execute("SELECT app, name FROM django_migrations")))
        with closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=20)) as target:
            source.backup(target)
