"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORDS = re.compile(r"\s+|[^\W_]+|[\W_]")


@dataclass(frozen=True)
class Part:
    """A run of words, the same in both texts or found in one only."""

    words: str
    changed: bool


class Fate(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Strand:
    """A run of words in a text woven of two."""

    words: str
    fate: Fate


def differences(old: str, new: str) -> tuple[list[Part], list[Part]]:
    """Both texts cut into runs; joined again, each side is exactly its own text."""
    left, right = [], []
    for kind, before, after in _steps(old, new):
        changed = kind != "equal"
        left += [Part(before, changed)] if before else []
        right += [Part(after, changed)] if after else []
    return left, right


def woven(old: str, new: str) -> list[Strand]:
    """One text of both: without what is new it is the old one, without what is gone the new one."""
    strands = []
    for kind, before, after in _steps(old, new):
        if kind == "equal":
            strands.append(Strand(before, Fate.SAME))
            continue
        strands += [Strand(words, fate) for words, fate in ((before, Fate.GONE), (after, Fate.NEW)) if words]
    return strands


def _steps(old: str, new: str) -> Iterator[tuple[str, str, str]]:
    before, after = WORDS.findall(old), WORDS.findall(new)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield kind, "".join(before[a:b]), "".join(after[c:d])
