"""What people wrote for themselves: sealed when Sløyfe is brought up to date, and readable after a lost disk."""

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tools.tests.test_backup import POSTGRES, Installation, fresh_database

pytestmark = pytest.mark.database
WORDS = "zqhemmelig7x tenker jeg på øya"
BEFORE = [("competence", "0007_what_units_have_done_and_notes"), ("people", "0001_initial")]
WRITTEN = (
    "from datetime import datetime, UTC",
    "from django.db import connection",
    "from django.db.migrations.executor import MigrationExecutor",
    "from sloyfe.kit.text import Text",
    f"executor = MigrationExecutor(connection); apps = executor.migrate({BEFORE}).apps",
    "now = datetime.now(UTC)",
    "made = lambda label, **told: apps.get_model(label)._base_manager.create(**told)",
    "space = made('access.Space', slug='lesing', title='Lesing', path='a/')",
    "person = made('people.Person', name='Nils', email='nils@example.no')",
    "package = made('competence.Package', space=space, identity='p', title=Text.of(nb='P'), added_at=now)",
    "told = {'space': space, 'author': person, 'package': package, 'written_at': now}",
    f"[made('competence.OwnNote', identity=f'side{{n}}', words='{WORDS} ' + str(n), **told) for n in range(300)]",
)
READ = (
    "from sloyfe.cycle.competence.models import OwnNote",
    "words = sorted({str(note.words).rstrip(' 0123456789') for note in OwnNote.objects.bounded()})",
    "print(len(OwnNote.objects.bounded()), *words)",
)
WHOLE = f"300 {WORDS}"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation as it was when notes lay in clear text, with notes."""
    folder = tmp_path_factory.mktemp("before")
    with fresh_database(folder) as url:
        made = Installation(folder / "data", url)
        made.python(*WRITTEN)
        yield made


def on_disk(installation: Installation) -> bytes:
    """What lies in the files of the database: all of SQLite's, and PostgreSQL's own folder for this database."""
    if not POSTGRES:
        return b"".join(file.read_bytes() for file in sorted(installation.data.glob("sloyfe.sqlite3*")))
    with psycopg.connect(installation.environment["DATABASE_URL"], autocommit=True) as server:
        server.execute("CHECKPOINT")
        told = server.execute(
            "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    assert told
    folder = Path(told[0]) / "base" / str(told[1])
    if not folder.exists():
        pytest.skip("PostgreSQL keeps its files where this machine cannot read them")
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def test_notes_in_clear_text_are_sealed_and_left_nowhere_in_the_files(before: Installation, tmp_path: Path) -> None:
    fold = "from sloyfe.site.jobs import fold_in_the_journal; fold_in_the_journal()"
    before.python(fold)
    assert WORDS.encode() in on_disk(before)
    before.python("from django.core.management import call_command; call_command('migrate', verbosity=0)", fold)

    assert before.python(*READ) == WHOLE
    assert b"zqhemmelig7x" not in on_disk(before)


def test_after_a_lost_disk_the_backup_and_the_one_file_bring_them_back(before: Installation, tmp_path: Path) -> None:
    before.python("from django.core.management import call_command; call_command('migrate', verbosity=0)")
    archive, key = tmp_path / "backup.tar.gz", before.data / "keys" / "own-words.key"
    said = json.loads(before.run("backup", str(archive), "--json").stdout)["also_keep"]
    assert str(key) in said
    kept = key.rename(tmp_path / "kept elsewhere")

    restored = before.run("restore", str(archive), "--replace")
    assert "cannot be opened" in restored.stdout
    assert str(key) in restored.stdout
    assert before.python(*READ) == "300 None"
    kept.rename(key)

    again = json.loads(before.run("restore", str(archive), "--replace", "--json").stdout)
    assert again["missing"] == ""
    assert before.python(*READ) == WHOLE


def test_where_nobody_has_written_nothing_is_said(tmp_path: Path, before: Installation) -> None:
    before.python("from django.core.management import call_command; call_command('migrate', verbosity=0)")
    before.python("from sloyfe.people.models import OwnKey; OwnKey.objects.all().delete()")
    said = before.run("backup", str(tmp_path / "backup.tar.gz"))

    assert said.returncode == 0
    assert len(said.stdout.splitlines()) == 1
