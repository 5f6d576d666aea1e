"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|[^\W_]+|[\W_]")


@dataclass(frozen=True)
class Part:
    """A run of words, the same in both texts or found in one only."""

    words: str
    changed: bool


def differences(old: str, new: str) -> tuple[list[Part], list[Part]]:
    """Both texts cut into runs; joined again, each side is exactly its own text."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    left = _runs((before[a:b], kind != "equal") for kind, a, b, _c, _d in steps)
    right = _runs((after[c:d], kind != "equal") for kind, _a, _b, c, d in steps)
    return list(left), list(right)


def _runs(pieces: Iterator[tuple[list[str], bool]]) -> Iterator[Part]:
    for words, changed in pieces:
        if words:
            yield Part("".join(words), changed)
