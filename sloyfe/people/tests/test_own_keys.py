"""The key to what somebody writes for themselves: half of it is theirs, half lies outside the database."""

from pathlib import Path
from threading import Barrier, Thread

import pytest

from conftest import member
from sloyfe.people import sealing
from sloyfe.people.actions import own_key
from sloyfe.people.models import OwnKey, Person

WORDS = "Kråkebolle & hestesko på øya"


@pytest.fixture(autouse=True)
def keys(settings, tmp_path: Path) -> Path:
    settings.KEY_DIR = tmp_path
    return tmp_path / sealing.FILE


@pytest.fixture
def nils(db: None) -> Person:
    return member("Nils Moe", "nils@example.org").person


@pytest.fixture
def siri(db: None) -> Person:
    return member("Siri Dal", "siri@example.org").person


def test_words_open_for_their_author_and_for_nobody_else(nils: Person, siri: Person):
    sealed = own_key(nils).sealed(WORDS)

    assert own_key(nils).opened(sealed) == WORDS
    assert own_key(siri).opened(sealed) is None


def test_a_half_moved_to_somebody_else_opens_nothing(nils: Person, siri: Person):
    sealed = own_key(nils).sealed(WORDS)
    taken = OwnKey(person=siri, half=own_key(nils).half, outer=own_key(nils).outer)

    assert taken.opened(sealed) is None


def test_neither_half_opens_anything_alone(nils: Person, keys: Path):
    key = own_key(nils)
    sealed = key.sealed(WORDS)
    keys.write_bytes(b"\x07" * sealing.HALF)
    assert key.opened(sealed) is None
    keys.unlink()
    assert key.opened(sealed) is None


@pytest.mark.parametrize("words", ["", "x", WORDS, "x" * 4000, "Ж" * 4000, "𝄞" * 4000])
def test_whatever_is_written_is_as_long_as_anything_else(nils: Person, words: str):
    key = own_key(nils)
    sealed = key.sealed(words)

    assert len(sealed) == sealing.SIZE + 40
    assert key.opened(sealed) == words
    assert key.sealed(words) != sealed


def test_a_key_that_is_away_is_never_made_anew(nils: Person, keys: Path):
    sealed = own_key(nils).sealed(WORDS)
    kept = keys.rename(keys.with_name("kept"))
    with pytest.raises(sealing.KeyAway):
        own_key(nils)
    assert not keys.exists()

    kept.rename(keys)
    assert own_key(nils).opened(sealed) == WORDS


def test_a_key_that_was_cut_short_is_not_written_over(nils: Person, keys: Path):
    keys.write_bytes(b"short")
    with pytest.raises(sealing.KeyAway):
        own_key(nils)

    assert keys.read_bytes() == b"short"


def test_only_the_server_reads_the_file_and_nothing_else_is_left_beside_it(nils: Person, keys: Path):
    own_key(nils)

    assert [file.name for file in keys.parent.iterdir()] == [sealing.FILE]
    assert keys.stat().st_mode & 0o077 == 0
    assert keys.read_bytes() not in bytes(OwnKey.objects.get().half)


def test_where_many_make_it_at_once_there_is_one(keys: Path):
    gate, made = Barrier(8), []

    def make() -> None:
        gate.wait()
        made.append(sealing.make_outside())

    threads = [Thread(target=make) for _one in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(made) == 8
    assert set(made) == {keys.read_bytes()}


def test_the_half_of_a_person_goes_with_them(nils: Person, siri: Person):
    own_key(nils)
    own_key(siri)
    nils.delete()

    assert [key.person for key in OwnKey.objects.all()] == [siri]
