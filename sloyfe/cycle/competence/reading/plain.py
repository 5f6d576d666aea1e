"""Blocks as plain lines in one language, for places that keep words and no blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Break,
    Embed,
    File,
    Heading,
    Hint,
    Inline,
    Language,
    Link,
    Listing,
    Panels,
    Paragraph,
    RichText,
    Run,
    Said,
    Table,
    walk,
)

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
BEFORE_END = re.compile(r"\s+([.,;:!?])")


@dataclass(frozen=True)
class Hinted:
    """A word with the explanation that it has."""

    words: str
    explanation: str


def is_for(node: Any, language: Language) -> bool:
    """Whether readers of this language see it."""
    return getattr(node, "language", Language.ANY) in (language, Language.ANY)


def words_of(inlines: Sequence[Inline], language: Language) -> str:
    """A line's words; an explanation is asked for by itself."""
    return BEFORE_END.sub(r"\1", " ".join("".join(_spoken(inlines, language)).split()))


def lines_of(blocks: Sequence[Block], language: Language) -> list[str]:
    """Line by line; the points of a list begin with a dash."""
    return [line for block in blocks if is_for(block, language) for line in _lines(block, language) if line]


def text_of(lines: Sequence[str]) -> str:
    """A text to be read: a line of its own for each point of a list, and air between the others."""
    said = "\n\n".join(lines)
    return said.replace("\n\n– ", "\n– ")


def questions_in(lines: Sequence[str]) -> list[str]:
    """Every sentence that asks something."""
    sentences = (found.strip(" –") for line in lines for found in SENTENCE.findall(line))
    return [each for each in sentences if each.endswith("?")]


def hints_in(blocks: Sequence[Block], language: Language) -> list[Hinted]:
    """The words that are explained, each once."""
    found: dict[str, Hinted] = {}
    for block in blocks:
        for each in walk(block) if is_for(block, language) else ():
            if isinstance(each, Hint) and (words := words_of(each.inlines, language)):
                found.setdefault(words, Hinted(words, words_of(each.explanation, language)))
    return list(found.values())


def files_in(blocks: Sequence[Block], language: Language) -> list[str]:
    """The files that stand by themselves, as they are called."""
    shown = (each for block in blocks if is_for(block, language) for each in walk(block))
    names = (words_of(each.link.inlines, language) or each.link.address for each in shown if isinstance(each, File))
    return list(dict.fromkeys(names))


def _lines(block: Block, language: Language) -> Iterator[str]:
    if isinstance(block, Paragraph | Heading):
        yield words_of(block.inlines, language)
    elif isinstance(block, Listing):
        yield from _points(block, language)
    elif isinstance(block, Box):
        yield from (words_of(block.heading, language), *lines_of(block.blocks, language))
    elif isinstance(block, Panels):
        yield from _sections(block, language)
    elif isinstance(block, Table):
        yield from _rows(block, language)
    elif isinstance(block, Embed):
        yield block.title
    elif isinstance(block, RichText):
        yield block.text


def _sections(block: Panels, language: Language) -> Iterator[str]:
    for section in block.sections:
        if is_for(section, language):
            yield from (words_of(section.title, language), *lines_of(section.blocks, language))


def _rows(block: Table, language: Language) -> Iterator[str]:
    for row in block.rows:
        cells = [" ".join(lines_of(cell.blocks, language)) for cell in row.cells if is_for(cell, language)]
        yield ": ".join(cell for cell in cells if cell)


def _points(block: Listing, language: Language) -> Iterator[str]:
    for item in block.items:
        if is_for(item, language) and (said := lines_of(item.blocks, language)):
            yield from (f"– {said[0].removeprefix('– ')}", *said[1:])


def _spoken(inlines: Sequence[Inline], language: Language) -> Iterator[str]:
    for each in inlines:
        if isinstance(each, Run):
            yield each.text
        elif isinstance(each, Break):
            yield " "
        elif isinstance(each, Link | Hint | Said) and is_for(each, language):
            yield from _spoken(each.inlines, language)
