"""The report of an import: what was found on each page, what was taken out, and what the editor should look at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.notes import Defect, Remark, Removal
from sloyfe.cycle.competence.markup.packages import (
    AssetEntry,
    Audience,
    Licence,
    PackageTree,
    PageKind,
    PageTree,
    State,
)
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Block, Embed, Goes, Hint, Kind, Language, Link, Picture, walk
from sloyfe.cycle.competence.reading.checking import spoken, words_in
from sloyfe.cycle.competence.reading.comparing import language_of_unmarked

OWN = (Language.NB, Language.NN, Language.SE)


@dataclass(frozen=True)
class PageReport:
    """One page."""

    identity: str
    title: Title
    kind: PageKind
    source: str
    state: State
    audience: Audience
    blocks: Mapping[Kind, int]
    words: Mapping[Language, int]
    coverage: Mapping[Language, int]
    links: Mapping[Goes, int]
    broken: tuple[str, ...]
    embeds: tuple[tuple[str, str], ...]
    removals: tuple[Removal, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Report:
    """The whole import."""

    title: Title
    format: str
    version: str
    licence: Licence
    languages: tuple[Language, ...]
    modules: int
    items: int
    pages: tuple[PageReport, ...]
    assets: tuple[AssetEntry, ...]
    remarks: tuple[Remark, ...]
    removals: tuple[Removal, ...]

    @property
    def defects(self) -> Mapping[Defect, int]:
        """How many remarks there are of each class."""
        everywhere = [*self.remarks, *(remark for page in self.pages for remark in page.remarks)]
        return Counter(remark.defect for remark in everywhere)


def report_on(package: PackageTree) -> Report:
    """What the package says of itself when it is walked through."""
    return Report(
        package.title,
        package.format,
        package.version,
        package.licence,
        package.languages,
        len(package.modules),
        sum(len(module.items) for module in package.modules),
        tuple(_page(page, package.languages) for page in package.pages),
        package.assets,
        package.remarks,
        package.removals,
    )


def _page(page: PageTree, languages: tuple[Language, ...]) -> PageReport:
    nodes = list(walk(page.blocks))
    links = [node for node in nodes if isinstance(node, Link)]
    blocks: Counter[Kind] = Counter(node.kind for node in nodes if isinstance(node, Block))
    blocks[Kind.TOOLTIP] = sum(isinstance(node, Hint) for node in nodes)
    words = words_by_language(page)
    led = [node for node in nodes if isinstance(node, Link | Picture | Embed)]
    return PageReport(
        page.identity,
        page.title,
        page.kind,
        page.provenance.source,
        page.state,
        page.audience,
        +blocks,
        words,
        coverage(words, languages, language_of_unmarked(page.blocks)),
        Counter(link.target.goes for link in links),
        tuple(node.address for node in led if node.target.goes == Goes.BROKEN),
        tuple((node.provider, node.address) for node in nodes if isinstance(node, Embed)),
        page.removals,
        page.remarks,
    )


def words_by_language(page: PageTree) -> Mapping[Language, int]:
    """How many words there are for readers of each language, and for all."""
    found: Counter[Language] = Counter()
    _count(page.blocks, Language.ANY, found)
    return found


def coverage(
    words: Mapping[Language, int], languages: tuple[Language, ...], unmarked: Language | None = None
) -> Mapping[Language, int]:
    """What share (%) of the longest language's words each has; what is unmarked counts for all, unless it is one's."""
    shared = words.get(Language.ANY, 0)
    has = {
        language: words.get(language, 0) + (shared if unmarked in {None, language} else 0)
        for language in OWN
        if language in languages
    }
    longest = max(has.values(), default=0)
    return {language: round(100 * number / longest) if longest else 100 for language, number in has.items()}


def _count(node: object, around: Language, found: Counter[Language]) -> None:
    if isinstance(node, tuple):
        for each in node:
            _count(each, around, found)
        return
    mine = getattr(node, "language", around)
    mine = mine if mine != Language.ANY else around
    inner = [
        value
        for name in getattr(node, "__dataclass_fields__", ())
        if isinstance(value := getattr(node, name), tuple) and value and not isinstance(value[0], str)
    ]
    if inner:
        for value in inner:
            _count(value, mine, found)
    elif hasattr(node, "__dataclass_fields__"):
        found[mine] += sum(words_in("".join(spoken(node))).values())
