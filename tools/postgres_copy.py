"""Copies of a PostgreSQL database, table by table with COPY.

`pg_dump` would have to be installed, and no older than the server; this needs nothing but the connection we have.
"""

import json
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from tools.migrations import applied_or_exit

TABLES = "tables.json"
COLUMNS = """
    SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
    USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
    ORDER BY table_name, ordinal_position
"""
COUNTERS = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND (is_identity = 'YES' OR column_default LIKE 'nextval(%')
"""


def save(folder: Path) -> None:
    """Every table as it was at one moment."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        tables = _tables()
        for name, columns in tables.items():
            statement = sql.SQL("COPY {} ({}) TO STDOUT").format(*_named(name, columns))
            with (folder / f"{name}.copy").open("wb") as out, cursor.copy(statement) as rows:
                for piece in rows:
                    out.write(piece)
        (folder / TABLES).write_text(json.dumps(tables, indent=1), encoding="utf-8")


def load(folder: Path) -> None:
    """Makes the tables as they were when the copy was taken, and fills them; later migrations are another step."""
    tables: dict[str, list[str]] = json.loads((folder / TABLES).read_text(encoding="utf-8"))
    targets = applied_or_exit(_recorded(folder, tables))
    _drop_everything()
    MigrationExecutor(connection).migrate(targets)
    with transaction.atomic(), connection.cursor() as cursor:
        # Migrations may have written rows of their own; the copy knows better.
        everything = sql.SQL(", ").join(map(sql.Identifier, tables))
        cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(everything))
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for name, columns in tables.items():
            statement = sql.SQL("COPY {} ({}) FROM STDIN").format(*_named(name, columns))
            with (folder / f"{name}.copy").open("rb") as source, cursor.copy(statement) as rows:
                while piece := source.read(1 << 16):
                    rows.write(piece)
        _set_counters()


def _tables() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        tables: dict[str, list[str]] = {}
        for table, column in cursor.fetchall():
            tables.setdefault(table, []).append(column)
    return tables


def _named(name: str, columns: list[str]) -> tuple[sql.Composable, sql.Composable]:
    return sql.Identifier(name), sql.SQL(", ").join(map(sql.Identifier, columns))


def _recorded(folder: Path, tables: dict[str, list[str]]) -> set[tuple[str, str]]:
    """The migrations that the copy itself says it has."""
    columns = tables["django_migrations"]
    app, name = columns.index("app"), columns.index("name")
    lines = (folder / "django_migrations.copy").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return {(row[app], row[name]) for row in rows}


def _drop_everything() -> None:
    with connection.cursor() as cursor:
        for name in _tables():
            cursor.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier(name)))


def _set_counters() -> None:
    """The next new row gets a number after those that came with the copy."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTERS)
        for table, column in cursor.fetchall():
            statement = sql.SQL(
                "SELECT setval(pg_get_serial_sequence({}, {}), max({}), true) FROM {} HAVING count(*) > 0"
            )
            names = (sql.Literal(f'"{table}"'), sql.Literal(column), sql.Identifier(column), sql.Identifier(table))
            cursor.execute(statement.format(*names))
