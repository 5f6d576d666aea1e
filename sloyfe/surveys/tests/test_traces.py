"""What is left behind in rows, logs and folders: nothing that says whose answer is whose."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from conftest import World
from sloyfe.surveys import sealing
from sloyfe.surveys.models import Code, Envelope, ReleaseText
from sloyfe.surveys.models.answers import Answer
from sloyfe.surveys.tests.stage import (
    PEOPLE,
    close,
    everybody_answers,
    likeness,
    numbers,
    plan,
)
from tools import backup


@pytest.fixture
def wave(world: World, kari):
    return plan(world, kari, opened=True, asked={world.school.place: PEOPLE})


def stored_order(table, column):
    """The rows of a table in the order in which they lie on the disk."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} ORDER BY {place}")  # noqa: S608 - names from the test itself
        return [row[0] for row in cursor.fetchall()]


def test_answers_lie_in_no_order_that_means_anything(world, wave, kari):
    everybody_answers(wave, world, kari)
    close(wave, kari)
    on_disk = numbers(stored_order("surveys_answer", "value"))
    by_name = numbers(str(answer.value) for answer in Answer.objects.order_by("pk"))
    by_response = numbers(str(answer.value) for answer in Answer.objects.order_by("response"))

    for order in (on_disk, by_name, by_response):
        assert sorted(order) == list(range(PEOPLE))
        # By chance alone, forty in a row come nearer than this about once in three million times.
        assert abs(likeness(order)) < 0.75
        assert order != list(range(PEOPLE))
    assert likeness(list(range(PEOPLE))) == 1


def test_texts_come_out_in_no_order_and_not_beside_what_the_same_person_wrote_elsewhere(world, wave, kari):
    everybody_answers(wave, world, kari, items=("C6", "C7"))
    close(wave, kari)
    first, second = (
        numbers(ReleaseText.objects.filter(item_version__item__key=key).values_list("words", flat=True))
        for key in ("C6", "C7")
    )
    on_disk = numbers(stored_order("surveys_releasetext", "words"))
    place = {nth: at for at, nth in enumerate(first)}

    assert len(on_disk) == 2 * PEOPLE
    for order in (first, second, [place[nth] for nth in second]):
        assert abs(likeness(order)) < 0.75


def test_no_number_counts_those_who_have_answered():
    for model in (Answer, Envelope, Code):
        assert {field.get_internal_type() for field in model._meta.fields} <= {
            "UUIDField",
            "ForeignKey",
            "CharField",
            "JSONField",
            "BinaryField",
            "BooleanField",
        }
        assert not re.search(r"(_at|time|date|seq|number|order)$", " ".join(f.name for f in model._meta.fields))


def test_the_key_is_written_over_before_it_is_removed(world, wave, kari, tmp_path):
    path = Path(settings.KEY_DIR) / f"{wave.pk}.key"
    also = tmp_path / "the same place on the disk"
    also.hardlink_to(path)
    key = path.read_bytes()
    sealing.destroy_key(wave.pk)

    assert not path.exists()
    assert len(also.read_bytes()) == len(key)
    assert also.read_bytes() != key


def test_a_backup_leaves_the_keys_out_wherever_they_lie(world, wave, kari, tmp_path, settings):
    settings.FILE_DIR = tmp_path / "files"
    settings.KEY_DIR = tmp_path / "files" / "inner" / "keys"
    sealing.make_key(wave.pk)
    (tmp_path / "files" / "inner" / "photo").write_bytes(b"a file")

    assert backup._below(tmp_path / "files", "files").keys() == {"files/inner/photo"}


@pytest.mark.parametrize("where", ["files/keys", "files", "static/keys"])
def test_keys_may_not_lie_where_files_are_copied_or_served(tmp_path, where):
    environment = os.environ | {"SLOYFE_DATA": str(tmp_path), "SLOYFE_KEYS": str(tmp_path / where)}
    command = [sys.executable, "-c", "import sloyfe.site.settings"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert told.returncode
    assert "SLOYFE_KEYS: must not lie in the folder of files" in told.stderr
