"""Makes a tree safe for every format: no character that XML forbids, no skipped heading, no dangerous link."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sloyfe.documents.tree import Block, Document, Heading, Run, Table

MAX_LEVEL = 4
SAFE_LINK = re.compile(r"(https?://|mailto:)[^\s\"'<>\\]+", re.IGNORECASE)
# Controls, half surrogates, private use, unassigned; and marks that could turn the reading direction of what follows.
UNWANTED = {"Cc", "Cs", "Co", "Cn"}
DIRECTIONS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb")
BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\x0b": "\n", "\x0c": "\n"})

T = TypeVar("T")


def cleaned(document: Document) -> Document:
    """The same document, in characters that every format can hold."""
    tidy = _each_string(document, clean)
    title = tidy.title.strip() or "–"
    blocks = tuple(_safe_links(block) for block in tidy.blocks if _says_something(block))
    return replace(tidy, title=title, blocks=_levelled(blocks))


def clean(text: str) -> str:
    """Composed characters, plain line breaks, nothing that cannot be written to a file."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(BREAKS))
    return "".join(character for character in text if _wanted(character))


def _wanted(character: str) -> bool:
    if character in "\n\t":
        return True
    return unicodedata.category(character) not in UNWANTED and character not in DIRECTIONS


def _each_string(value: T, change: Callable[[str], str]) -> T:
    """Walks the whole tree, so that a new kind of block cannot be forgotten."""
    changed: Any = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(_each_string(item, change) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(value, **{f.name: _each_string(getattr(value, f.name), change) for f in fields(value)})
    return changed  # type: ignore[no-any-return]  # the walk keeps the type it was given


def _safe_links(value: T) -> T:
    """A link that is not to the web or an e-mail address is left as its text."""
    changed: Any = value
    if isinstance(value, Run):
        changed = value if SAFE_LINK.fullmatch(value.link) else replace(value, link="")
    elif isinstance(value, tuple):
        changed = tuple(_safe_links(item) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(value, **{f.name: _safe_links(getattr(value, f.name)) for f in fields(value)})
    return changed  # type: ignore[no-any-return]  # the walk keeps the type it was given


def _says_something(block: Block) -> bool:
    """A list, a form or a table without rows would be an empty frame on paper and an error to a screen reader."""
    return bool(block.rows) if isinstance(block, Table) else bool(getattr(block, "items", True))


def _levelled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings that start at 1 and go down one step at a time; one without text is left out."""
    kept: list[Block] = []
    deepest = 0
    for block in blocks:
        if not isinstance(block, Heading):
            kept.append(block)
            continue
        text = " ".join(block.text.split())
        if text:
            deepest = max(1, min(block.level, deepest + 1, MAX_LEVEL))
            kept.append(Heading(deepest, text))
    return tuple(kept)
