"""The portal's export as JSON: wrapped or bare, in one file or in many, with titles that its own parser broke."""

import json

from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.markup.tree import Box, Language, Link
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests.making import every, table, words, zipped

COURSE = {"id": 360, "title": "nb: Pakken|nn: Pakka", "description": "Om pakken", "hideIndentedContentForLeaders": True,
          "showMoocLicense": True, "languages": ["nb", "nn"], "frontpageSlugID": "start"}  # fmt: skip
MODULES = [
    {"id": 2, "order": 2, "title": {"nb": "To", "nn": "To", "se": ""}, "items": []},
    {"id": 1, "order": 1, "title": {"nb": "A | nn: B", "nn": "B", "se": ""}, "items": [
        {"id": 12, "slugID": "leder", "order": 2, "indent": 1, "title": {"nb": "Leder", "nn": "Leiar"}, "type": "Page",
         "requirement": "mark"},
        {"id": 11, "slugID": "start", "order": 1, "indent": 0, "title": {"nb": "nb : Start|nn : Byrjing"},
         "type": "Page",
         "requirement": None},
        {"id": 13, "slugID": "borte", "order": 3, "indent": 0, "title": {"nb": "Borte"}, "type": "Page"}]},
]  # fmt: skip
BODY = '<div class="language" lang="nb"><p>Hei der.</p></div><div class="language" lang="nn"><p>Hei du.</p></div>'
PAGES = {
    "start": {"id": 501, "title": {"nb": "Start", "nn": "Byrjing"}, "slug": {"nb": "start"}, "isFrontpage": True,
              "content": {"nb": BODY + '<p><a href="/courses/360/pages/leder">Leder</a></p>'}},
    "leder": {"id": 502, "title": {"nb": "Leder", "nn": "Leiar"}, "slug": {"nb": "leder"}, "isFrontpage": False,
              "content": {"nb": table("[udir-leader]", "For ledere")}},
}  # fmt: skip


def wrapped(result: object) -> dict[str, object]:
    return {"status": 200, "result": result}


def read(content: object):
    return read_package(json.dumps(content).encode(), "eksport.json")


def test_one_file_with_everything_is_a_package():
    package = read({**COURSE, "modules": MODULES, "pages": list(PAGES.values())})

    assert (package.identity, dict(package.title.entries)) == ("360", {"nb": "Pakken", "nn": "Pakka"})
    assert (package.role_support, package.licence.code, package.licence.forbids_changes) == (True, "cc_by_nc_nd", True)
    assert [dict(module.title.entries) for module in package.modules] == [
        {"nb": "A", "nn": "B"},
        {"nb": "To", "nn": "To"},
    ]
    assert [(item.page, item.indent) for item in package.modules[0].items] == [("501", 0), ("502", 1), ("borte", 0)]
    assert dict(package.modules[0].items[0].title.entries) == {"nb": "Start", "nn": "Byrjing"}
    assert "page_missing" in {remark.defect.value for remark in package.remarks}


def test_bodies_hold_all_languages_and_links_find_their_pages():
    start, leader = read({"course": COURSE, "modules": wrapped(MODULES), "pages": PAGES}).pages

    assert [(block.language.value, words(block)) for block in start.blocks] == [
        ("nb", "Hei der."), ("nn", "Hei du."), ("any", "Leder"),
    ]  # fmt: skip
    assert [link.target.reference for link in every(start.blocks, Link)] == ["502"]
    assert (start.front, leader.audience.readers, words(every(leader.blocks, Box)[0].heading)) == (
        True,
        Readers.LEADERS,
        "For ledere",
    )


def test_answers_in_files_of_their_own_are_one_package():
    files = {"360.json": json.dumps(wrapped(COURSE)), "modules.json": json.dumps(wrapped(MODULES))}
    files |= {f"pages/{slug}.json": json.dumps(wrapped(page)) for slug, page in PAGES.items()}
    package = read_package(zipped(files), "eksport.zip")

    assert (len(package.modules), [page.identity for page in package.pages]) == (2, ["501", "502"])
    assert list(package.languages) == [Language.NB, Language.NN]


def test_bodies_of_their_own_in_each_language_are_told_apart():
    package = read([{"id": 1, "title": {"nb": "A"}, "content": {"nb": "<p>Hei der.</p>", "nn": "<p>Hei du.</p>"}}])

    assert [block.language.value for block in package.pages[0].blocks] == ["nb", "nn"]
