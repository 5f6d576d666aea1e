"""A package is read in with progress, can be called off, and read again it finds its pages and says what changed."""

import json

import pytest

from conftest import NOW, Member, World, make_world
from sloyfe.access.scoping import UnscopedError
from sloyfe.cycle.competence.actions import imports
from sloyfe.cycle.competence.models import Package, PackageImport, PackageVersion, Page
from sloyfe.cycle.competence.queries.differences import differences
from sloyfe.cycle.competence.reading.archive import Truncated
from sloyfe.cycle.competence.tests.making import (
    item,
    manifest,
    module,
    module_meta,
    resource,
    table,
    wiki,
    words,
    zipped,
)
from sloyfe.kit.refusal import Refusal

CANVAS = 'xmlns="http://canvas.instructure.com/xsd/cccv1p0"'
COURSE = f'<course identifier="c1" {CANVAS}><title>nb: Pakken|nn: Pakka</title><license>cc_by_nc_nd</license></course>'


def cartridge(pages: dict[str, str], prefix: str = "p") -> bytes:
    """A package whose pages say this, in this order."""
    files = {
        f"wiki_content/{name}.html": wiki(f"{prefix}-{name}", f"nb: {name}|nn: {name} nn", table("[udir-tip]", text))
        for name, text in pages.items()
    }
    listed = (resource(f"{prefix}-{name}", f"wiki_content/{name}.html") for name in pages)
    items = (item(f"i-{name}", name, f"{prefix}-{name}") for name in pages)
    files["imsmanifest.xml"] = manifest("".join(listed))
    files["course_settings/module_meta.xml"] = module_meta(module("m1", "Modul", *items))
    files["course_settings/course_settings.xml"] = COURSE
    return zipped(files)


def read_in(world: World, kari: Member, content: bytes, into: Package | None = None) -> PackageVersion:
    run = imports.keep_file(world.space, content, "pakke.imscc", by=kari.person, at=NOW)
    return imports.carry_out(run, at=NOW, into=into)


FIRST = {"start": "Vi begynner her.", "midt": "Vi fortsetter.", "slutt": "Vi er ferdige."}


def test_a_package_becomes_a_version_with_its_pages(world: World, kari: Member):
    version = read_in(world, kari, cartridge(FIRST))

    assert (version.number, version.licence, str(version.package.title)) == (1, "cc_by_nc_nd", "Pakken")
    assert [page.identity for page in version.pages.all()] == ["p-start", "p-midt", "p-slutt"]
    assert version.pages.all()[0].title.read("nn") == "start nn"
    assert words(version.pages.all()[1].tree.blocks) == "[udir-tip] Vi fortsetter."
    assert [each.page for each in version.modules.get().tree.items] == ["p-start", "p-midt", "p-slutt"]
    assert version.report["pages"][0]["blocks"]["tip"] == 1


def test_progress_is_told_and_the_file_is_let_go_of(world: World, kari: Member):
    run = imports.keep_file(world.space, cartridge(FIRST), "pakke.imscc", by=kari.person, at=NOW)
    imports.carry_out(run, at=NOW)

    now = PackageImport.objects.in_space(world.space).get(pk=run.pk)
    assert (now.done, now.of, bytes(now.content), now.is_over) == (3, 3, b"", True)
    with pytest.raises(imports.ImportIsOver):
        imports.carry_out(now, at=NOW)


def test_read_again_it_finds_its_pages_and_says_what_changed(world: World, kari: Member):
    before = read_in(world, kari, cartridge(FIRST))
    after = read_in(
        world, kari, cartridge({"midt": "Vi fortsetter nå.", "start": "Vi begynner her.", "ny": "Helt ny."})
    )
    told = differences(before, after)

    assert (after.number, after.package_id) == (2, before.package_id)
    assert ([page.identity for page in told.added], [page.identity for page in told.removed]) == (["p-ny"], ["p-slutt"])
    assert {(each.after.identity, each.content, each.place) for each in told.changed} == {
        ("p-midt", True, True),
        ("p-start", False, True),
    }
    assert [words(page.tree.blocks) for page in before.pages.all()][1] == "[udir-tip] Vi fortsetter."


def test_a_package_that_has_moved_is_matched_by_its_titles(world: World, kari: Member):
    before = read_in(world, kari, cartridge(FIRST))
    after = read_in(world, kari, cartridge(FIRST, "q"), into=before.package)
    told = differences(before, after)

    assert (told.added, told.removed, len(told.changed)) == ((), (), 3)
    assert all(each.identity and not each.content for each in told.changed)


def test_the_same_file_makes_no_new_version(world: World, kari: Member):
    version = read_in(world, kari, cartridge(FIRST))
    with pytest.raises(Refusal, match="allerede lest inn"):
        read_in(world, kari, bytes(version.original))

    assert version.package.versions.count() == 1


def test_an_import_that_is_called_off_stores_nothing(world: World, kari: Member):
    run = imports.keep_file(world.space, cartridge(FIRST), "pakke.imscc", by=kari.person, at=NOW)
    imports.cancel(run, by=kari.person, at=NOW)

    with pytest.raises(imports.ImportIsOver):
        imports.carry_out(run, at=NOW)
    assert not Package.objects.in_space(world.space).exists()


def test_called_off_on_the_way_it_stops_at_its_next_page(world: World, kari: Member):
    run = imports.keep_file(world.space, cartridge(FIRST), "pakke.imscc", by=kari.person, at=NOW)
    after_each_page = imports.progress_of(run)
    after_each_page(1, 3)
    imports.cancel(run, by=kari.person, at=NOW)

    with pytest.raises(imports.CalledOff):
        after_each_page(3, 3)


def test_letters_that_no_database_takes_are_left_out(world: World, kari: Member):
    page = {"id": 1, "title": {"nb": "A\x00 \ud800B"}, "content": {"nb": "<p>Hei\x00 \ud800der.</p>"}}
    run = imports.keep_file(world.space, json.dumps([page]).encode(), "x.json", by=kari.person, at=NOW)
    version = imports.carry_out(run, at=NOW)

    assert words(version.pages.get().tree.blocks) == "Hei der."
    assert str(version.pages.get().title) == "A B"


def test_a_refusal_is_written_down_in_both_languages(world: World, kari: Member):
    run = imports.keep_file(world.space, cartridge(FIRST)[:200], "pakke.imscc", by=kari.person, at=NOW)
    with pytest.raises(Truncated):
        imports.carry_out(run, at=NOW)

    run = PackageImport.objects.in_space(world.space).get(pk=run.pk)
    assert set(run.refused.sentences) == {"nb", "nn"}
    assert (bytes(run.content), run.is_over) == (b"", True)


def test_what_one_partnership_reads_is_its_own(world: World, kari: Member):
    other = make_world("annet", "Et annet nettverk")
    read_in(world, kari, cartridge(FIRST))

    assert not Package.objects.in_space(other.space).exists()
    with pytest.raises(UnscopedError):
        list(Page.objects.all())
