"""Findings on the pages of a draft, each about one block: between its languages, and in each of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sloyfe.cycle.competence.markup.inlines import has_words
from sloyfe.cycle.competence.markup.notes import Defect
from sloyfe.cycle.competence.markup.packages import Format, PageKind, PageTree, Provenance
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Block, Embed, Goes, Heading, Language, Link, Picture, walk
from sloyfe.cycle.competence.reading.checking import spoken
from sloyfe.cycle.competence.reading.comparing import BOXES, Unlike, unlike, with_comparison

BOTH = (Language.NB, Language.NN)
# What the comparison of a whole package says of one block by itself, that is true of the block.
OF_A_BLOCK = frozenset({Defect.DOUBLED_WORD, Defect.UNTRANSLATED, Defect.LINK_BOX_WITHOUT_LINK, Defect.REPEATED})
LONGEST = 80


class Rule(StrEnum):
    """What was found; those with a twin among the remarks of an import bear its name."""

    TRANSLATION_MISSING = "translation_missing"
    TRANSLATION_OLDER = "translation_older"
    TITLE_UNTRANSLATED = Defect.TITLE_UNTRANSLATED.value
    BOXES_DIFFER = "boxes_differ"
    NUMBERS_DIFFER = "numbers_differ"
    ORDER_DIFFERS = "order_differs"
    HEADING_JUMPS = "heading_jumps"
    HEADING_EMPTY = "heading_empty"
    IMAGE_WITHOUT_ALT = Defect.IMAGE_WITHOUT_ALT.value
    LINK_BROKEN = Defect.LINK_BROKEN.value
    LINK_EMPTY = Defect.LINK_EMPTY.value
    DOUBLED_WORD = Defect.DOUBLED_WORD.value
    UNTRANSLATED = Defect.UNTRANSLATED.value
    LINK_BOX_WITHOUT_LINK = Defect.LINK_BOX_WITHOUT_LINK.value
    REPEATED = Defect.REPEATED.value
    PAGE_EMPTY = "page_empty"


@dataclass(frozen=True)
class Piece:
    """A block of the editor: what it says for readers of each language, and which of them lag behind."""

    key: str
    blocks: tuple[Block, ...]
    missing: tuple[Language, ...] = ()
    older: tuple[Language, ...] = ()


@dataclass(frozen=True)
class Checked:
    """A page to look through."""

    key: str
    title: Title
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Finding:
    """One thing, on which page and in which block (none for the page itself)."""

    rule: Rule
    page: str
    block: str = ""
    quote: str = ""
    language: Language = Language.ANY
    unlike: Unlike | None = None


def findings(pages: Sequence[Checked], known: Collection[str], files: Collection[str]) -> list[Finding]:
    """Everything, page by page in reading order; `known` are the pages that links may lead to."""
    return [found for page in pages for found in _of_page(page, known, files)]


def _of_page(page: Checked, known: Collection[str], files: Collection[str]) -> Iterator[Finding]:
    if set(BOTH) - set(page.title.languages):
        yield Finding(Rule.TITLE_UNTRANSLATED, page.key, quote=page.title.raw)
    if not any(piece.blocks for piece in page.pieces):
        yield Finding(Rule.PAGE_EMPTY, page.key)
    for piece in page.pieces:
        for rule, languages in ((Rule.TRANSLATION_MISSING, piece.missing), (Rule.TRANSLATION_OLDER, piece.older)):
            for language in languages:
                yield Finding(rule, page.key, piece.key, language=language)
        if not piece.missing:
            yield from _between(page, piece)
        yield from _within(page, piece, known, files)
    for language in BOTH:
        yield from _levels(page, language)


def _between(page: Checked, piece: Piece) -> Iterator[Finding]:
    """The same boxes, links and lists in both languages, and in the same order."""
    mine = [each for each in BOTH if any(block.language == each for block in piece.blocks)]
    if len(mine) < 2:
        return
    told = list(unlike(piece.blocks, mine))
    for each in told:
        rule = Rule.BOXES_DIFFER if each.what == BOXES else Rule.NUMBERS_DIFFER
        yield Finding(rule, page.key, piece.key, unlike=each)
    orders = [[block.kind for block in piece.blocks if block.language == language] for language in mine]
    if orders[0] != orders[1] and not any(each.what == BOXES for each in told):
        yield Finding(Rule.ORDER_DIFFERS, page.key, piece.key)


def _within(page: Checked, piece: Piece, known: Collection[str], files: Collection[str]) -> Iterator[Finding]:
    for block in piece.blocks:
        for node in walk(block):
            if rule := _fault(node, known, files):
                yield Finding(rule, page.key, piece.key, _quoted(node), block.language)
    alone = PageTree(page.key, Title(), PageKind.PAGE, piece.blocks, Provenance(Format.HTML, ""))
    for remark in with_comparison(alone, ()).remarks:
        if remark.defect in OF_A_BLOCK:
            yield Finding(Rule(remark.defect.value), page.key, piece.key, remark.quote)


def _fault(node: object, known: Collection[str], files: Collection[str]) -> Rule | None:
    if isinstance(node, Heading) and not has_words(node.inlines):
        return Rule.HEADING_EMPTY
    if isinstance(node, Picture) and not node.alt and not node.decorative:
        return Rule.IMAGE_WITHOUT_ALT
    if isinstance(node, Link) and not has_words(node.inlines):
        return Rule.LINK_EMPTY
    if isinstance(node, Link | Picture | Embed):
        goes, reference = node.target.goes, node.target.reference
        nowhere = (goes == Goes.PAGE and reference not in known) or (goes == Goes.FILE and reference not in files)
        return Rule.LINK_BROKEN if nowhere or goes == Goes.BROKEN else None
    return None


def _levels(page: Checked, language: Language) -> Iterator[Finding]:
    """The page's own title is level one, so its text begins with one or two and goes down one step at a time."""
    before = 1
    for piece in page.pieces:
        for block in piece.blocks:
            if isinstance(block, Heading) and block.language in {language, Language.ANY}:
                if block.level > before + 1:
                    yield Finding(Rule.HEADING_JUMPS, page.key, piece.key, _quoted(block), language)
                before = block.level


def _quoted(node: object) -> str:
    words = " ".join("".join(spoken(node)).split()) or getattr(node, "address", "")
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
