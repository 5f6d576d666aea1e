"""What the notation has no words for is referred to by a key, and found again among the blocks the text was made of."""

import json
import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from sloyfe.cycle.competence.markup.codec import to_plain
from sloyfe.cycle.competence.markup.tree import Block, Kind, Language, Link, Picture, Run, walk
from sloyfe.cycle.competence.writing.only import only
from sloyfe.cycle.competence.writing.words import OTHERS, word_of

REFERS = re.compile(rf"\b(?:{'|'.join(OTHERS[Kind.RICH_TEXT].split())})\s+[0-9a-f]{{12}}\b|\((?:lenke|bilde):")
LONGEST = 40


def keeps_whole(text: str) -> bool:
    """The text refers to something that it cannot say."""
    return bool(REFERS.search(text))


def key_of(node: Block | Link | Picture) -> str:
    """A block by all it says; a link and a picture by where they lead, so that their words can be changed."""
    said: Any = to_plain(node)
    if isinstance(node, Link | Picture):
        said = [node.address, node.target.goes, node.target.reference]
    return blake2b(json.dumps(said, sort_keys=True).encode(), digest_size=6).hexdigest()


def kept_in(text: str, kept: tuple[Block, ...], language: Language) -> Mapping[str, Any]:
    """What a text may refer to, by key."""
    if not kept or not keeps_whole(text):
        return {}
    nodes = walk(only(kept, language))
    return {key_of(node): node for node in nodes if isinstance(node, Block | Link | Picture)}


def line_for(block: Block, language: Language) -> str:
    """The line that stands for a block; the words after the key are for people only."""
    runs = " ".join(node.text for node in walk(block) if isinstance(node, Run))
    words = " ".join(re.sub(r"[^\w\s,.–-]", " ", runs or getattr(block, "text", "")).split())
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
    return f"::: {word_of(Kind.RICH_TEXT, language)} {key_of(block)} {short} :::".replace("  ", " ")
