"""Blocks as text to type in. What would not come back as it was is written with more signs, or referred to whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Cell,
    Embed,
    File,
    Heading,
    Image,
    Kind,
    Language,
    Listing,
    ListItem,
    Panels,
    Paragraph,
    Section,
    Table,
)
from sloyfe.cycle.competence.writing.inlines import Pen
from sloyfe.cycle.competence.writing.keeping import line_for
from sloyfe.cycle.competence.writing.only import only
from sloyfe.cycle.competence.writing.reading import blocks_of
from sloyfe.cycle.competence.writing.words import word_of


def written(blocks: tuple[Block, ...], language: Language) -> str:
    """What readers of this language see, as text."""
    return _together(only(blocks, language), language)


def _together(blocks: Sequence[Block], language: Language) -> str:
    """One below the other; lists that follow each other take different signs, so that they stay apart."""
    made: list[str] = []
    other = False
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        follows = isinstance(block, Listing) and isinstance(before, Listing) and before.ordered == block.ordered
        other = follows and not other
        made.append(_one(block, language, other=other))
    return "\n\n".join(made)


def _one(block: Block, language: Language, *, other: bool) -> str:
    """As simply as it comes back the same; else as a line that refers to it."""
    for pen in (Pen(language), Pen(language, careful=True)):
        text = _Writer(pen, language, other=other).block(block)
        if text is not None and blocks_of(text, language, (block,)) == (block,):
            return text
    return line_for(block, language)


@dataclass(frozen=True)
class _Writer:
    pen: Pen
    language: Language
    other: bool = False

    def block(self, block: Block) -> str | None:
        """A block that holds others, or else a line or a few."""
        match block:
            case Listing():
                return "\n".join(self._item(number, item, block) for number, item in enumerate(block.items, 1))
            case Table():
                return self._table(block)
            case Embed():
                return self._frame(Kind.EMBED, f"{block.address} {block.title}", block.blocks)
            case Box():
                return self._frame(block.meaning, self.pen.line(block.heading), block.blocks)
            case Panels():
                return self._panels(block)
        return self._line(block)

    def _line(self, block: Block) -> str | None:
        match block:
            case Paragraph():
                return self.pen.lines(block.inlines)
            case Heading():
                return f"{'#' * block.level} {self.pen.line(block.inlines)}".rstrip()
            case Image():
                return self.pen.line((block.picture,))
            case File():
                return self.pen.line((block.link,))
        return None

    def _item(self, number: int, item: ListItem, block: Listing) -> str:
        signs = (")" if self.other else ".") if block.ordered else ("*" if self.other else "-")
        start = f"{number}{signs} " if block.ordered else f"{signs} "
        text = _together(item.blocks, self.language)
        nested = len(item.blocks) == 2 and isinstance(item.blocks[0], Paragraph) and isinstance(item.blocks[1], Listing)
        lines = (text.replace("\n\n", "\n", 1) if nested else text).split("\n")
        return "\n".join([f"{start}{lines[0]}".rstrip(), *(f"{' ' * len(start)}{line}".rstrip() for line in lines[1:])])

    def _frame(self, kind: Kind, heading: str, blocks: tuple[Block, ...]) -> str:
        start = " ".join(f"::: {word_of(kind, self.language)} {heading}".split(" ")).rstrip()
        return f"{start}\n{_together(blocks, self.language)}\n:::" if blocks else f"{start} :::"

    def _panels(self, block: Panels) -> str:
        start = f"::: {word_of(block.meaning, self.language)}"
        if len(block.sections) == 1:
            (section,) = block.sections
            return self._frame(block.meaning, self.pen.line(section.title), section.blocks)
        sections = "\n\n".join(self._section(section) for section in block.sections)
        return f"{start}\n{sections}\n:::"

    def _section(self, section: Section) -> str:
        heading = f"== {self.pen.line(section.title)}".rstrip()
        return f"{heading}\n{_together(section.blocks, self.language)}" if section.blocks else heading

    def _table(self, table: Table) -> str | None:
        rows = [[self._cell(cell) for cell in row.cells] for row in table.rows]
        headed = bool(rows) and all(cell.header for cell in table.rows[0].cells)
        lines = []
        for number, (row, made) in enumerate(zip(table.rows, rows, strict=True)):
            if any(cell is None for cell in made):
                return None
            marks = ["! " if cell.header and not (headed and number == 0) else "" for cell in row.cells]
            lines.append("".join(f"| {mark}{cell} " for mark, cell in zip(marks, made, strict=True)) + "|")
            if headed and number == 0:
                lines.append("|" + "---|" * len(row.cells))
        text = "\n".join(lines)
        caption = self.pen.line(table.caption)
        return f"::: {word_of(Kind.TABLE, self.language)} {caption}\n{text}\n:::" if caption else text

    def _cell(self, cell: Cell) -> str | None:
        """A line, a picture or a file; anything else has no room."""
        match cell.blocks:
            case ():
                return ""
            case (Paragraph(inlines=inlines),):
                return self.pen.line(inlines)
            case (Image(picture=picture),):
                return self.pen.line((picture,))
            case (File(link=link),):
                return self.pen.line((link,))
        return None
