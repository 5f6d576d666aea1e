"""The languages of a page beside each other: the same boxes, links and lists in each, and nothing said twice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from sloyfe.algorithms.languages import spoken_language
from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.paragraphs import by_language
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Embed,
    Heading,
    Kind,
    Language,
    Link,
    Listing,
    Panels,
    Paragraph,
    Said,
    walk,
)
from sloyfe.cycle.competence.reading.checking import spoken

TWICE = re.compile(r"\b(\w{2,40})\s+\1\b", re.IGNORECASE)
# Words that Norwegian may rightly say twice in a row.
MAY_REPEAT = frozenset(["det", "den", "de", "som", "har", "er", "at", "å", "så", "nei", "ja", "der", "mer", "meir"])
LONG_ENOUGH = 40
FEWEST_WORDS = 12
OWN = (Language.NB, Language.NN, Language.SE)
BOXES, OUTSIDE = "boxes", "outside boxes"
COUNTED = ("links", "list items", "embeds")
# A kind of box, and how many links, list items and embeds it holds.
Part = tuple[str, int, int, int]


def with_comparison(page: PageTree, languages: Sequence[Language]) -> PageTree:
    """The page with remarks on what its languages do not share."""
    notes = Notes(page.provenance.source, dict.fromkeys(page.remarks))
    mine = [language for language in OWN if any(_language(node) == language for node in walk(page.blocks))]
    for missing in (language for language in languages if mine and language not in mine):
        notes.remark(Defect.LANGUAGE_MISSING, quote=missing)
    named = set(page.title.languages)
    wanted = set(languages) | set(mine)
    if named and wanted - named:
        notes.remark(Defect.TITLE_UNTRANSLATED, quote=page.title.raw)
    unmarked = language_of_unmarked(page.blocks)
    if unmarked and len(languages) > 1:
        notes.remark(Defect.LANGUAGE_UNMARKED, quote=unmarked)
    if len(mine) > 1:
        _compare(page.blocks, mine, notes)
    _look_at_words(page.blocks, mine, notes)
    return replace(page, remarks=tuple(notes.remarks))


def language_of_unmarked(blocks: tuple[Block, ...]) -> Language | None:
    """The language of what is shown to all, when it is clearly one."""
    shown = " ".join(_words(line) for line in _lines(blocks) if line.language == Language.ANY)
    guess = spoken_language(shown)
    return Language(guess.language) if guess.sure and len(shown.split()) >= FEWEST_WORDS else None


def _language(node: Any) -> Language | None:
    return getattr(node, "language", None)


@dataclass(frozen=True)
class Unlike:
    """What two languages do not share: the kinds of boxes, or how many of something one box holds in each."""

    languages: tuple[Language, Language]
    what: str
    said: tuple[str, str]
    number: int = 0
    kind: str = ""


def unlike(blocks: tuple[Block, ...], mine: Sequence[Language]) -> Iterator[Unlike]:
    """The first language beside each of the others."""
    first, *others = [[_outside(blocks, language), *parts(blocks, language)] for language in mine]
    for language, theirs in zip(mine[1:], others, strict=True):
        pair = mine[0], language
        if [name for name, *_ in first] != [name for name, *_ in theirs]:
            yield Unlike(pair, BOXES, (" ".join(name for name, *_ in first), " ".join(name for name, *_ in theirs)))
        for number, one, other in _beside(first, theirs):
            for what, ours, yours in zip(COUNTED, one[1:], other[1:], strict=True):
                if ours != yours:
                    yield Unlike(pair, what, (str(ours), str(yours)), number, one[0])


def _compare(blocks: tuple[Block, ...], mine: Sequence[Language], notes: Notes) -> None:
    for each in unlike(blocks, mine):
        (one, other), (ours, yours) = each.languages, each.said
        told = f"{each.number}. {each.kind}: {each.what} {one} {ours}, {other} {yours}"
        quote = f"{one}: {ours} | {other}: {yours}" if each.what == BOXES else told
        notes.remark(Defect.LANGUAGES_DIFFER, quote=quote)


def _beside(first: Sequence[Part], theirs: Sequence[Part]) -> Iterator[tuple[int, Part, Part]]:
    """The boxes that answer to each other, also after one that only one language has."""
    matcher = SequenceMatcher(None, [name for name, *_ in first], [name for name, *_ in theirs], autojunk=False)
    for mine, yours, length in matcher.get_matching_blocks():
        for step in range(length):
            yield mine + step, first[mine + step], theirs[yours + step]


def parts(blocks: Sequence[Any], language: Language) -> Iterator[Part]:
    """Boxes and panels in one language, with how many links, list items and embeds each holds by itself."""
    for block in blocks:
        if _language(block) not in {language, Language.ANY}:
            continue
        if isinstance(block, Box | Panels):
            yield (block.kind.value, *_counted(list(_own(block, language))))
            inner = block.blocks if isinstance(block, Box) else [b for s in block.sections for b in s.blocks]
            yield from parts(inner, language)
        elif isinstance(block, Listing):
            yield from parts([each for item in block.items for each in item.blocks], language)


def _outside(blocks: tuple[Block, ...], language: Language) -> Part:
    """What stands outside all boxes."""
    heard = {language, Language.ANY}
    loose = [each for each in blocks if not isinstance(each, Box | Panels) and _language(each) in heard]
    return (OUTSIDE, *_counted([*loose, *(node for each in loose for node in _own(each, language))]))


def _counted(own: Sequence[Any]) -> tuple[int, int, int]:
    links = sum(isinstance(node, Link) for node in own)
    items = sum(len(node.items) for node in own if isinstance(node, Listing))
    return links, items, sum(isinstance(node, Embed) for node in own)


def _own(node: Any, language: Language) -> Iterator[Any]:
    """What one language reads of a box, without the boxes inside it."""
    for name in getattr(node, "__dataclass_fields__", ()):
        value = getattr(node, name)
        for each in value if isinstance(value, tuple) else ():
            if _language(each) in {None, language, Language.ANY} and not isinstance(each, Box | Panels):
                yield each
                yield from _own(each, language)


def _look_at_words(blocks: tuple[Block, ...], mine: Sequence[Language], notes: Notes) -> None:
    seen: dict[tuple[Language, str], int] = {}
    lines = [*_lines(blocks)]
    by_words: dict[str, set[Language]] = {}
    for line in lines:
        by_words.setdefault(_words(line).casefold(), set()).add(line.language)
    for line in lines:
        words = _words(line)
        for match in TWICE.finditer(words):
            if match.group(1).casefold() not in MAY_REPEAT:
                notes.remark(Defect.DOUBLED_WORD, line.origin.line, match.group())
        key = (line.language, words.casefold())
        seen[key] = seen.get(key, 0) + 1
        if len(words) >= LONG_ENOUGH and seen[key] == 2:
            notes.remark(Defect.REPEATED, line.origin.line, words)
        copied = len(mine) > 1 and {Language.NB, Language.NN} <= by_words[words.casefold()]
        if line.language in {Language.NB, Language.NN} and _wrong(words, line.language, copied=copied):
            notes.remark(Defect.UNTRANSLATED, line.origin.line, words)
    for box in (node for node in walk(blocks) if isinstance(node, Box) and node.meaning == Kind.LINK):
        if not any(isinstance(node, Link | Embed) for node in walk(box.blocks)):
            notes.remark(Defect.LINK_BOX_WITHOUT_LINK, box.origin.line, "".join(spoken(box.blocks)))


def _lines(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Paragraphs, and the headings and titles that are lines too."""
    for node in walk(blocks):
        if isinstance(node, Paragraph):
            yield node
        elif isinstance(node, Heading):
            yield Paragraph(node.inlines, language=node.language, origin=node.origin)
        elif isinstance(node, Box) and node.heading:
            yield from by_language(Paragraph(node.heading, origin=node.origin), node.language)
        elif isinstance(node, Panels):
            for section in node.sections:
                yield from by_language(Paragraph(section.title, origin=node.origin), section.language)


def _wrong(words: str, language: Language, *, copied: bool) -> bool:
    """Written in the other language; a line that is the same in both is only doubted when it is clear."""
    other = "nn" if language == Language.NB else "nb"
    guess = spoken_language(words)
    return guess.language == other and (guess.sure or copied)


def _words(line: Paragraph) -> str:
    inlines = line.inlines[0].inlines if len(line.inlines) == 1 and isinstance(line.inlines[0], Said) else line.inlines
    return " ".join("".join(spoken(inlines)).split())
