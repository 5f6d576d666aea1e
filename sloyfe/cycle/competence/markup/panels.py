"""Reveals, tabs and accordions: titles with what is shown when one is chosen, from tables of any shape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.artefacts import letters
from sloyfe.cycle.competence.markup.elements import Element, Grid, is_blank, words_of
from sloyfe.cycle.competence.markup.embeds import Blocks
from sloyfe.cycle.competence.markup.notes import Defect
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Heading,
    Inline,
    Kind,
    Language,
    Panels,
    Paragraph,
    Said,
    Section,
)


@dataclass(frozen=True)
class Part:
    """A cell and the row it stands in, which may be for readers of one language."""

    cell: Element
    row: Element | None = None

    def scene(self, scene: Scene) -> Scene:
        return (scene.at(self.row) if self.row else scene).at(self.cell)

    def blocks(self, scene: Scene, blocks_of: Blocks) -> tuple[Block, ...]:
        """What the cell holds."""
        return blocks_of(self.cell.children, self.scene(scene))


Pair = tuple[Part | None, list[Part]]


def panels_of(
    kind: Kind,
    grid: Grid,
    said: tuple[list[Part], list[list[Part]]],
    scene: Scene,
    blocks_of: Blocks,
    *,
    written: str,
) -> tuple[Block, ...]:
    """Sections of all rows; what stands beside the tag belongs to the first, or comes before."""
    beside, rows = said
    _remark(kind, grid, rows, scene)
    while rows and all(is_blank(part.cell.children) for part in rows[-1]):
        rows = rows[:-1]
    before, found = _pairs(kind, beside, rows)
    lead = tuple(block for part in before for block in part.blocks(scene, blocks_of))
    sections = tuple(_section(pair, scene, blocks_of) for pair in found)
    if any(not section.title or not section.blocks for section in sections):
        scene.notes.remark(Defect.PANEL_UNPAIRED, grid.table.line, written)
    if not sections:
        scene.notes.remark(Defect.BOX_EMPTY, grid.table.line, written)
    origin = scene.origin(grid.table.line, written)
    return (*lead, Panels(kind, sections, language=scene.language, origin=origin))


def _pairs(kind: Kind, beside: list[Part], rows: list[list[Part]]) -> tuple[list[Part], list[Pair]]:
    if beside and any(len(row) > 1 for row in rows):
        return beside, list(_by_row(kind, rows))
    single = sum(len(row) for row in rows)
    if single % 2:
        rows = _without_blanks(rows) if not beside else [*([part] for part in beside), *rows]
        beside = []
    return beside, list(_by_row(kind, rows))


def _without_blanks(rows: list[list[Part]]) -> list[list[Part]]:
    """Empty rows between sections would turn titles into bodies."""
    if any(len(row) > 1 for row in rows):
        return rows
    return [row for row in rows if any(not is_blank(part.cell.children) for part in row)]


def _by_row(kind: Kind, rows: list[list[Part]]) -> Iterator[Pair]:
    """Rows of two cells are a title and its body; rows of one are a title and a body by turns."""
    title: Part | None = None
    for row in rows:
        if len(row) == 1 and title is None:
            title = row[0]
        elif len(row) == 1:
            yield title, row
            title = None
        elif row:
            if title is not None:
                yield title, []
                title = None
            yield from _across(kind, row)
    if title is not None:
        yield title, []


def _across(kind: Kind, row: list[Part]) -> Iterator[Pair]:
    if kind != Kind.ACCORDION and len(row) >= 4 and len(row) % 2 == 0:
        for at in range(0, len(row), 2):
            yield row[at], [row[at + 1]]
    else:
        yield row[0], row[1:]


def _section(pair: Pair, scene: Scene, blocks_of: Blocks) -> Section:
    title_part, body = pair
    blocks = tuple(block for part in body for block in part.blocks(scene, blocks_of))
    if title_part is None:
        return Section((), blocks, scene.language)
    title, held = title_of(title_part.blocks(scene, blocks_of), scene.language)
    return Section(title, (*held, *blocks), title_part.scene(scene).language)


def title_of(blocks: Sequence[Block], around: Language) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
    """The first line of a title's cell, one in each language; anything more goes into the body."""
    lines: list[Paragraph | Heading] = []
    held: list[Block] = []
    for block in blocks:
        is_line = isinstance(block, Paragraph | Heading) and bool("".join(letters(block.inlines)).strip())
        if is_line and isinstance(block, Paragraph | Heading) and all(block.language != b.language for b in lines):
            lines.append(block)
        else:
            held.append(block)
    if len(lines) == 1 and lines[0].language == around:
        return lines[0].inlines, tuple(held)
    return tuple(Said(line.language, line.inlines) for line in lines), tuple(held)


def _remark(kind: Kind, grid: Grid, rows: list[list[Part]], scene: Scene) -> None:
    note, line = scene.notes.remark, grid.table.line
    first = len(grid.rows[0].cells)
    one_column = any(len(row) == 1 for row in rows)
    if kind == Kind.REVEAL and sum(len(row) for row in rows) > 2:
        note(Defect.REVEAL_MANY, line, words_of(grid.table))
    if kind == Kind.REVEAL and first > 1:
        note(Defect.REVEAL_WIDE_FIRST_ROW, line, words_of(grid.table))
    if kind == Kind.TABS and first == 1:
        note(Defect.TABS_NARROW_FIRST_ROW, line, words_of(grid.table))
    if kind == Kind.ACCORDION and one_column:
        note(Defect.ACCORDION_ONE_COLUMN, line, words_of(grid.table))
    if any(_holds_table(part.cell) for row in rows for part in row):
        note(Defect.TABLE_IN_PANEL, line, words_of(grid.table))


def _holds_table(element: Element) -> bool:
    return any(isinstance(node, Element) and (node.name == "table" or _holds_table(node)) for node in element.children)
