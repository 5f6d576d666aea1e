"""A package that is too large for a browser comes in from the command line."""

import argparse
from pathlib import Path

import pytest

from conftest import Member, World
from sloyfe.cycle.competence.models import PackageVersion
from sloyfe.cycle.competence.tests.whole_package import large_package
from tools import import_package


def options(path: Path, **given: object) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    import_package.add_arguments(parser)
    told = [str(part) for name, value in given.items() for part in (f"--{name}", value)]
    return parser.parse_args([str(path), *told])


def test_it_is_only_told_of_unless_somebody_says_where_it_goes(
    world: World, kari: Member, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "pakke.imscc"
    path.write_bytes(large_package())
    assert import_package.run(options(path)) == 0
    assert not PackageVersion.objects.in_space(world.space).exists()

    assert import_package.run(options(path, into=world.space.slug, by=kari.person.email)) == 0
    assert "stored as version 1" in capsys.readouterr().out
    assert PackageVersion.objects.in_space(world.space).get().by == kari.person


def test_the_same_file_again_is_a_sentence_and_no_version(
    world: World, kari: Member, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "undring.txt"
    path.write_text("Undring\n\nTell sammen.", encoding="utf-8")
    given = options(path, into=world.space.slug, by=kari.person.email)

    assert [import_package.run(given), import_package.run(given)] == [0, 2]
    assert "allerede lest inn" in capsys.readouterr().err


@pytest.mark.parametrize(("into", "by"), [("finnes-ikke", "kari@example.org"), ("lesing", "ingen@example.org")])
def test_a_partnership_or_a_person_that_is_not_there_is_told_of(
    world: World, kari: Member, tmp_path: Path, into: str, by: str
):
    path = tmp_path / "undring.txt"
    path.write_text("Undring\n\nTell sammen.", encoding="utf-8")
    with pytest.raises(SystemExit, match="--into takes the slug"):
        import_package.run(options(path, into=into, by=by))
