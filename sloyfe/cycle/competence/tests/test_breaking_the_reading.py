"""A package that breaks the reading is told of on its own page, and keeps nobody else's waiting."""

import json
from collections.abc import Mapping
from datetime import timedelta

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import imports, trials
from sloyfe.cycle.competence.exporting.archive import FORMAT, VERSION
from sloyfe.cycle.competence.models import Package, PackageImport, PackageVersion
from sloyfe.cycle.competence.queries.runs import waiting
from sloyfe.cycle.competence.tests.making import manifest, resource, wiki, zipped

HIS = b'<html><head><meta charset="%s"></head><body><p>bl\xe5</p></body></html>'
TWO = "<p>Én ting.</p><p>En annen.</p>"
TITLE = {"is": "Title", "raw": "Side", "entries": {"nb": "Side"}}
SOURCE = {"is": "Provenance", "format": "own", "source": "side"}


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


def test_pages_that_differ_only_in_what_cannot_be_kept_are_told_apart(world: World, kari: Member):
    """Also from each other's blocks, which are named after their page."""
    long = "a" * 250
    names = [f"{long}1", f"{long}2", "a\x01", "a", "x", "x", "x#2", "x#2", "", ""]
    pages = [{"id": name, "title": f"Side {number}", "content": TWO} for number, name in enumerate(names)]
    give(world, kari, "eksport.json", json.dumps({"title": "Pakke", "pages": pages}).encode())
    assert trials.read_waiting(at=NOW) == 1

    [version] = PackageVersion.objects.in_space(world.space)
    assert version.pages.count() == 10
    more = [*pages, {"id": "x#1", "title": "Ny", "content": TWO}, {"id": "a#2", "title": "Ny til", "content": TWO}]
    give(world, kari, "eksport.json", json.dumps({"title": "Pakke", "pages": more}).encode())
    assert trials.read_waiting(at=NOW) == 1
    assert version.package.versions.last().pages.count() == 12


@pytest.mark.parametrize(
    ("name", "value"),
    [("minutes", 40_000), ("minutes", 2**52), ("blocks", [{"is": "Heading", "level": 10**15, "inlines": []}])],
)
def test_an_archive_with_numbers_that_cannot_be_kept_is_refused(world: World, kari: Member, name: str, value: object):
    run = give(world, kari, "pakke.zip", own(**{name: value}))
    assert trials.read_waiting(at=NOW) == 0
    assert "package.json er endret eller skadet" in told(world, kari, run)


def test_an_archive_with_lines_nested_deeper_than_can_be_drawn_is_refused(world: World, kari: Member):
    line: object = {"is": "Run", "text": "Ord"}
    for _ in range(120):
        line = {"is": "Hint", "inlines": [line], "explanation": []}
    run = give(world, kari, "pakke.zip", own(blocks=[{"is": "Paragraph", "inlines": [line]}]))
    assert trials.read_waiting(at=NOW) == 0
    assert "package.json er endret eller skadet" in told(world, kari, run)


def test_letters_that_no_database_takes_are_left_out_of_licence_and_module(world: World, kari: Member):
    module = {"is": "ModuleTree", "identity": "m\ud800\x00", "title": TITLE, "items": []}
    licence = {"is": "Licence", "code": "cc_by\x00", "written": "CC\ud800 BY\x00"}
    give(world, kari, "pakke.zip", own({"modules": [module], "licence": licence}))
    assert trials.read_waiting(at=NOW) == 1

    [version] = PackageVersion.objects.in_space(world.space)
    assert (version.licence, version.licence_written, version.modules.get().identity) == ("cc_by", "CC BY", "m")


def test_a_file_whose_name_ends_in_a_new_line_is_served(world: World, kari: Member):
    files: dict[str, bytes | str] = {
        "imsmanifest.xml": manifest(resource("p", "wiki_content/a.html") + resource("f", "web_resources/a.pdf\n")),
        "wiki_content/a.html": wiki("p", "nb: a", '<p><a href="$IMS-CC-FILEBASE$/a.pdf%0A">Fila</a></p>'),
        "web_resources/a.pdf\n": "%PDF",
    }
    give(world, kari, "pakke.imscc", zipped(files))
    assert trials.read_waiting(at=NOW) == 1

    [version] = PackageVersion.objects.in_space(world.space)
    page, asset = version.pages.get(), version.assets.get()
    answer = kari.client.get(world.url(f"pakker/{version.package_id}/sider/{page.pk}/filer/{asset.pk}/"))
    assert (answer.status_code, answer["Content-Disposition"]) == (200, 'attachment; filename="a.pdf"')


def own(whole: Mapping[str, object] | None = None, **page: object) -> bytes:
    """An archive of ours that somebody has changed, with one page."""
    made = {"is": "PageTree", "identity": "p", "title": TITLE, "kind": "page", "blocks": [], "provenance": SOURCE}
    package: dict[str, object] = {"is": "PackageTree", "identity": "i", "title": TITLE, "description": ""}
    package |= {"format": "own", "version": "", "modules": [], "pages": [{**made, **page}], "assets": []}
    package |= whole or {}
    facts = {"format": FORMAT, "version": VERSION, "package": package, "files": []}
    return zipped({"package.json": json.dumps(facts)})


def told(world: World, who: Member, run: PackageImport) -> str:
    text: str = who.client.get(world.url(f"pakker/innlesinger/{run.pk}/")).text
    return text
