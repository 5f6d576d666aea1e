"""A table is a tag with its content, a way to lay out a page, or a table of data; nothing in it is left out."""

from sloyfe.cycle.competence.markup.boxes import Tagged, blocks_of_tagged
from sloyfe.cycle.competence.markup.elements import BLANK, Element, Grid, GridRow, grid_of, is_blank, text_of, words_of
from sloyfe.cycle.competence.markup.embeds import Blocks
from sloyfe.cycle.competence.markup.inlines import inlines_of
from sloyfe.cycle.competence.markup.notes import Defect, Taken
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tags import ANSWERS, RATING, STRUCTURE, find_tag
from sloyfe.cycle.competence.markup.tree import Block, Cell, Kind, Row, Table

# A cell of a wide table may speak of a tag without being one; in a narrow one words may stand before it.
FEW = 200


def blocks_of_table(table: Element, scene: Scene, blocks_of: Blocks) -> tuple[Block, ...]:
    """The innermost table that says a tag is the block; those around it are not."""
    grid = grid_of(table)
    before = blocks_of(grid.strays, scene)
    tagged = tagged_of(grid)
    if tagged and tagged.tag.name == RATING:
        _drop(grid, scene)
        return before
    if tagged and tagged.tag.kind:
        captions = tuple(block for each in grid.captions for block in blocks_of(each.children, scene.at(each)))
        return (*before, *captions, *blocks_of_tagged(grid, tagged, scene, blocks_of))
    if tagged:
        odd = Defect.ANSWER_BOX if tagged.tag.name == ANSWERS else Defect.UNKNOWN_TAG
        scene.notes.remark(odd, table.line, tagged.tag.written)
    elif is_layout(grid):
        return (*before, *_laid_out(grid, scene, blocks_of))
    return (*before, *_data(grid, scene, blocks_of, checked=not tagged))


def tagged_of(grid: Grid) -> Tagged | None:
    """The tag in the first row, of a cell's own letters: those of tables inside it are theirs."""
    if not grid.rows:
        return None
    texts = [(number, text_of(cell.children, tables=False)) for number, cell in enumerate(grid.rows[0].cells)]
    narrow = grid.width <= 1
    found = [(number, find_tag(text)) for number, text in texts if _starts(text) or (narrow and len(text) <= FEW)]
    tags = [Tagged(tag, number) for number, tag in found if tag]
    return next((each for each in tags if each.tag.known), tags[0] if tags else None)


def _starts(text: str) -> bool:
    return text.strip(BLANK).startswith("[")


def is_layout(grid: Grid) -> bool:
    """It holds no data: one column or one row, only boxes, or icons beside words."""
    if grid.table.get("role") in {"presentation", "none"}:
        return True
    if grid.captions or any(cell.name == "th" for cell in grid.cells):
        return False
    if grid.width <= 1 or len(grid.rows) <= 1:
        return True
    return any(_tagged_inside(cell) for cell in grid.cells) or all(_starts_with_icon(row) for row in grid.rows)


def _laid_out(grid: Grid, scene: Scene, blocks_of: Blocks) -> tuple[Block, ...]:
    scene.notes.take(Taken.LAYOUT)
    inside = [tag for cell in grid.cells for tag in _tags_inside(cell)]
    if inside:
        scene.notes.remark(Defect.BOX_IN_LAYOUT, grid.table.line, inside[0].tag.written)
    if any(each.tag.kind in STRUCTURE and each.tag.kind == Kind.ACCORDION for each in inside):
        scene.notes.remark(Defect.ACCORDION_IN_TABLE, grid.table.line)
    captions = tuple(block for each in grid.captions for block in blocks_of(each.children, scene.at(each)))
    made = list(captions)
    for row in grid.rows:
        around = scene.at(row.row) if row.row else scene
        for cell in row.cells:
            made += blocks_of(cell.children, around.at(cell))
    return tuple(made)


def _data(grid: Grid, scene: Scene, blocks_of: Blocks, *, checked: bool) -> tuple[Block, ...]:
    if not grid.rows and not grid.captions:
        scene.notes.take(Taken.EMPTY)
        return ()
    headers = [cell.name == "th" for cell in grid.cells]
    if checked and headers and all(headers):
        scene.notes.remark(Defect.TABLE_ONLY_HEADERS, grid.table.line, words_of(grid.table))
    elif checked and not (any(headers) and grid.captions):
        scene.notes.remark(Defect.TABLE_WITHOUT_HEADERS, grid.table.line, words_of(grid.table))
    if any(_tagged_inside(cell) for cell in grid.cells):
        scene.notes.remark(Defect.BOX_IN_LAYOUT, grid.table.line)
    rows = tuple(_row(row, scene, blocks_of) for row in grid.rows)
    captions = [node for each in grid.captions for node in each.children]
    simple = not any(isinstance(node, Element) and node.holds_block for node in captions)
    caption = inlines_of(captions, scene) if simple else ()
    before = () if simple else blocks_of(captions, scene)
    return (*before, Table(rows, caption, language=scene.language, origin=scene.origin(grid.table.line)))


def _row(row: GridRow, scene: Scene, blocks_of: Blocks) -> Row:
    around = scene.at(row.row) if row.row else scene
    return Row(tuple(_cell(cell, around, blocks_of) for cell in row.cells))


def _cell(cell: Element, scene: Scene, blocks_of: Blocks) -> Cell:
    inner = scene.at(cell)
    blocks = blocks_of(cell.children, inner)
    return Cell(blocks, cell.name == "th", _span(cell, "colspan"), _span(cell, "rowspan"), inner.language)


def _span(cell: Element, name: str) -> int:
    written = cell.get(name).strip()
    return max(1, min(int(written), 100)) if written.isascii() and written.isdecimal() else 1


def _starts_with_icon(row: GridRow) -> bool:
    if len(row.cells) < 2:
        return False
    first = row.cells[0]
    return not text_of(first.children).strip() and not is_blank(first.children)


def _tagged_inside(cell: Element) -> bool:
    return bool(_tags_inside(cell))


def _tags_inside(element: Element) -> list[Tagged]:
    found: list[Tagged] = []
    for node in element.children:
        if isinstance(node, Element):
            tagged = tagged_of(grid_of(node)) if node.name == "table" else None
            if tagged and tagged.tag.known:
                found.append(tagged)
            found += _tags_inside(node)
    return found


def _drop(grid: Grid, scene: Scene) -> None:
    """A tag whose server is gone: its words and addresses stay in the notes."""
    scene.notes.remark(Defect.TAG_DROPPED, grid.table.line, words_of(grid.table))
    pieces = [" ".join(text_of(cell.children).split()) for cell in grid.cells]
    pieces += _attributes(grid.table, "alt", "title")
    scene.notes.take(Taken.DEAD_TAG, " ".join(filter(None, pieces)) or f"[{RATING}]")
    for address in _attributes(grid.table, "href", "src", "data"):
        scene.notes.take(Taken.DEAD_TAG, address=address)


def _attributes(element: Element, *names: str) -> list[str]:
    own = [element.get(name).strip() for name in names if element.get(name)]
    return own + [each for node in element.children if isinstance(node, Element) for each in _attributes(node, *names)]
