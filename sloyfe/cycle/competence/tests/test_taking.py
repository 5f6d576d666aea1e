"""Packages are taken along as web pages, as an archive and as a cartridge, by those who may, as the licence allows."""

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from conftest import Member, World
from sloyfe.cycle.competence.adaptation import editing
from sloyfe.cycle.competence.exporting.cartridge import cartridge_of
from sloyfe.cycle.competence.markup.packages import PackageTree
from sloyfe.cycle.competence.markup.tree import Box, Goes, Panels, Target, walk
from sloyfe.cycle.competence.models import PackageVersion
from sloyfe.cycle.competence.reading.checking import spoken, words_in
from sloyfe.cycle.competence.reading.doors import read_package
from sloyfe.cycle.competence.tests import adapting
from sloyfe.cycle.competence.tests.any_tree import packages
from sloyfe.cycle.competence.tests.making import table
from sloyfe.cycle.competence.tests.test_reading import BODIES, address, cartridge, read_in

MORE = {
    "ord": '<p><span class="language nb" lang="nb">Barna leker ute.</span>'
    '<span class="language nn" lang="nn">Borna leikar ute.</span></p><h2>En overskrift</h2>'
    "<table><caption>Tall</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    + table("[udir-accordion]", ["Først", "<p>Én ting.</p>"], ["Så", "<p>En annen.</p>"])
    + '<p>Vi bruker <abbr title="individuelt, gruppe, plenum">IGP</abbr> og <b>rolig</b> tid.</p>',
}
LICENCE = "<license>cc_by_nc_sa</license>"


def licensed(code: str = "cc_by_nc_sa") -> bytes:
    """The package of the reading tests with more kinds of blocks, and a licence."""
    held = BytesIO(cartridge(bodies=BODIES | MORE))
    course = f'<course identifier="c1"><title>nb: Pakke en|nn: Pakke ein</title><license>{code}</license></course>'
    with ZipFile(held, "a") as opened:
        opened.writestr("course_settings/course_settings.xml", course)
    return held.getvalue()


