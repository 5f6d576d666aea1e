"""Backup and restore, end to end, on the database that the suite is running on."""

import json
import os
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

from tools.environment import PYTHON, ROOT

pytestmark = pytest.mark.database
POSTGRES = connection.vendor == "postgresql"


class Installation:
    """A Sløyfe with a data folder and a database of its own."""

    def __init__(self, data: Path, database_url: str) -> None:
        self.data = data
        self.environment = os.environ | {"SLOYFE_DATA": str(data), "DATABASE_URL": database_url}

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A subcommand of run.py, or of Django after `-m django`."""
        module = [] if arguments[0] == "-m" else ["-m", "tools"]
        command = [str(PYTHON), *module, *arguments]
        return subprocess.run(command, cwd=ROOT, env=self.environment, text=True, capture_output=True, check=False)

    def python(self, *lines: str) -> str:
        """What a few lines of Python print inside this installation."""
        code = "\n".join(["from sloyfe.people.models import Person", *lines])
        done = self.run("-m", "django", "shell", "--no-imports", "-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


NAMES = "print(*Person.objects.values_list('name', flat=True))"


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation with Kari, one file and one key. Starting Django is slow, so that the tests share it."""
    folder = tmp_path_factory.mktemp("installation")
    with fresh_database(folder) as url:
        made = Installation(folder / "data", url)
        made.python(
            "from django.core.management import call_command; call_command('migrate', verbosity=0)",
            "Person.objects.create(name='Kari Ås', email='kari@example.no')",
        )
        for name in ("files", "keys"):
            (made.data / name).mkdir(exist_ok=True)
            (made.data / name / "inner").write_text("æøå", encoding="utf-8")
        yield made


@pytest.fixture(scope="module")
def archive(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    file = tmp_path_factory.mktemp("archive") / "backup.tar.gz"
    made = installation.run("backup", str(file), "--json")
    assert json.loads(made.stdout)["database"] == connection.vendor, made.stderr
    return file


class fresh_database:  # noqa: N801 - reads as a function in a with statement
    """A database that nobody else uses: a new one on the PostgreSQL of the suite, or SQLite in the data folder."""

    def __init__(self, folder: Path) -> None:
        self.name = f"backup_{abs(hash(str(folder)))}"

    def __enter__(self) -> str:
        if not POSTGRES:
            return ""
        self._say("CREATE DATABASE {}")
        return os.environ["DATABASE_URL"].replace("/sloyfe?", f"/{self.name}?")

    def __exit__(self, *_: object) -> None:
        if POSTGRES:
            self._say("DROP DATABASE {} WITH (FORCE)")

    def _say(self, statement: str) -> None:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute(sql.SQL(statement).format(sql.Identifier(self.name)))


def test_the_keys_are_never_in_a_backup(archive: Path) -> None:
    with tarfile.open(archive) as content:
        names = content.getnames()
    assert "files/inner" in names
    assert {name.split("/")[0] for name in names} == {"database", "files", "manifest.json"}
    assert not [name for name in names if "keys" in name.split("/") or name.endswith(".key")]
    assert archive.stat().st_mode & 0o077 == 0


def test_a_restore_brings_back_exactly_what_was_there(installation: Installation, archive: Path) -> None:
    installation.python("Person.objects.create(name='Somebody later', email='later@example.no')")
    (installation.data / "files" / "inner").unlink()
    (installation.data / "files" / "later").touch()

    refused = installation.run("restore", str(archive))
    assert refused.returncode
    assert "--replace" in refused.stderr
    restored = installation.run("restore", str(archive), "--replace")
    assert restored.returncode == 0, restored.stderr

    assert installation.python(NAMES) == "Kari Ås"
    assert [file.name for file in (installation.data / "files").iterdir()] == ["inner"]
    assert (installation.data / "files" / "inner").read_text(encoding="utf-8") == "æøå"


def test_rows_with_counted_keys_can_be_added_after_a_restore(installation: Installation, archive: Path) -> None:
    assert installation.run("restore", str(archive), "--replace").returncode == 0
    added = installation.python(
        "from django.contrib.contenttypes.models import ContentType as Counted",
        "last = Counted.objects.order_by('-pk')[0].pk",
        "print(Counted.objects.create(app_label='x', model='y').pk > last)",
    )
    assert added == "True"


def test_a_backup_that_is_cut_short_changes_nothing(installation: Installation, archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    part = tmp_path / "part.tar.gz"
    part.write_bytes(whole[: len(whole) // 2])
    refused = installation.run("restore", str(part), "--replace")
    assert refused.returncode
    assert "not a whole backup" in refused.stderr
    assert installation.python(NAMES) == "Kari Ås"


def test_a_backup_never_replaces_another(installation: Installation, tmp_path: Path) -> None:
    file = tmp_path / "backup.tar.gz"
    file.write_text("precious")
    assert installation.run("backup", str(file)).returncode
    assert file.read_text() == "precious"


def test_a_backup_from_a_newer_version_is_refused(installation: Installation, tmp_path: Path) -> None:
    installation.python(
        "from django.db import connection",
        "from django.db.migrations.recorder import MigrationRecorder",
        "MigrationRecorder(connection).record_applied('people', '9999_from_the_future')",
    )
    file = tmp_path / "backup.tar.gz"
    installation.run("backup", str(file))
    refused = installation.run("restore", str(file), "--replace")
    assert refused.returncode
    assert "people.9999_from_the_future" in refused.stderr
    assert installation.python(NAMES) == "Kari Ås"


def test_the_folders_of_files_and_keys_are_apart() -> None:
    assert settings.FILE_DIR not in settings.KEY_DIR.parents
    assert settings.KEY_DIR not in settings.FILE_DIR.parents
