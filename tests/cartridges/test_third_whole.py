"""The third package as a whole: its modules and files, in each version, and what hostile hands make of it."""

import pytest

from sloyfe.cycle.competence.markup.packages import Format, PackageTree, PageKind
from sloyfe.cycle.competence.markup.tree import Goes, Hint, Language, Link, Panels, walk
from sloyfe.cycle.competence.reading.checking import spoken
from sloyfe.cycle.competence.reading.doors import read_package
from tests.cartridges import activities as acts
from tests.cartridges.third import MODULES, cartridge

MAPPED = {
    "WikiPage": PageKind.PAGE,
    "Assignment": PageKind.ASSIGNMENT,
    "DiscussionTopic": PageKind.DISCUSSION,
    "Quizzes::Quiz": PageKind.QUIZ,
    "ExternalUrl": PageKind.WEB_LINK,
    "ContextExternalTool": PageKind.TOOL,
    "Attachment": PageKind.FILE,
    "ContextModuleSubHeader": PageKind.SUBHEADING,
}


@pytest.fixture(scope="module")
def package() -> PackageTree:
    return read_package(cartridge(), "tredje.imscc")


def text(node: object) -> str:
    return " ".join("".join(spoken(node)).split())


def sections(package: PackageTree, slug: str) -> list[list[tuple[str, str]]]:
    page = next(each for each in package.pages if each.identity == slug)
    panels = [node for node in walk(page.blocks) if isinstance(node, Panels)]
    return [[(text(each.title), text(each.blocks)) for each in panel.sections] for panel in panels]


def test_modules_come_in_order_with_their_titles(package):
    titles = [{code: module.title.read(Language(code)) for code in said.titles} for module, said in paired(package)]

    assert titles == [module.titles for module in MODULES]
    assert [module.after for module in package.modules] == [(m.after,) if m.after else () for m in MODULES]


def paired(package: PackageTree):
    return zip(package.modules, MODULES, strict=True)


def test_every_line_of_a_module_is_there_with_indent_state_and_demand(package):
    for module, said in paired(package):
        read = [(i.title.raw, i.kind, i.indent, i.state == "published") for i in module.items]
        asked = [i.requirement.kind if i.requirement else "" for i in module.items]

        assert read == [(i.title, MAPPED[i.kind], i.indent, i.published) for i in said.items]
        assert [bool(each) for each in asked] == [bool(i.requirement) for i in said.items]


def test_what_follows_a_subheader_lies_under_it(package):
    assert [item.level for item in package.modules[0].items] == [0, 0, 0, 1, 1, 1]


def test_links_between_pages_lead_to_the_pages(package):
    page = next(each for each in package.pages if each.identity == "lenker")
    led = [(node.target.goes, node.target.reference) for node in walk(page.blocks) if isinstance(node, Link)]

    assert led[:5] == [
        (Goes.PAGE, each)
        for each in ("infobokser", "faner", acts.ASSIGNMENTS[0].slug, acts.DISCUSSIONS[0].slug, "faner")
    ]
    assert [goes for goes, _ in led[5:]] == [
        Goes.PORTAL, Goes.FILE, Goes.FILE, Goes.FILE, Goes.BROKEN, Goes.OUTSIDE, Goes.MAIL,
    ]  # fmt: skip
    assert {reference for goes, reference in led if goes == Goes.FILE} == {
        "web_resources/Mine filer/Økt 1 – mønster.pdf",
        "web_resources/plakat æøå.txt",
    }


def test_titles_and_bodies_of_what_opens_stay_together(package):
    assert sections(package, "vis-mer") == [
        [("Fasit til telleleken", "Det er tolv steiner.")],
        [("Første hint", "Start med fem."), ("Andre hint", "Legg til to.")],
        [("Vis regelen", "Ett tall per ting."), ("Vis unntaket", "Ingen unntak.")],
        [("Gammel knapp", "Gammel kropp.")],
    ]
    assert sections(package, "faner")[0] == [("Småbarn", "Legg klosser i kurv."), ("Storbarn", "Mål med hyssing.")]
    assert sections(package, "trekkspill") == [
        [("Planlegge", "Velg en form."), ("Prøve", "Gå på formjakt.")],
        [("Samle", "Heng opp bildene.")],
        [("Dele", "Fortell foreldrene.")],
    ]


def test_what_the_portal_shifts_is_not_shifted(package):
    assert sections(package, "feil-9") == [[("Tabell", "Ett To Tre"), ("Etterpå", "Det siste paret.")]]
    assert sections(package, "feil-9b")[0] == [("Hel", "Ja."), ("Halv", "")]
    assert sections(package, "feil-10") == [[("Knapp A", "Kropp A."), ("Knapp B", "Kropp B.")]]
    assert sections(package, "feil-11") == [[("Høst", "Plukk epler."), ("Vår", "Så frø.")]]
    assert sections(package, "feil-12") == [[("Navn", "Kropp.")]]
    assert sections(package, "feil-13") == [[("En", "To")]]
    assert sections(package, "feil-15") == [[("Tittel", "Panel.")]]


def test_hints_keep_words_and_explanation(package):
    hints = {text(h.inlines): text(h.explanation) for p in package.pages for h in walk(p.blocks) if isinstance(h, Hint)}

    assert hints == {
        "IGP": "individuell-gruppe-plenum",
        "kardinalprinsippet": "siste tallord er mengden",
        "subitisering": "å se antall uten å telle",
        "sum": "tall (minst to) lagt sammen",
    }


def test_the_package_says_what_it_is(package):
    assert (package.format, package.version[:3], package.licence.code) == (Format.CARTRIDGE, "1.1", "cc_by_nc_sa")
    assert dict(package.title.entries) == {Language.NB: "Tall og lag", Language.NN: "Tal og lag"}
    assert [each.value for each in package.languages] == ["nb", "nn", "se"]
    assert {asset.path.removeprefix("web_resources/") for asset in package.assets} == set(acts.FILES)
    assert [page.identity for page in package.pages if page.front] == ["forside"]


def test_the_quiz_keeps_its_question_and_answers(package):
    quiz = text(next(page for page in package.pages if page.kind == PageKind.QUIZ).blocks)

    assert acts.QUESTION in quiz
    assert all(answer in quiz for answer in ("fire", "fem", "seks"))


def test_what_is_wrong_with_the_whole_is_said(package):
    said = {(str(remark.defect), remark.quote) for remark in package.remarks}

    assert ("file_missing", "web_resources/lovet men borte.pdf") in said
    assert ("file_unlisted", f"web_resources/{acts.UNLISTED}") in said
    assert {("title_twice", "Øving"), ("page_outside_modules", "Side uten plass")} <= said
    assert "file_junk" in {defect for defect, _ in said}


@pytest.mark.parametrize("version", ["2", "3"])
def test_later_versions_say_the_same(package, version):
    later = read_package(cartridge(version), "senere.imscc")

    assert later.version == f"1.{version}.0"
    assert [(p.identity, p.blocks) for p in later.pages] == [(p.identity, p.blocks) for p in package.pages]
    assert later.modules == package.modules


def test_without_the_portals_own_files_the_pages_are_the_same(package):
    plain = read_package(cartridge(canvas=False), "ren.imscc")

    assert [p.blocks for p in plain.pages] == [p.blocks for p in package.pages]
    assert [[i.title.raw for i in m.items] for m in plain.modules] == [
        [i.title.raw for i in m.items] for m in package.modules
    ]
    assert plain.licence.code == "cc_by_nc_sa"
