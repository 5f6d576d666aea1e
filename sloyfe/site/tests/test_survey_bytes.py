"""The bytes of a real SQLite file, its journal and its backups, with the settings of production."""

import sqlite3
import tarfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from conftest import make_world, member, seat
from sloyfe.access.roles import Role
from sloyfe.site.jobs import fold_in_the_journal
from sloyfe.surveys.actions import closing
from sloyfe.surveys.models import Code, Envelope
from sloyfe.surveys.tests.stage import (
    PEOPLE,
    answers_for,
    close,
    codes,
    everybody_answers,
    likeness,
    numbers,
    plan,
    words_of,
)
from tools.backup import back_up

pytestmark = [
    pytest.mark.database,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the bytes of an SQLite file; PostgreSQL has its own"),
]


class Disk:
    """The folder of a database, as somebody would copy it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.backups = 0

    def held(self) -> bytes:
        """The database, its journal and what else lies beside it, now."""
        return b"".join(file.read_bytes() for file in sorted(self.folder.iterdir()))

    def backed_up(self) -> bytes:
        """A backup taken now, unpacked."""
        self.backups += 1
        file = self.folder.parent / f"{self.backups}.tar.gz"
        back_up(file, quiet=True)
        with tarfile.open(file) as archive:
            return b"".join(archive.extractfile(one).read() for one in archive if one.isfile())


@pytest.fixture
def disk(tmp_path, settings, django_db_setup, django_db_blocker):
    """A database of its own in a file; the one in memory waits."""
    (tmp_path / "base").mkdir()
    (tmp_path / "files").mkdir()
    settings.KEY_DIR, settings.FILE_DIR = tmp_path / "keys", tmp_path / "files"
    told, name, waiting = connection.settings_dict, connection.settings_dict["NAME"], connection.connection
    with django_db_blocker.unblock():
        connection.connection, told["NAME"] = None, str(tmp_path / "base" / "sloyfe.sqlite3")
        try:
            call_command("migrate", run_syncdb=True, verbosity=0)
            yield Disk(tmp_path / "base")
        finally:
            connection.close()
            connection.connection, told["NAME"] = waiting, name


@pytest.fixture
def world(disk):
    return make_world()


@pytest.fixture
def kari(world):
    kari = member("Kari Eide", "kari@example.org")
    seat(kari.person, world.space, Role.COORDINATOR)
    return kari


@pytest.fixture
def wave(world, kari):
    return plan(world, kari, opened=True, asked={world.school.place: PEOPLE})


def readable(held):
    return [nth for nth in range(PEOPLE) if words_of(nth).encode() in held]


def test_while_it_is_open_no_answer_code_or_key_is_in_file_journal_or_backup(disk, world, wave, kari):
    made = everybody_answers(wave, world, kari)
    key = (Path(settings.KEY_DIR) / f"{wave.pk}.key").read_bytes()

    for held in (disk.held(), disk.backed_up()):
        assert all(bytes(one.sealed) in held or bytes(one.sealed)[:64] in held for one in Envelope.objects.all()[:5])
        assert readable(held) == []
        assert [code for code in made if code.encode() in held] == []
        assert key not in held


def test_after_closing_neither_codes_envelopes_nor_key_are_left(disk, world, wave, kari):
    everybody_answers(wave, world, kari)
    key = (Path(settings.KEY_DIR) / f"{wave.pk}.key").read_bytes()
    digests = [one.encode() for one in Code.objects.values_list("digest", flat=True)]
    sealed = [bytes(one)[:64] for one in Envelope.objects.values_list("sealed", flat=True)]
    assert all(one in disk.held() for one in (*digests, *sealed))
    close(wave, kari)
    fold_in_the_journal()
    held = disk.held()

    assert readable(held) == list(range(PEOPLE))
    assert [one for one in (*digests, *sealed) if one in held] == []
    assert key not in held + disk.backed_up()
    assert list(Path(settings.KEY_DIR).iterdir()) == []


def test_on_the_promised_day_the_words_are_gone_from_the_bytes_too(disk, world, wave, kari):
    everybody_answers(wave, world, kari)
    close(wave, kari)
    closing.forget_answers(on=wave.deletes_on)
    fold_in_the_journal()

    assert readable(disk.held()) == []
    assert readable(disk.backed_up()) == []


def test_dumps_of_every_moment_order_the_envelopes_and_not_the_answers(disk, world, wave, kari):
    """A dump after every single answer tells which code brought which envelope; only the key led on from there."""
    everybody_answers(wave, world, kari)
    arrived = rows(disk, "SELECT id FROM surveys_envelope ORDER BY rowid")
    close(wave, kari)
    answers = numbers(rows(disk, "SELECT value FROM surveys_answer ORDER BY rowid"))

    assert len(arrived) == PEOPLE
    assert sorted(answers) == list(range(PEOPLE))
    assert abs(likeness(answers)) < 0.75
    assert rows(disk, "SELECT count(*) FROM surveys_envelope") == [0]


def test_while_somebody_holds_the_database_the_form_keeps_its_words_and_can_be_sent_again(disk, world, wave, kari):
    (code,) = codes(wave, world.school.place, kari, 1)
    sent = answers_for(wave) | {"C6": words_of(1)}
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(disk.folder / "sloyfe.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    held = Client().post(f"/svar/{code}/", sent)
    other.close()
    again = Client().post(f"/svar/{code}/", sent)

    assert (held.status_code, again.status_code) == (503, 200)
    assert "Det er travelt akkurat nå" in held.text
    assert words_of(1) in held.text
    assert Envelope.objects.count() == 1


def rows(disk, question):
    """Asked of a copy, as somebody with a dump would."""
    copy = sqlite3.connect(":memory:")
    with sqlite3.connect(disk.folder / "sloyfe.sqlite3") as source:
        source.backup(copy)
    return [row[0] for row in copy.execute(question)]
