"""A table that says a tag, as the block it stands for, whatever shape its author gave it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.artefacts import letters
from sloyfe.cycle.competence.markup.elements import Element, Grid, GridRow, is_blank, text_of, without
from sloyfe.cycle.competence.markup.embeds import Blocks
from sloyfe.cycle.competence.markup.notes import Defect, Taken
from sloyfe.cycle.competence.markup.panels import Part, panels_of
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tags import FAMILIES, STRUCTURE, WITHOUT_LOOK, Tag, find_tag
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Cell,
    Heading,
    Hint,
    Inline,
    Kind,
    Language,
    Link,
    Origin,
    Paragraph,
    Picture,
    Row,
    Said,
    Table,
    walk,
)

LONGEST_HEADING = 80
NOT_A_HEADING = (".", ":", ";", ",", "…")


@dataclass(frozen=True)
class Tagged:
    """A tag, and which cell of the first row it stands in."""

    tag: Tag
    cell: int


def blocks_of_tagged(grid: Grid, tagged: Tagged, scene: Scene, blocks_of: Blocks) -> tuple[Block, ...]:
    """A box, panels or a heading."""
    kind = tagged.tag.kind or Kind.GENERAL
    inner = scene.at(grid.table)
    _remark(grid, tagged, scene)
    beside = _beside_tag(grid.rows[0], tagged)
    said = sum(text_of(cell.children, tables=False).count(tagged.tag.written) for cell in grid.rows[0].cells)
    for _again in range(said - 1):
        scene.notes.take(Taken.SAME_AGAIN, tagged.tag.written)
    rows = [[Part(cell, row.row) for cell in row.cells] for row in grid.rows[1:]]
    inside = inner.within(tagged.tag.name)
    if kind in STRUCTURE:
        return panels_of(kind, grid, (beside, rows), inside, blocks_of, written=tagged.tag.written)
    content = (*_beside(beside, inside, blocks_of), *_content(rows, inside, blocks_of))
    if kind == Kind.HEADING:
        scene.notes.take(Taken.HEADING_TAG, tagged.tag.written)
        return _as_heading(content, scene.origin(grid.table.line, tagged.tag.written))
    if not content:
        scene.notes.remark(Defect.BOX_EMPTY, grid.table.line, tagged.tag.written)
    heading, rest = split_heading(content, inner.language, alone=kind == Kind.LEADER)
    origin = scene.origin(grid.table.line, tagged.tag.written)
    return (Box(kind, heading, rest, language=inner.language, origin=origin),)


def split_heading(
    blocks: tuple[Block, ...], around: Language, *, alone: bool = False
) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
    """A first short line is the heading of its box; where a box speaks several languages, one in each."""
    chosen = [
        block
        for block in _firsts(blocks)
        if _may_head(block, alone=alone or sum(each.language == block.language for each in blocks) > 1)
    ]
    rest = tuple(block for block in blocks if not any(block is each for each in chosen))
    lines = [block for block in chosen if isinstance(block, Heading | Paragraph)]
    if len(lines) == 1 and lines[0].language == around:
        return lines[0].inlines, rest
    return tuple(Said(line.language, line.inlines) for line in lines), rest


def _firsts(blocks: tuple[Block, ...]) -> list[Block]:
    """The first block, or the first in each language."""
    if not blocks or blocks[0].language == Language.ANY:
        return list(blocks[:1])
    firsts: dict[Language, Block] = {}
    for block in blocks:
        if block.language != Language.ANY:
            firsts.setdefault(block.language, block)
    return list(firsts.values())


def _may_head(block: Block, *, alone: bool) -> bool:
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph) or not alone:
        return False
    words = "".join(letters(block.inlines)).strip()
    plain = not any(isinstance(each, Link | Hint | Picture) for each in walk(block.inlines))
    return plain and 0 < len(words) < LONGEST_HEADING and not words.endswith(NOT_A_HEADING)


def _beside_tag(row: GridRow, tagged: Tagged) -> list[Part]:
    """What stands in the first row besides the tag."""
    tag = tagged.tag
    cells = list(row.cells)
    own = cells[tagged.cell]
    cells[tagged.cell] = Element(own.name, own.attributes, without(own.children, tag.start, tag.end), own.line)
    return [Part(cell, row.row) for cell in map(_without_again(tag), cells) if not is_blank(cell.children)]


def _without_again(tag: Tag) -> Callable[[Element], Element]:
    """A tag that is said once in each language is said once too often."""

    def once(cell: Element) -> Element:
        again = find_tag(text_of(cell.children, tables=False))
        if again is None or again.name != tag.name:
            return cell
        children = without(cell.children, again.start, again.end)
        return once(Element(cell.name, cell.attributes, children, cell.line))

    return once


def _beside(parts: Sequence[Part], scene: Scene, blocks_of: Blocks) -> tuple[Block, ...]:
    return tuple(block for part in parts for block in part.blocks(scene, blocks_of))


def _content(rows: list[list[Part]], scene: Scene, blocks_of: Blocks) -> tuple[Block, ...]:
    """One column is read downwards; several, in several rows, stay a table."""
    rows = [row for row in rows if row]
    filled = [[part for part in row if not is_blank(part.cell.children)] for row in rows]
    several = [row for row in filled if len(row) > 1]
    if len(several) <= 1 or sum(map(len, filled)) == len(filled):
        return tuple(block for row in filled for part in row for block in part.blocks(scene, blocks_of))
    made = [Row(tuple(Cell(part.blocks(scene, blocks_of), part.cell.name == "th") for part in row)) for row in rows]
    return (Table(tuple(made), language=scene.language, origin=scene.origin(rows[0][0].cell.line)),)


def _as_heading(content: tuple[Block, ...], origin: Origin) -> tuple[Block, ...]:
    """The first line is the heading."""
    made = list(content)
    for number, block in enumerate(made):
        if isinstance(block, Paragraph) or (isinstance(block, Heading) and not block.origin.tag):
            made[number] = Heading(2, block.inlines, language=block.language, origin=origin)
            break
    return tuple(made)


def _remark(grid: Grid, tagged: Tagged, scene: Scene) -> None:
    """What the portal would have done with this table."""
    tag, note, line = tagged.tag, scene.notes.remark, grid.table.line
    if not tag.spelt_right:
        note(Defect.TAG_SPELLING, line, tag.written)
    if not tag.name.startswith(FAMILIES[0]):
        note(Defect.TAG_OLD, line, tag.written)
    if tag.name in WITHOUT_LOOK:
        note(Defect.TAG_WITHOUT_LOOK, line, tag.written)
    first = grid.rows[0].cells
    if first[tagged.cell].name == "th":
        note(Defect.TAG_IN_HEADER_CELL, line, tag.written)
    beside = " ".join(text_of(part.cell.children).strip() for part in _beside_tag(grid.rows[0], tagged))
    if beside.strip():
        note(Defect.EXTRA_BESIDE_TAG, line, f"{tag.written} {beside}")
    if scene.inside:
        note(Defect.BOX_IN_BOX, line, f"{scene.inside[-1]} > {tag.written}")
    if tag.kind not in STRUCTURE:
        if len(grid.rows) == 1:
            note(Defect.BOX_ONE_ROW, line, tag.written)
        elif len(grid.rows) > 2 or len(grid.rows[1].cells) > 1:
            note(Defect.BOX_MANY_CELLS, line, tag.written)
