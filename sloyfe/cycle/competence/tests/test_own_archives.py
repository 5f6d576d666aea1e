"""Sløyfe's own archive: what goes in comes out, the same bytes each time, and strangers' archives end in a sentence."""

import json
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from sloyfe.cycle.competence.exporting.archive import archive_of
from sloyfe.cycle.competence.markup.notes import Notes
from sloyfe.cycle.competence.markup.packages import Format, PackageTree
from sloyfe.cycle.competence.markup.tree import Listing, ListItem, Paragraph, Run
from sloyfe.cycle.competence.reading.archive import open_archive
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.reading.own import files_in
from sloyfe.cycle.competence.tests.any_tree import packages
from sloyfe.cycle.competence.tests.making import zipped
from sloyfe.cycle.competence.tests.test_archives import refused
from sloyfe.cycle.competence.tests.test_reading import cartridge
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places

PICTURE = {"web_resources/tavle.png": b"\x89PNG tavle"}


def example() -> PackageTree:
    return read_package(cartridge(), "pakke.imscc")


def contents(archive: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def changed(**facts: Any) -> bytes:
    """The archive of the example with something else in its facts."""
    files = contents(archive_of(example(), PICTURE))
    return zipped(files | {"package.json": json.dumps(json.loads(files["package.json"]) | facts)})


@settings(
    max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.reuse, Phase.generate]
)
@given(packages())
def test_any_package_comes_back_as_it_was(given_package):
    package, files = given_package
    archive = archive_of(package, files)

    assert read_package(archive, "pakke.zip") == package
    assert files_in(open_archive(archive, Notes()), list(files)) == files
    assert archive_of(package, dict(reversed(files.items()))) == archive


def test_a_cartridge_becomes_an_archive_with_everything_in_it():
    package = example()
    back = read_package(archive_of(package, PICTURE), "pakke.zip")

    assert back == replace(package, format=Format.OWN)
    assert {page.provenance.format for page in back.pages} == {Format.CARTRIDGE}
    assert sorted(contents(archive_of(package, PICTURE))) == ["LES-MEG.txt", "files/0001-tavle.png", "package.json"]


def test_a_folder_around_it_makes_no_difference():
    files = contents(archive_of(example(), PICTURE))
    packed = zipped({f"Min pakke/{name}": content for name, content in files.items()})

    assert read_package(packed, "pakke.zip") == replace(example(), format=Format.OWN)


def test_a_newer_format_is_told_of():
    assert "nyere utgave av Sløyfe" in refused(changed(version=2), "pakke.zip")[0]
    assert "nyare utgåve av Sløyfe" in refused(changed(version=2), "pakke.zip")[1]


DEEP: Any = {"is": "Paragraph", "inlines": []}
for _level in range(150):
    DEEP = {"is": "Listing", "items": [{"is": "ListItem", "blocks": [DEEP]}]}


@pytest.mark.parametrize(
    "facts",
    [
        {"more": 1},
        {"version": "1"}, {"version": True}, {"version": 0}, {"files": {}}, {"files": [{"path": 1, "name": "x"}]},
        {"files": [{"path": "x", "name": "y"}] * 2}, {"package": None}, {"package": []}, {"package": {"is": "Page"}},
        {"package": {"is": "PackageTree"}}, {"package": {"is": "Run", "text": "x"}}, {"package": DEEP},
    ],
)  # fmt: skip
def test_what_was_not_written_by_us_is_refused(facts):
    assert "package.json er endret" in refused(changed(**facts), "pakke.zip")[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("modules", "m"), ("modules", [1]), ("title", "Pakke"), ("title", {"is": "Title", "entries": {"fi": "x"}}),
        ("languages", ["xx"]), ("format", "pdf"), ("version", 3), ("pages", [{"is": "Block"}]), ("role_support", "ja"),
        ("licence", {"is": "Licence", "code": "x" * 21}), ("assets", [{"is": "AssetEntry", "identity": "a"}]),
        ("assets", [{"is": "AssetEntry", "identity": "a", "path": "a", "size": -1}]), ("new", "x"),
        ("assets", [{"is": "AssetEntry", "identity": "a", "path": "a\0", "size": 1}]),
    ],
)  # fmt: skip
def test_a_field_that_holds_something_else_is_refused(field, value):
    package = json.loads(contents(archive_of(example(), PICTURE))["package.json"])["package"]

    assert "package.json er endret" in refused(changed(package=package | {field: value}), "pakke.zip")[0]


def test_two_pages_of_one_identity_are_refused():
    twice = replace(example(), pages=(example().pages[0],) * 2)

    assert "package.json er endret" in refused(archive_of(twice, PICTURE), "pakke.zip")[0]


def test_files_too_few_and_too_many_are_told_of():
    files = contents(archive_of(example(), PICTURE))
    lacking = {name: content for name, content in files.items() if not name.startswith("files/")}
    told = read_package(zipped(lacking | {"files/ny.pdf": b"x"}), "pakke.zip").remarks

    assert ("file_missing", "web_resources/tavle.png") in {(each.defect.value, each.quote) for each in told}
    assert ("file_unlisted", "files/ny.pdf") in {(each.defect.value, each.quote) for each in told}


def test_a_file_without_a_line_gets_one():
    unlisted = replace(example(), assets=())

    assert [each.path for each in read_package(archive_of(unlisted, PICTURE), "p.zip").assets] == list(PICTURE)


def test_the_deepest_page_that_is_taken_in_can_be_drawn():
    deep: Any = Paragraph((Run("Innerst"),))
    for _level in range(47):
        deep = Listing((ListItem((deep,)),))
    package = replace(example(), pages=(replace(example().pages[0], blocks=(deep,)),))
    page = read_package(archive_of(package, PICTURE), "p.zip").pages[0]

    assert "Innerst" in Drawing(Places(next(iter(page.title.entries)))).blocks(page.blocks)


def test_what_repeats_itself_is_not_taken_for_a_bomb():
    files = {"film.bin": b"\0" * (6 << 20)}
    package = replace(example(), assets=())

    assert read_package(archive_of(package, files), "p.zip").assets[0].size == 6 << 20
