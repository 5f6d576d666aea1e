"""What stands on a page for a reader of one language, passage by passage: what is searched, and what a hit shows."""

from collections.abc import Iterable, Iterator

from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Break,
    Cell,
    Embed,
    File,
    Heading,
    Hint,
    Image,
    Inline,
    Language,
    Link,
    Listing,
    ListItem,
    Panels,
    Paragraph,
    Picture,
    RichText,
    Run,
    Said,
    Section,
    Table,
)

Node = Block | ListItem | Cell | Section


def passages(blocks: Iterable[Node], language: Language) -> Iterator[str]:
    """A passage for each paragraph, heading, title of a panel, caption and picture; empty ones are left out."""
    for block in blocks:
        if block.language in {Language.ANY, language}:
            for words in _in_block(block, language):
                told = " ".join(words.split())
                if told:
                    yield told


def _in_block(block: Node, language: Language) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield _line(block.inlines, language)
        case Box():
            yield _line(block.heading, language)
            yield from passages(block.blocks, language)
        case Section():
            yield _line(block.title, language)
            yield from passages(block.blocks, language)
        case Table():
            yield _line(block.caption, language)
            for row in block.rows:
                yield from passages(row.cells, language)
        case Panels():
            yield from passages(block.sections, language)
        case Listing():
            yield from passages(block.items, language)
        case ListItem() | Cell():
            yield from passages(block.blocks, language)
        case _:
            yield from _in_small(block, language)


def _in_small(block: Node, language: Language) -> Iterator[str]:
    """What is shown, more than written."""
    match block:
        case Embed():
            yield block.title
            yield from passages(block.blocks, language)
        case Image():
            yield block.picture.alt
        case File():
            yield _line((block.link,), language)
        case RichText():
            yield block.text


def _line(inlines: Iterable[Inline], language: Language) -> str:
    return "".join(_letters(inlines, language))


def _letters(inlines: Iterable[Inline], language: Language) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Run():
                yield inline.text
            case Break():
                yield " "
            case Picture():
                yield inline.alt
            case Link():
                yield from _letters(inline.inlines, language)
            case Hint():
                yield from _letters(inline.inlines, language)
                yield " ("
                yield from _letters(inline.explanation, language)
                yield ")"
            case Said() if inline.language in {Language.ANY, language}:
                yield from _letters(inline.inlines, language)
