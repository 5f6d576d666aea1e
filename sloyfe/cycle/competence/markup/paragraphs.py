"""What stands between blocks becomes paragraphs, one for each language that a line is said in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sloyfe.cycle.competence.markup.elements import Element, Node, text_of
from sloyfe.cycle.competence.markup.inlines import has_words, inlines_of
from sloyfe.cycle.competence.markup.notes import Defect
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tags import find_tag
from sloyfe.cycle.competence.markup.tree import (
    Block,
    File,
    Goes,
    Image,
    Language,
    Link,
    Paragraph,
    Picture,
    Run,
    Said,
)


def paragraphs_of(nodes: Sequence[Node], scene: Scene) -> tuple[Block, ...]:
    inlines = inlines_of(nodes, scene)
    if not has_words(inlines):
        return ()
    line = next((node.line for node in nodes if isinstance(node, Element)), 0)
    tag = find_tag(text_of(nodes))
    if tag and tag.kind and not scene.inside:
        scene.notes.remark(Defect.TAG_OUTSIDE_TABLE, line, text_of(nodes))
    origin = scene.origin(line)
    return tuple(
        alone(replace(paragraph, origin=origin)) for paragraph in by_language(Paragraph(inlines), scene.language)
    )


def by_language(block: Paragraph, around: Language) -> Iterator[Paragraph]:
    """A line that is said once in each language becomes one block for each."""
    said = [each for each in block.inlines if has_words((each,))]
    if said and all(isinstance(each, Said) for each in said):
        for each in said:
            if isinstance(each, Said):
                yield replace(block, inlines=each.inlines, language=each.language)
    else:
        yield replace(block, language=around)


def alone(block: Paragraph) -> Block:
    """A picture or a file that has a paragraph to itself is a block of its own kind."""
    inlines = [each for each in block.inlines if not isinstance(each, Run) or each.text.strip()]
    if len(inlines) == 1:
        only = inlines[0]
        if isinstance(only, Picture):
            return Image(only, language=block.language, origin=block.origin)
        if isinstance(only, Link) and only.target.goes == Goes.FILE:
            return File(only, language=block.language, origin=block.origin)
    return block