def taken(member: Member, world: World, version: PackageVersion, form: str = "") -> dict[str, bytes]:
    answer = member.client.get(world.url(f"pakker/{version.package_id}/nedlasting/{form}/"))
    assert answer.status_code == 200, answer.content[:300]
    with ZipFile(BytesIO(answer.content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


class Links(HTMLParser):
    """What a page leads to, its headings, and its language."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.levels: list[int] = []
        self.languages: list[str] = []
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.leads += [each for each in (said.get("href"), said.get("src")) if each]
        self.levels += [int(tag[1])] if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else []
        self.languages += [said["lang"] or ""] if "lang" in said else []
        assert tag not in {"script", "iframe", "style"}
        assert "style" not in said
        assert "onclick" not in said


def test_every_link_in_the_folder_leads_somewhere(world: World, kari: Member):
    files = taken(kari, world, read_in(world, kari, licensed()), "nettsider")
    pages = {name: Links(content) for name, content in files.items() if name.endswith(".html")}
    leads = [(name, each) for name, page in pages.items() for each in page.leads if not each.startswith("#")]

    assert {"index.html", "nb/index.html", "nn/index.html", "stil.css"} <= files.keys()
    inside = [(name, each) for name, each in leads if "://" not in each]
    assert [each for each in inside if normpath(join(dirname(each[0]), unquote(each[1]))) not in files] == []
    assert {each for _name, each in leads if "://" in each} == {"https://video.example.org/1"}


def test_each_page_of_the_folder_stands_on_its_own(world: World, kari: Member):
    files = taken(kari, world, read_in(world, kari, licensed()), "nettsider")

    for name, content in files.items():
        if name.endswith(".html"):
            page, text = Links(content), content.decode()
            assert page.languages
            assert page.levels[0] == 1
            assert all(after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
            assert "CC BY-NC-SA" in text
            assert "Pakke en" in text or "Pakke ein" in text
            assert 'class="skip" href="#innhold"' in text
    nn = next(content for name, content in files.items() if name.startswith("nn/") and "ord" in name).decode()
    assert '<html lang="nn">' in nn
    assert "Borna leikar" in nn
    assert "Barna leker" not in nn
    assert "Hopp til innhaldet" in nn


def test_a_reader_takes_what_they_may_read(world: World, kari: Member, nils: Member, ute: Member):
    version = read_in(world, kari, licensed())
    pages = world.url(f"pakker/{version.package_id}/nedlasting/")

    assert any("eier" in name for name in taken(kari, world, version, "nettsider"))
    assert not [name for name in taken(nils, world, version, "nettsider") if "eier" in name or "utkast" in name]
    assert [nils.client.get(f"{pages}{form}/").status_code for form in ("arkiv", "kassett")] == [403, 403]
    assert [ute.client.get(f"{pages}{form}").status_code for form in ("", "nettsider/", "arkiv/")] == [404] * 3
    assert "kassett" not in nils.client.get(pages).text
    assert "Last ned kassetten" in kari.client.get(pages, HTTP_ACCEPT_LANGUAGE="nb").text


@pytest.mark.parametrize("code", ["private", ""])
def test_a_licence_that_forbids_copies_is_told_and_held_to(world: World, kari: Member, code: str):
    version = read_in(world, kari, licensed(code))
    pages = world.url(f"pakker/{version.package_id}/nedlasting/")

    assert "nettsider/" not in kari.client.get(pages).text
    answers = [kari.client.get(f"{pages}{form}/") for form in ("nettsider", "arkiv", "kassett")]
    assert [answer.status_code for answer in answers] == [409] * 3


def test_the_archive_holds_the_package_as_it_stands(world: World, kari: Member):
    version = read_in(world, kari, licensed())
    files = taken(kari, world, version, "arkiv")
    held = BytesIO()
    with ZipFile(held, "w") as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    back = read_package(held.getvalue(), "pakke.zip")
    again = read_in(world, kari, held.getvalue(), "pakke.zip")

    assert [page.title.raw for page in back.pages] == [page.tree.title.raw for page in version.pages.all()]
    assert [page.digest for page in again.pages.all()] == [page.digest for page in version.pages.all()]
    assert kari.client.get(address(world, again, "start")).status_code == 200
    assert files["files/0001-tavle.png"] == b"\x89PNG tavle"


def told(tree: PackageTree) -> list[object]:
    """Words, titles and order, and where links lead, in whatever way a package was read."""
    titles = {page.identity: page.title.entries for page in tree.pages}
    return [
        [[item.title.entries for item in module.items] for module in tree.modules],
        [(module.title.entries, module.state, module.in_order) for module in tree.modules],
        [(page.title.entries, page.state, words_in("".join(spoken(page.blocks)))) for page in tree.pages],
        [titles[each.reference] for each in walk(tuple(page.blocks for page in tree.pages))
         if isinstance(each, Target) and each.goes == Goes.PAGE],
        Counter(each.meaning for page in tree.pages for each in walk(page.blocks) if isinstance(each, Box | Panels)),
    ]  # fmt: skip


def without_tags(tree: PackageTree) -> PackageTree:
    """Words that stand in the portal's tags are not the page's own."""

    def bare(node: object) -> object:
        if isinstance(node, tuple):
            return tuple(bare(each) for each in node)
        if not hasattr(node, "__dataclass_fields__") or isinstance(node, dict):
            return node
        changed = {name: bare(getattr(node, name)) for name in node.__dataclass_fields__ if name != "origin"}
        return type(node)(**changed)

    return replace(tree, pages=tuple(replace(page, blocks=bare(page.blocks)) for page in tree.pages))


def test_a_cartridge_comes_back_with_all_that_it_said():
    package = read_package(licensed(), "pakke.imscc")
    files = {"web_resources/tavle.png": b"\x89PNG tavle"}
    back = read_package(cartridge_of(package, files), "ut.imscc")

    assert told(without_tags(back)) == told(without_tags(package))
    assert [asset.path for asset in back.assets] == ["web_resources/tavle.png"]
    assert back.licence.code == "cc_by_nc_sa"
    assert [item.indent for module in back.modules for item in module.items][1] == 1
    assert not {"words_left_out", "links_left_out", "link_broken"} & {
        remark.defect.value for page in back.pages for remark in page.remarks
    }


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.reuse, Phase.generate])
@given(packages())
def test_any_package_becomes_a_cartridge_that_can_be_read(given_package):
    package, files = given_package
    back = read_package(cartridge_of(package, files), "ut.imscc")

    assert len(back.pages) >= len(package.pages)
    assert len(back.modules) == len(package.modules)
    assert len(back.assets) == len(files)


def test_it_is_told_that_local_adaptations_stay_behind(world: World, kari: Member, ola: Member):
    package = adapting.read_in(world, kari, adapting.cartridge(licence="cc_by")).package
    page = world.url(f"pakker/{package.pk}/nedlasting/")
    before = kari.client.get(page).text
    adapting.decide(package, world.school, ola, editing.skip, "p:p-midt")

    assert ["Lokale tilpasninger" in each for each in (before, kari.client.get(page).text)] == [False, True]
