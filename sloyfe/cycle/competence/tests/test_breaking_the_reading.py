"""A package that breaks the reading is told of on its own page, and keeps nobody else's waiting."""

from datetime import timedelta

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import imports, trials
from sloyfe.cycle.competence.models import Package, PackageImport
from sloyfe.cycle.competence.queries.runs import waiting

HIS = b'<html><head><meta charset="%s"></head><body><p>bl\xe5</p></body></html>'


def give(world: World, who: Member, name: str = "side.html", content: bytes = b"<p>Hei</p>") -> PackageImport:
    """Each a minute after the one before."""
    at = NOW + timedelta(minutes=PackageImport.objects.in_space(world.space).count())
    return imports.keep_file(world.space, content, name, by=who.person, at=at)


def test_one_that_breaks_the_reading_says_so_and_keeps_no_other_waiting(
    world: World, kari: Member, monkeypatch: pytest.MonkeyPatch
):
    first, second = give(world, kari, "knust.html"), give(world, kari)
    reading = imports.progress_of

    def breaks(run: PackageImport) -> object:
        if run.name == "knust.html":
            raise KeyError
        return reading(run)

    monkeypatch.setattr(trials, "progress_of", breaks)
    with pytest.raises(trials.BrokenReadingError):
        trials.read_waiting(at=NOW)

    assert "Ingenting er lagret" in kari.client.get(world.url(f"pakker/innlesinger/{first.pk}/")).text
    assert "lest inn" in kari.client.get(world.url(f"pakker/innlesinger/{second.pk}/")).text
    assert trials.read_waiting(at=NOW) == 0


def test_one_that_the_worker_fell_with_waits_behind_the_others(
    world: World, kari: Member, monkeypatch: pytest.MonkeyPatch
):
    first, second = give(world, kari, "tung.html"), give(world, kari)

    def falls(*_args: object, **_more: object) -> None:
        raise SystemExit

    monkeypatch.setattr(trials, "carry_out", falls)
    with pytest.raises(SystemExit):
        trials.read_waiting(at=NOW)

    assert [run.pk for run in waiting()] == [second.pk, first.pk]


def test_a_page_that_names_letters_nobody_has_is_read_as_windows_wrote_it(world: World, kari: Member):
    for name in (b"undefined", b"idna", b"rot13", b"zlib", b"ukjent"):
        give(world, kari, f"{name.decode()}.html", HIS % name)
    assert trials.read_waiting(at=NOW) == 5

    for package in Package.objects.in_space(world.space):
        assert "blå" in str(package.versions.get().pages.get().tree.blocks)
