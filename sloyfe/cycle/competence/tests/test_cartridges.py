"""A cartridge as Canvas makes it: modules, pages, assignments, discussions, quizzes, files, and the links between."""

import re
from html import escape
from urllib.parse import quote

import pytest

from sloyfe.cycle.competence.exporting.html import Foreign
from sloyfe.cycle.competence.markup.packages import PackageTree, PageKind, Readers, State
from sloyfe.cycle.competence.markup.tree import (
    Box,
    Embed,
    File,
    Goes,
    Kind,
    Link,
    Panels,
    Paragraph,
    Picture,
    Run,
    Target,
)
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.reading.reporting import report_on
from sloyfe.cycle.competence.tests.making import (
    defects,
    every,
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

CANVAS = 'xmlns="http://canvas.instructure.com/xsd/cccv1p0"'
BOX = table("[udir-task]", '<p class="language" lang="nb">Gjør dette.</p><p class="language" lang="nn">Gjer dette.</p>')
LINKS = f"""
<p><a href="$WIKI_REFERENCE$/pages/leder">leder</a> <a href="%24WIKI_REFERENCE%24/pages/borte">borte</a>
<a href="$IMS-CC-FILEBASE$/Mappe/{quote("årsplan å.pdf")}?canvas_download=1">fil</a>
<a href="$CANVAS_OBJECT_REFERENCE$/assignments/a1">oppgave</a>
<a href="$CANVAS_COURSE_REFERENCE$/modules/items/it2">punkt</a> <a href="$CANVAS_COURSE_REFERENCE$/files">filer</a>
<a href="https://bibsys.instructure.com/courses/360/pages/leder">gammel</a>
<a href="https://bibsys.instructure.com/courses/360/grades">karakter</a> <a href="https://udir.no">ute</a>
<a href="mailto:post@example.no">post</a> <a href="#ned">ned</a></p>
<p><a href="$IMS_CC_FILEBASE$/skjema.docx">Skjema</a></p>
<p><img src="$IMS-CC-FILEBASE$/bilde.png" alt="Et tre"><img src="$IMS-CC-FILEBASE$/borte.png" alt=""></p>
<iframe src="$CANVAS_COURSE_REFERENCE$/external_tools/retrieve?url=https%3A%2F%2Fkpas.example%2Flti%3FkpasMode%3D4">
</iframe>
<iframe title="Film" src="https://player.vimeo.com/video/1"></iframe>"""
FILES: dict[str, bytes | str] = {
    "imsmanifest.xml": manifest(
        resource("p1", "wiki_content/intro.html")
        + resource("p2", "wiki_content/leder.html")
        + resource("a1", "a1/oppgave.html", "associatedcontent/imscc_xmlv1p1/learning-application-resource")
        + resource("d1", "d1.xml", "imsdt_xmlv1p1")
        + resource("w1", "w1.xml", "imswl_xmlv1p1")
        + resource("q1", "q1/assessment_qti.xml", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment")
        + resource("f1", "web_resources/Mappe/årsplan å.pdf")
        + resource("f2", "web_resources/skjema.docx")
        + resource("f3", "web_resources/bilde.png")
    ),
    "course_settings/canvas_export.txt": "Q: What did the panda say?",
    "course_settings/course_settings.xml": f"""<course identifier="c1" {CANVAS}>
        <title>nb: Vår pakke|nn: Pakken vår</title>
        <license>cc_by_nc_nd</license></course>""",
    "course_settings/files_meta.xml": f"""<fileMeta {CANVAS}><files>
        <file identifier="f3"><usage_rights license="cc_by"/>
        </file></files></fileMeta>""",
    "course_settings/module_meta.xml": module_meta(
        module(
            "mo1",
            "nb: 1. Først|nn: 1. Fyrst",
            item("it0", "Innledning", "", kind="ContextModuleSubHeader"),
            item("it1", "nb: Start|nn: Byrjing", "p1"),
            item("it2", "nb: E 1.2 Plan|nn: E 1.2 Plan", "p2", indent=1),
            item("it3", "Oppgave", "a1", kind="Assignment", state="unpublished"),
            item("it4", "Snakk", "d1", kind="DiscussionTopic"),
            item("it5", "Nettsted", "w1", kind="ExternalUrl"),
            item("it6", "Prøve", "q1", kind="Quizzes::Quiz"),
            item("it7", "Årsplan", "f1", kind="Attachment"),
            requirements="""<completionRequirement type="must_mark_done"><identifierref>it1</identifierref>
                </completionRequirement>""",
        )
    ),
    "wiki_content/intro.html": wiki("p1", "nb: Start|nn: Byrjing", BOX + LINKS),
    "wiki_content/leder.html": wiki(
        "p2", "nb: E 1.2 Plan|nn: E 1.2 Plan", table("[udir-leader]", "For eiere"), "unpublished"
    ),
    "a1/assignment_settings.xml": f"""<assignment identifier="a1" {CANVAS}><title>Oppgave</title>
        <workflow_state>unpublished</workflow_state></assignment>""",
    "a1/oppgave.html": wiki("", "Oppgave", table("[udir-tip]", "<p>Prøv dette først.</p>")),
    "d1.xml": f"""<topic xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1"><title>Snakk</title>
        <text texttype="text/html">{escape(table("[udir-reveal]", "Kilder", "<p>En bok &amp; to.</p>"))}</text>
        </topic>""",
    "d1meta.xml": f"""<topicMeta identifier="d1meta" {CANVAS}><topic_id>d1</topic_id>
        <title>Snakk</title><type>topic</type>
        <workflow_state>active</workflow_state></topicMeta>""",
    "w1.xml": '<webLink><title>Nettsted</title><url href="https://udir.no/side"/></webLink>',
    "q1/assessment_qti.xml": """<questestinterop><assessment ident="q1" title="Prøve"><section><item title="Spørsmål 1">
        <presentation><material><mattext texttype="text/html">&lt;p&gt;Hva er sant?&lt;/p&gt;</mattext></material>
        <response_lid><render_choice><response_label ident="1"><material><mattext texttype="text/plain">Alt.</mattext>
        </material></response_label></render_choice></response_lid></presentation></item></section></assessment>
        </questestinterop>""",
    "web_resources/Mappe/årsplan å.pdf": b"%PDF",
    "web_resources/skjema.docx": b"PK",
    "web_resources/bilde.png": b"PNG",
}  # fmt: skip


@pytest.fixture(scope="module")
def package() -> PackageTree:
    return read_package(zipped(FILES), "pakke.imscc")


def page_of(package: PackageTree, identity: str):
    return next(page for page in package.pages if page.identity == identity)


def test_the_package_says_what_it_is(package):
    assert (package.identity, dict(package.title.entries)) == ("c1", {"nb": "Vår pakke", "nn": "Pakken vår"})
    assert (package.licence.code, package.licence.forbids_changes) == ("cc_by_nc_nd", True)
    assert {asset.path: asset.licence.code for asset in package.assets}["web_resources/bilde.png"] == "cc_by"
    assert list(package.languages) == ["nb", "nn"]


def test_modules_keep_indents_requirements_levels_and_states(package):
    items = package.modules[0].items

    assert [(each.kind.value, each.page, each.indent, each.level) for each in items] == [
        ("subheading", "", 0, 0), ("page", "p1", 0, 1), ("page", "p2", 1, 1), ("assignment", "a1", 0, 1),
        ("discussion", "d1", 0, 1), ("web_link", "w1", 0, 1), ("quiz", "q1", 0, 1), ("file", "", 0, 1),
    ]  # fmt: skip
    assert [each.requirement.kind for each in items if each.requirement] == ["must_mark_done"]
    assert items[5].address == "https://udir.no/side"
    assert items[7].address == "web_resources/Mappe/årsplan å.pdf"
    assert [each.identity for each in items if each.state == State.UNPUBLISHED] == ["it3"]


def test_boxes_are_found_in_pages_assignments_and_discussions(package):
    boxes = {page.identity: [box.kind.value for box in every(page.blocks, (Box, Panels))] for page in package.pages}

    assert boxes == {"p1": ["task"], "p2": ["leader"], "a1": ["tip"], "d1": ["reveal"], "w1": [], "q1": []}
    assert words(every(page_of(package, "d1").blocks, Panels)[0].sections[0].blocks) == "En bok & to."


def test_every_kind_of_link_is_followed(package):
    links = every(page_of(package, "p1").blocks, Link)

    assert [(words(link.inlines), link.target.goes.value, link.target.reference) for link in links] == [
        ("leder", "page", "p2"), ("borte", "broken", "borte"), ("fil", "file", "web_resources/Mappe/årsplan å.pdf"),
        ("oppgave", "page", "a1"), ("punkt", "page", "p2"), ("filer", "portal", "files"), ("gammel", "page", "p2"),
        ("karakter", "portal", "grades"), ("ute", "outside", "https://udir.no"), ("post", "mail", "post@example.no"),
        ("ned", "anchor", "ned"), ("Skjema", "file", "web_resources/skjema.docx"),
    ]  # fmt: skip
    assert [each.link.target.reference for each in every(page_of(package, "p1").blocks, File)] == [
        "web_resources/skjema.docx"
    ]
    assert [each.target.goes for each in every(page_of(package, "p1").blocks, Picture)] == [Goes.FILE, Goes.BROKEN]
    assert {"link_broken", "link_to_portal", "file_missing"} <= defects(page_of(package, "p1"))


def test_embeds_say_who_shows_them(package):
    assert [each.provider for each in every(page_of(package, "p1").blocks, Embed)] == ["kpas:survey", "vimeo"]


def test_an_audience_is_proposed_with_its_signs(package):
    leaders = page_of(package, "p2").audience

    assert leaders.readers == Readers.OWNERS
    assert [sign.value for sign in leaders.signs] == ["indent", "title_code", "leader_box", "box_heading"]
    assert page_of(package, "p1").audience.readers == Readers.EVERYONE


def test_what_was_not_published_is_not(package):
    states = {page.identity for page in package.pages if page.state == State.UNPUBLISHED}

    assert states == {"p2", "a1"}


def test_a_quiz_is_kept_as_text(package):
    quiz = page_of(package, "q1")

    assert (quiz.kind, words(quiz.blocks)) == (PageKind.QUIZ, "Spørsmål 1 Hva er sant? Alt.")
    assert defects(quiz) == {"quiz_as_text"}


def test_the_report_counts_what_there_is(package):
    report = report_on(package)
    first = next(page for page in report.pages if page.identity == "p1")

    assert (report.modules, report.items, len(report.pages), len(report.assets)) == (1, 8, 6, 3)
    assert (first.blocks[Kind.TASK], first.blocks[Kind.EMBED], first.blocks[Kind.FILE]) == (1, 2, 1)
    assert (first.words["nb"], first.words["nn"], first.coverage) == (2, 2, {"nb": 100, "nn": 12})
    assert first.broken == ("%24WIKI_REFERENCE%24/pages/borte", "$IMS-CC-FILEBASE$/borte.png")
    assert [asset.path for asset in report.assets if not asset.used_by] == []


@pytest.mark.parametrize("version", ["1.1", "1.2", "1.3", "1.4"])
def test_every_version_is_read_without_canvas_too(version):
    items = """<item identifier="m"><title>Modul</title><item identifier="i1" identifierref="r1"><title>Side</title>
        <item identifier="i2"><title>Dypere</title><item identifier="i3" identifierref="r9"><title>Borte</title></item>
        </item>
        </item></item>"""
    listed = resource("r1", "sider/en%20side.html")
    files = {"imsmanifest.xml": manifest(listed, items, version),
             "sider/en side.html": "<title>Side</title><p>Hei på deg.</p>"}  # fmt: skip
    package = read_package(zipped(files), "p.zip")

    assert [(each.title.raw, each.level, each.kind.value) for each in package.modules[0].items] == [
        ("Side", 0, "page"), ("Dypere", 1, "subheading"), ("Borte", 2, "file"),
    ]  # fmt: skip
    assert [words(page.blocks) for page in package.pages] == ["Hei på deg."]
    assert "page_missing" in {remark.defect.value for remark in package.remarks}


@pytest.mark.parametrize("address", ["javascript:alert(1)", " java\nscript:alert(1)", "DATA:text/html,x", "vbscript:x"])
def test_a_cartridge_leads_nowhere_that_would_run_something(address: str):
    goes, words = Target(Goes.OUTSIDE, address), (Run("Ord"),)
    blocks = (
        Paragraph((Link(address, words, goes), Picture(address, "Bilde", target=goes))),
        Embed("", address, "Film", (address,), (), goes),
    )
    made = Foreign({}, {}).blocks(blocks)

    assert [found for found in re.findall(r'(?:href|src)="([^"]*)"', made) if found] == []
    assert "Ord" in made
    assert "Film" in made


def test_a_cartridge_keeps_what_a_browser_only_shows():
    for address in ("https://example.org/javascript:x", "mailto:a@example.org", "data:image/png;base64,iVBOR"):
        assert f'"{address}"' in Foreign({}, {}).blocks((Paragraph((Link(address, (Run("Ord"),)),)),))
