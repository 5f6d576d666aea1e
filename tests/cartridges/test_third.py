"""The third package, read: every page is what the specification says it is, and no word or address is gone."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from sloyfe.cycle.competence.markup.packages import PackageTree
from sloyfe.cycle.competence.markup.packages import PageTree as Read
from sloyfe.cycle.competence.markup.tree import Box, Embed, Language, Link, Panels, Picture, walk
from sloyfe.cycle.competence.reading.checking import spoken
from sloyfe.cycle.competence.reading.doors import read_package
from tests.cartridges import activities as acts
from tests.cartridges.markup import Page
from tests.cartridges.remarks import REMARKS
from tests.cartridges.third import EVERY_PAGE, cartridge

SAID = [*EVERY_PAGE, *acts.ASSIGNMENTS, *acts.DISCUSSIONS]
TAG = re.compile(r"\[\s*(?:udir|uob|pfdk)-[\w-]+\s*\]", re.IGNORECASE)
WORD = re.compile(r"\w+")
by_page = pytest.mark.parametrize("page", SAID, ids=lambda page: page.slug[:20])


class Shown(HTMLParser):
    """What a body shows and where it leads, read without any of the importer's code."""

    def __init__(self, html: str):
        super().__init__()
        self.words, self.addresses = "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.words += " " if tag in {"td", "th", "p", "li", "div", "h2", "h4", "img", "iframe", "tr"} else ""
        self.addresses += [said[name] for name in ("href", "src") if said.get(name)]

    def handle_data(self, data):
        self.words += data


@pytest.fixture(scope="module")
def package() -> PackageTree:
    return read_package(cartridge(), "tredje.imscc")


def read(package: PackageTree, page: Page) -> Read:
    return next(each for each in package.pages if each.identity == page.slug)


def words(*texts: str) -> Counter[str]:
    return Counter(WORD.findall(TAG.sub(" ", " ".join(texts)).casefold()))


def languages(node: object) -> list[str]:
    found = {str(each.language) for each in walk(node) if getattr(each, "language", Language.ANY) != Language.ANY}
    return [each for each in ("nb", "nn", "se") if each in found]


def kinds(node: object, around: str = "") -> list[str]:
    if isinstance(node, tuple):
        return [kind for each in node for kind in kinds(each, around)]
    if not hasattr(node, "__dataclass_fields__"):
        return []
    mine = str(getattr(node, "language", "any"))
    around = around if mine == "any" else mine
    own = [f"{node.kind}/{around or '+'.join(languages(node)) or '*'}"] if isinstance(node, Box | Panels) else []
    inside = [getattr(node, name) for name in node.__dataclass_fields__]
    return own + [kind for each in inside for kind in kinds(each, around)]


@by_page
def test_blocks_come_in_order_each_in_its_language(package, page):
    assert kinds(read(package, page).blocks) == page.blocks.split()


@by_page
def test_titles_read_in_every_language(package, page):
    title = read(package, page).title

    assert {language: title.read(Language(language)) for language in page.titles} == page.titles


@by_page
def test_no_word_is_lost(package, page):
    kept = read(package, page)
    lost = words(Shown(page.body).words) - words("".join(spoken(kept.blocks)))

    assert set(lost) <= {word.casefold() for word in page.lost_on_purpose}
    assert not lost - words(*(removal.words for removal in kept.removals))
    assert set(map(str.casefold, page.words)) <= set("".join(spoken(kept.blocks)).casefold().split()) | set(
        words("".join(spoken(kept.blocks)))
    ) | {"r&d", "individuell-gruppe-plenum"}


@by_page
def test_no_address_is_lost(package, page):
    nodes = list(walk(read(package, page).blocks))
    kept = {node.address for node in nodes if isinstance(node, Link | Picture | Embed)}

    assert set(Shown(page.body).addresses) <= kept
    assert sum(isinstance(node, Link) and bool(node.address) for node in nodes) == page.links


@by_page
def test_audience_and_state_are_read(package, page):
    kept = read(package, page)

    assert (kept.audience.readers != "everyone") == page.leaders
    assert (kept.state == "published") == page.published


@by_page
def test_what_is_wrong_is_said_and_nothing_more(package, page):
    said = {(str(remark.defect), remark.quote) for remark in read(package, page).remarks}

    for defect in page.defects:
        name, quote = REMARKS[defect]
        assert any(name == each and quote in about for each, about in said), f"{defect}: {said}"
    assert not {name for name, _ in said} & {"words_left_out", "links_left_out", "xml_mended", "encoding_guessed"}
