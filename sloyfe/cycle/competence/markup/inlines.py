"""What stands inside a line: letters, links, hints, pictures, and words for readers of one language."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from sloyfe.cycle.competence.markup.artefacts import (
    letters,
    without_download_links,
    without_link_words,
    without_second_name,
)
from sloyfe.cycle.competence.markup.elements import Element, Node, text_of
from sloyfe.cycle.competence.markup.hints import with_hints
from sloyfe.cycle.competence.markup.notes import Defect, Taken
from sloyfe.cycle.competence.markup.scene import Scene
from sloyfe.cycle.competence.markup.tags import INVISIBLE
from sloyfe.cycle.competence.markup.tree import Break, Goes, Hint, Inline, Link, Picture, Run, Said, walk

MARKS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined", "s": "struck", "del": "struck",
    "strike": "struck", "sub": "sub", "sup": "super", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
GAP = re.compile(r"\s+")
UNSEEN = re.compile(f"[{INVISIBLE}]")
FILE_NAME = re.compile(r"^\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)$", re.IGNORECASE)
Marks = tuple[str, ...]


def inlines_of(nodes: Sequence[Node], scene: Scene) -> tuple[Inline, ...]:
    """A line of text, tidied: single spaces, none at the ends, hints found."""
    made = without_download_links(tuple(_inlines(nodes, scene, ())), scene.notes)
    return with_hints(trimmed(joined(made)), scene.notes)


def has_words(inlines: Sequence[Inline]) -> bool:
    """There is something to read or to see."""
    return bool("".join(letters(inlines)).strip()) or any(
        isinstance(each, Picture) or (isinstance(each, Link) and each.address) for each in walk(tuple(inlines))
    )


def joined(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Neighbours with the same marks become one, and spaces are single."""
    made: list[Inline] = []
    for marks, alike in groupby(inlines, lambda each: each.marks if isinstance(each, Run) else None):
        if marks is None:
            made += alike
        elif text := GAP.sub(" ", "".join(each.text for each in alike if isinstance(each, Run))):
            made.append(Run(text, marks))
    return tuple(made)


def trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without spaces and new lines at the ends."""
    made = list(inlines)
    while made and (isinstance(made[0], Break) or (isinstance(made[0], Run) and not made[0].text.strip())):
        made.pop(0)
    while made and (isinstance(made[-1], Break) or (isinstance(made[-1], Run) and not made[-1].text.strip())):
        made.pop()
    if made and isinstance(first := made[0], Run):
        made[0] = Run(first.text.lstrip(), first.marks)
    if made and isinstance(last := made[-1], Run):
        made[-1] = Run(last.text.rstrip(), last.marks)
    return tuple(made)


def _inlines(nodes: Sequence[Node], scene: Scene, marks: Marks) -> Iterator[Inline]:
    for node in nodes:
        if isinstance(node, str):
            text = without_second_name(without_link_words(UNSEEN.sub("", node), scene.notes), scene.notes)
            if text:
                yield Run(text, marks)
        else:
            yield from _element(node, scene, marks)


def _element(node: Element, scene: Scene, marks: Marks) -> Iterator[Inline]:
    if node.get("style"):
        scene.notes.take(Taken.STYLE)
    inner = scene.at(node)
    if inner.language != scene.language:
        said = trimmed(joined(tuple(_same(node, inner, marks))))
        if said:
            yield Said(inner.language, with_hints(said, scene.notes))
        return
    yield from _same(node, inner, marks)


def _same(node: Element, scene: Scene, marks: Marks) -> Iterator[Inline]:
    if node.name == "br":
        yield Break()
    elif node.name == "img" or (node.name == "input" and node.get("src")):
        yield _picture(node, scene)
    elif node.name in {"a", "area"} and node.get("href"):
        yield _link(node, scene, marks)
    elif "href" in node.attributes and node.name == "a" and text_of(node.children).strip():
        scene.notes.remark(Defect.LINK_EMPTY, node.line, text_of(node.children))
        yield from _inlines(node.children, scene, marks)
    elif node.name in {"abbr", "acronym"} and node.get("title"):
        yield Hint(joined(tuple(_inlines(node.children, scene, marks))), (Run(node.get("title")),))
    else:
        mark = MARKS.get(node.name)
        added = (*marks, mark) if mark and mark not in marks else marks
        yield from _inlines(node.children, scene, added)


def _link(node: Element, scene: Scene, marks: Marks) -> Link:
    address = node.get("href").strip()
    inlines = joined(tuple(_inlines(node.children, scene, marks)))
    if not inlines and node.get("alt"):
        inlines = (Run(node.get("alt"), marks),)
    link = Link(address, inlines, scene.resolve(address))
    if not has_words(inlines):
        scene.notes.remark(Defect.LINK_EMPTY, node.line, address)
    if link.target.goes == Goes.BROKEN:
        scene.notes.remark(Defect.LINK_BROKEN, node.line, address)
    elif link.target.goes in {Goes.PORTAL, Goes.TOOL}:
        scene.notes.remark(Defect.LINK_TO_PORTAL, node.line, address)
    return link


def _picture(node: Element, scene: Scene) -> Picture:
    address, alt = node.get("src").strip(), " ".join(node.get("alt").split())
    decorative = node.get("role") in {"presentation", "none"} or node.get("data-decorative") == "true"
    target = scene.resolve(address)
    if not alt and not decorative:
        scene.notes.remark(Defect.IMAGE_WITHOUT_ALT, node.line, address)
    elif FILE_NAME.match(alt):
        scene.notes.remark(Defect.IMAGE_ALT_IS_FILE, node.line, alt)
    if target.goes == Goes.BROKEN:
        scene.notes.remark(Defect.FILE_MISSING, node.line, address)
    elif target.goes == Goes.OUTSIDE:
        scene.notes.remark(Defect.IMAGE_OUTSIDE, node.line, address)
    return Picture(address, alt, " ".join(node.get("title").split()), decorative, target)
