"""HTML as our own small frozen tree, and the rows that a table has of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sloyfe.cycle.competence.markup.tags import INVISIBLE
from sloyfe.cycle.competence.markup.titles import language_of
from sloyfe.cycle.competence.markup.tree import Language

# What starts on a line of its own and is nothing but a frame, and what is something by itself.
FRAMES = """
html body div section article main header footer aside nav center form fieldset legend figure figcaption address
hgroup dl dt dd p pre noscript optgroup option select caption tbody thead tfoot tr td th summary slot dialog search
"""
SOLIDS = """
h1 h2 h3 h4 h5 h6 ul ol menu dir li table blockquote details iframe video audio object embed svg math hr
"""
TRANSPARENT = frozenset(FRAMES.split())
SOLID = frozenset(SOLIDS.split())
BLOCKS = TRANSPARENT | SOLID
BLANK = INVISIBLE + " \t\n\r\f\v\u00a0\u202f\u2007"


@dataclass(frozen=True)
class Element:
    """A start tag with what stands in it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)
    children: tuple["Node", ...] = ()
    line: int = 0

    @cached_property
    def holds_block(self) -> bool:
        """Something in it (or itself) starts on a line of its own."""
        return self.name in BLOCKS or any(isinstance(each, Element) and each.holds_block for each in self.children)

    @cached_property
    def classes(self) -> frozenset[str]:
        return frozenset(self.get("class").lower().split())

    @property
    def is_variant(self) -> bool:
        """Marked by its author as one of several languages."""
        return "language" in self.classes

    @property
    def language(self) -> Language | None:
        """Whose eyes it is for; None when it does not say, or says a language that is not ours."""
        return language_of(self.get("lang") or self.get("xml:lang")) if self.is_variant else None

    def get(self, name: str) -> str:
        """An attribute; an empty text when it is not there."""
        return self.attributes.get(name, "")


Node = Element | str


@dataclass(frozen=True)
class GridRow:
    """A row of a table's own; `row` is None when the cells stand outside any row."""

    cells: tuple[Element, ...]
    row: Element | None = None


@dataclass(frozen=True)
class Grid:
    """A table's own rows, without those of tables inside it, and what stands beside the rows."""

    table: Element
    rows: tuple[GridRow, ...]
    strays: tuple[Node, ...]
    captions: tuple[Element, ...]

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)

    @property
    def cells(self) -> Iterator[Element]:
        return (cell for row in self.rows for cell in row.cells)


def text_of(nodes: Sequence[Node], *, tables: bool = True) -> str:
    """The letters of some nodes; those of tables only when asked for."""
    return "".join(_letters(nodes, tables=tables))


def words_of(table: Element) -> str:
    """What a table says, with a space between its cells, so that it can be quoted."""
    return " ".join(words for cell in grid_of(table).cells if (words := " ".join(text_of([cell]).split())))


def is_blank(nodes: Sequence[Node]) -> bool:
    """Nothing to see: no letters, no image, nothing embedded."""
    return all(
        not node.strip(BLANK) if isinstance(node, str) else not (seen(node) or not is_blank(node.children))
        for node in nodes
    )


def seen(node: Element) -> bool:
    """It is something by itself, or leads somewhere, even without letters."""
    return node.name in {"img", "iframe", "video", "audio", "object", "embed", "svg", "math"} or bool(
        node.get("href") or node.get("src")
    )


def grid_of(table: Element) -> Grid:
    """The rows of a table, whatever way its editor forgot the tags around them."""
    rows: list[GridRow] = []
    strays: list[Node] = []
    captions: list[Element] = []
    _gather(table, rows, strays, captions)
    return Grid(table, tuple(rows), tuple(strays), tuple(captions))


def without(nodes: Sequence[Node], start: int, end: int) -> tuple[Node, ...]:
    """The nodes with the letters from `start` to `end` taken out, counted as `text_of(tables=False)` counts them."""
    return _cut(nodes, start, end, 0)[0]


def _cut(nodes: Sequence[Node], start: int, end: int, at: int) -> tuple[tuple[Node, ...], int]:
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            low, high = max(start - at, 0), max(end - at, 0)
            kept.append(node[:low] + node[high:])
            at += len(node)
        elif node.name == "table":
            kept.append(node)
        else:
            if node.name == "br":
                at += 1
            children, at = _cut(node.children, start, end, at)
            kept.append(Element(node.name, node.attributes, children, node.line))
    return tuple(kept), at


def _letters(nodes: Sequence[Node], *, tables: bool) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif tables or node.name != "table":
            if node.name == "br":
                yield "\n"
            yield from _letters(node.children, tables=tables)


def _gather(parent: Element, rows: list[GridRow], strays: list[Node], captions: list[Element]) -> None:
    loose: list[Element] = []
    for node in parent.children:
        if isinstance(node, Element) and node.name in {"td", "th"}:
            loose.append(node)
            continue
        if loose and not is_blank([node]):
            rows.append(GridRow(tuple(loose)))
            loose = []
        if isinstance(node, Element) and node.name == "tr":
            rows.append(GridRow(_cells(node), node))
        elif isinstance(node, Element) and node.name in {"thead", "tbody", "tfoot", "colgroup"}:
            _gather(node, rows, strays, captions)
        elif isinstance(node, Element) and node.name == "caption":
            captions.append(node)
        elif not is_blank([node]):
            strays.append(node)
    if loose:
        rows.append(GridRow(tuple(loose)))


def _cells(row: Element) -> tuple[Element, ...]:
    """The cells; what stands in a row outside any cell becomes one."""
    cells: list[Element] = []
    for node in row.children:
        if isinstance(node, Element) and node.name in {"td", "th"}:
            cells.append(node)
        elif not is_blank([node]):
            cells.append(Element("td", {}, (node,), row.line))
    return tuple(cells)
