"""HTML elements as blocks. Nothing is judged here; every word and every address goes into a block or into the notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from sloyfe.cycle.competence.markup.elements import BLOCKS, Element, Node, is_blank, text_of
from sloyfe.cycle.competence.markup.embeds import embed_of
from sloyfe.cycle.competence.markup.foreign import own_block
from sloyfe.cycle.competence.markup.inlines import inlines_of
from sloyfe.cycle.competence.markup.notes import Defect, Taken
from sloyfe.cycle.competence.markup.paragraphs import paragraphs_of
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tables import blocks_of_table
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Heading,
    Kind,
    Link,
    Listing,
    ListItem,
    Panels,
    Paragraph,
    RichText,
    Section,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Maker = Callable[[Element, Scene], tuple[Block, ...]]


def blocks_of(nodes: Sequence[Node], scene: Scene) -> tuple[Block, ...]:
    """The blocks of some nodes, in order; what stands between blocks becomes paragraphs."""
    made: list[Block] = []
    for block_level, group in groupby(nodes, lambda node: isinstance(node, Element) and node.holds_block):
        if block_level:
            for node in group:
                made += _block(node, scene) if isinstance(node, Element) else ()
        else:
            made += paragraphs_of(list(group), scene)
    return tuple(made)


def _block(element: Element, scene: Scene) -> tuple[Block, ...]:
    if element.get("style"):
        scene.notes.take(Taken.STYLE)
    inner = scene.at(element)
    return MAKERS.get(element.name, _transparent)(element, inner)


def _transparent(element: Element, scene: Scene) -> tuple[Block, ...]:
    if element.classes and (own := own_block(element, scene, blocks_of)) is not None:
        return own
    blocks = blocks_of(element.children, scene)
    if not blocks and element.name == "p" and is_blank(element.children):
        scene.notes.take(Taken.EMPTY)
    return blocks


def _heading(element: Element, scene: Scene) -> tuple[Block, ...]:
    level = HEADINGS.index(element.name) + 1
    made = [
        Heading(level, block.inlines, language=block.language, origin=block.origin)
        if isinstance(block, Paragraph)
        else block
        for block in blocks_of(element.children, scene)
    ]
    return tuple(made)


def _list(element: Element, scene: Scene) -> tuple[Block, ...]:
    items: list[ListItem] = []
    for node in element.children:
        if isinstance(node, Element) and node.name == "li":
            inner = scene.at(node)
            blocks = blocks_of(node.children, inner)
            items += [ListItem(blocks, inner.language)] if blocks else []
        elif not is_blank([node]):
            blocks = blocks_of([node], scene)
            nested = items and all(isinstance(block, Listing) for block in blocks)
            if nested:
                items[-1] = ListItem((*items[-1].blocks, *blocks), items[-1].language)
            else:
                items.append(ListItem(blocks, scene.language))
    if not items:
        scene.notes.take(Taken.EMPTY)
        return ()
    ordered = element.name == "ol"
    return (Listing(tuple(items), ordered, language=scene.language, origin=scene.origin(element.line)),)


def _details(element: Element, scene: Scene) -> tuple[Block, ...]:
    summaries = [node for node in element.children if isinstance(node, Element) and node.name == "summary"]
    title = inlines_of([node for each in summaries for node in each.children if not _holds_block(node)], scene)
    held = blocks_of([node for each in summaries for node in each.children if _holds_block(node)], scene)
    rest = blocks_of([node for node in element.children if node not in summaries], scene)
    origin = scene.origin(element.line, "details")
    section = Section(title, (*held, *rest), scene.language)
    return (Panels(Kind.REVEAL, (section,), language=scene.language, origin=origin),)


def _holds_block(node: Node) -> bool:
    return isinstance(node, Element) and node.holds_block


def _quotation(element: Element, scene: Scene) -> tuple[Block, ...]:
    blocks = blocks_of(element.children, scene)
    origin = scene.origin(element.line, "blockquote")
    return (Box(Kind.QUOTE, (), blocks, language=scene.language, origin=origin),) if blocks else ()


def _preformatted(element: Element, scene: Scene) -> tuple[Block, ...]:
    lines: list[Node] = []
    for node in element.children:
        pieces: list[Node] = [*node.split("\n")] if isinstance(node, str) else [node]
        for number, piece in enumerate(pieces):
            lines += [Element("br"), piece] if number else [piece]
    return blocks_of(lines, scene)


def _linked(element: Element, scene: Scene) -> tuple[Block, ...]:
    """A link around whole blocks becomes a link in each line of them."""
    address = element.get("href").strip()
    blocks = blocks_of(element.children, scene)
    if not address:
        return blocks
    target = scene.resolve(address)
    made = [
        replace(block, inlines=(Link(address, block.inlines, target),))
        if isinstance(block, Paragraph | Heading)
        else block
        for block in blocks
    ]
    if not any(isinstance(block, Paragraph | Heading) for block in blocks):
        made.append(Paragraph((Link(address, (), target),), language=scene.language, origin=scene.origin(element.line)))
        scene.notes.remark(Defect.LINK_EMPTY, element.line, address)
    return tuple(made)


def _drawing(element: Element, scene: Scene) -> tuple[Block, ...]:
    if _holds_more(element):
        return blocks_of(element.children, scene)
    text = " ".join(text_of([element]).split())
    if text:
        return (RichText(element.name, text, language=scene.language, origin=scene.origin(element.line)),)
    scene.notes.take(Taken.EMPTY)
    return ()


def _holds_more(element: Element) -> bool:
    """A drawing that HTML has strayed into, or that leads somewhere."""
    inner = [node for node in element.children if isinstance(node, Element)]
    return any(node.name in BLOCKS or node.get("href") or node.get("src") or _holds_more(node) for node in inner)


def _embedded(element: Element, scene: Scene) -> tuple[Block, ...]:
    return (embed_of(element, scene, blocks_of),)


def _table(element: Element, scene: Scene) -> tuple[Block, ...]:
    return blocks_of_table(element, scene, blocks_of)


def _rule(_element: Element, _scene: Scene) -> tuple[Block, ...]:
    return ()


MAKERS: dict[str, Maker] = {
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), _embedded),
    "table": _table,
    "details": _details,
    "blockquote": _quotation,
    "pre": _preformatted,
    "a": _linked,
    "svg": _drawing,
    "math": _drawing,
    "hr": _rule,
}
