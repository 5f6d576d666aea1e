"""Whom a page seems to be for: its indent in the module, its leader boxes, the letter in its title."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sloyfe.cycle.competence.markup.artefacts import letters
from sloyfe.cycle.competence.markup.packages import Audience, PageTree, Readers, Sign
from sloyfe.cycle.competence.markup.tree import Block, Box, Kind, Language, Panels, walk

OWNER_CODE = re.compile(r"^\s*E\s?\d+(?:\.\d+)*\b")
LEADER_CODE = re.compile(r"^\s*L\s?\d+(?:\.\d+)*\b")
OWNERS = re.compile(r"\bei(?:er|gar)(?:e|en|ne|ar|ane)?\b", re.IGNORECASE)


def with_audience(page: PageTree, indent: int) -> PageTree:
    """The page with a proposal; owners where something says so, leaders where something points at process support."""
    found = dict(_signs(page, indent))
    if not found:
        return page
    owners = Readers.OWNERS in found.values()
    return replace(page, audience=Audience(Readers.OWNERS if owners else Readers.LEADERS, tuple(found)))


def _signs(page: PageTree, indent: int) -> Iterator[tuple[Sign, Readers]]:
    titles = [page.title.raw, *page.title.entries.values()]
    if indent >= 1:
        yield Sign.INDENT, Readers.LEADERS
    if any(OWNER_CODE.match(title) for title in titles):
        yield Sign.TITLE_CODE, Readers.OWNERS
    elif any(LEADER_CODE.match(title) for title in titles):
        yield Sign.TITLE_CODE, Readers.LEADERS
    boxes = _opening(page)
    if boxes:
        yield Sign.LEADER_BOX, Readers.LEADERS
    if any(OWNERS.search("".join(letters(box.heading))) for box in boxes):
        yield Sign.BOX_HEADING, Readers.OWNERS


def _opening(page: PageTree) -> list[Box]:
    """The first box of each language where it is for leaders: further down, such a box is one among others."""
    first: dict[Language, Block] = {}
    for node in walk(page.blocks):
        if isinstance(node, Box | Panels):
            first.setdefault(node.language, node)
    return [box for box in first.values() if isinstance(box, Box) and box.meaning == Kind.LEADER]
