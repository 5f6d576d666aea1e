"""Our own blocks as they come back from other systems: what they mean stands in their classes."""

from collections.abc import Callable, Sequence

from sloyfe.cycle.competence.markup.elements import Element, Node
from sloyfe.cycle.competence.markup.inlines import inlines_of
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tree import Block, Box, Inline, Kind, Panels

BOX, PANELS, HEADING = "sloyfe-box", "sloyfe-panels", "sloyfe-heading"
FOLDED = frozenset({Kind.REVEAL, Kind.TABS, Kind.ACCORDION})
Inside = Callable[[Sequence[Node], Scene], tuple[Block, ...]]


def own_block(element: Element, scene: Scene, blocks_of: Inside) -> tuple[Block, ...] | None:
    """A box or panels that were ours; None for all else."""
    kinds = {kind for kind in Kind if f"{BOX}-{kind}" in element.classes or f"{PANELS}-{kind}" in element.classes}
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    return _panels(kind, element, scene, blocks_of) if kind in FOLDED else _box(kind, element, scene, blocks_of)


def _box(kind: Kind, element: Element, scene: Scene, blocks_of: Inside) -> tuple[Block, ...]:
    heads = [node for node in element.children if isinstance(node, Element) and HEADING in node.classes][:1]
    heading: tuple[Inline, ...] = inlines_of(heads[0].children, scene) if heads else ()
    rest = blocks_of([node for node in element.children if not any(node is head for head in heads)], scene)
    return (Box(kind, heading, rest, language=scene.language, origin=scene.origin(element.line)),)


def _panels(kind: Kind, element: Element, scene: Scene, blocks_of: Inside) -> tuple[Block, ...]:
    """The sections of all that is folded in it are one; what stands between them comes after."""
    inside = blocks_of(element.children, scene)
    folded = [block for block in inside if isinstance(block, Panels) and block.origin.tag == "details"]
    sections = tuple(section for block in folded for section in block.sections)
    rest = tuple(block for block in inside if not any(block is each for each in folded))
    return (Panels(kind, sections, language=scene.language, origin=scene.origin(element.line)), *rest)
