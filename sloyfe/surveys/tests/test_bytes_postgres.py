"""The bytes of PostgreSQL's own files, where this machine may read them: a deleted answer is not left lying there."""

from pathlib import Path

import pytest
from django.db import connection

from sloyfe.surveys.actions import closing
from sloyfe.surveys.tests.stage import PEOPLE, close, everybody_answers, plan, words_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="the bytes of PostgreSQL; SQLite has its own"),
]


def held(table):
    """The file of a table as it lies on the disk."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT current_setting('data_directory'), pg_relation_filepath(%s)", [table])
        folder, file = cursor.fetchone()
    path = Path(folder) / file
    if not path.exists():
        pytest.skip("PostgreSQL keeps its files where this machine cannot read them")
    return path.read_bytes()


def readable(table):
    found = held(table)
    return [nth for nth in range(PEOPLE) if words_of(nth).encode() in found]


def test_on_the_promised_day_the_words_are_gone_from_the_files_of_the_tables(world, kari):
    wave = plan(world, kari, opened=True, asked={world.school.place: PEOPLE})
    everybody_answers(wave, world, kari)
    assert readable("surveys_envelope") == []
    close(wave, kari)
    assert readable("surveys_answer") == list(range(PEOPLE))

    closing.forget_answers(on=wave.deletes_on)
    assert readable("surveys_answer") == list(range(PEOPLE))  # dead rows, as PostgreSQL leaves them
    closing.rewrite_tables()

    assert readable("surveys_answer") == []
    assert readable("surveys_releasetext") == []
