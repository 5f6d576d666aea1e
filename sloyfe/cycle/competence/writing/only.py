"""What readers of one language see of some blocks, as blocks that are for that language alone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sloyfe.cycle.competence.markup.inlines import has_words, joined
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Cell,
    Embed,
    File,
    Heading,
    Hint,
    Inline,
    Language,
    Link,
    Listing,
    ListItem,
    Origin,
    Panels,
    Paragraph,
    Row,
    Said,
    Section,
    Table,
)

NOWHERE = Origin()


def only(blocks: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
    """Without other languages and without where they were found."""
    return tuple(_block(each, language) for each in _said(blocks, language) if not _is_empty(each, language))


def _said(nodes: tuple[Any, ...], language: Language) -> Iterator[Any]:
    return (each for each in nodes if each.language in {language, Language.ANY})


def _is_empty(block: Block, language: Language) -> bool:
    return isinstance(block, Paragraph) and not has_words(_inlines(block.inlines, language))


def _block(block: Block, language: Language) -> Block:
    block = replace(block, language=language, origin=NOWHERE)
    match block:
        case Heading() | Paragraph():
            block = replace(block, inlines=_inlines(block.inlines, language))
        case Listing():
            items = _said(block.items, language)
            block = replace(block, items=tuple(ListItem(only(each.blocks, language), language) for each in items))
        case Table():
            rows = tuple(Row(tuple(_cell(cell, language) for cell in _said(row.cells, language))) for row in block.rows)
            block = replace(block, rows=rows, caption=_inlines(block.caption, language))
        case Box():
            block = replace(block, heading=_inlines(block.heading, language), blocks=only(block.blocks, language))
        case Panels():
            sections = tuple(_section(each, language) for each in _said(block.sections, language))
            block = replace(block, sections=sections)
        case Embed():
            block = replace(block, blocks=only(block.blocks, language))
        case File():
            block = replace(block, link=replace(block.link, inlines=_inlines(block.link.inlines, language)))
    return block


def _cell(cell: Cell, language: Language) -> Cell:
    return replace(cell, blocks=only(cell.blocks, language), language=language)


def _section(section: Section, language: Language) -> Section:
    return Section(_inlines(section.title, language), only(section.blocks, language), language)


def _inlines(inlines: tuple[Inline, ...], language: Language) -> tuple[Inline, ...]:
    return joined(tuple(_each(inlines, language)))


def _each(inlines: tuple[Inline, ...], language: Language) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Said():
                if inline.language in {language, Language.ANY}:
                    yield from _each(inline.inlines, language)
            case Link():
                yield replace(inline, inlines=_inlines(inline.inlines, language))
            case Hint():
                yield Hint(_inlines(inline.inlines, language), _inlines(inline.explanation, language))
            case _:
                yield inline
