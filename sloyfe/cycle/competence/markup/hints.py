"""Hints, written `[words](explanation)` anywhere in a line; the explanation may hold brackets of its own."""

import re
from collections.abc import Sequence

from sloyfe.cycle.competence.markup.artefacts import letters
from sloyfe.cycle.competence.markup.notes import Defect, Notes, Taken
from sloyfe.cycle.competence.markup.tree import Break, Goes, Hint, Inline, Link, Run, Target

OPENING = re.compile(r"\[(?P<words>[^\[\]]{1,300})\]\(")
ADDRESS = re.compile(r"^(?:https?://|www\.|mailto:)\S+$", re.IGNORECASE)
LONGEST = 2000
STANDS_FOR_ONE = "\ufffc"


def with_hints(inlines: tuple[Inline, ...], notes: Notes) -> tuple[Inline, ...]:
    """The line with its hints found."""
    made: list[Inline] = []
    at = 0
    text = _flat(inlines)
    for match in OPENING.finditer(text):
        if match.start() < at:
            continue
        end = closing(text, match.end())
        if end is None:
            notes.remark(Defect.HINT_OPEN, quote=text[match.start() : match.start() + 200])
            continue
        made += cut(inlines, at, match.start())
        made.append(_hint(cut(inlines, *match.span("words")), cut(inlines, match.end(), end), notes))
        at = end + 1
    return (*made, *cut(inlines, at, len(text))) if at else inlines


def closing(text: str, start: int) -> int | None:
    """Where the bracket that was opened before `start` is closed, with those inside counted."""
    first = text.find(")", start, start + LONGEST)
    if first < 0:
        return None
    open_brackets = 1
    for at in range(start, min(len(text), start + LONGEST)):
        open_brackets += {"(": 1, ")": -1}.get(text[at], 0)
        if not open_brackets:
            return at
    return first


def cut(inlines: Sequence[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """The inlines between two places, where all but letters count as one."""
    made: list[Inline] = []
    at = 0
    for inline in inlines:
        length = len(inline.text) if isinstance(inline, Run) else 1
        low, high = max(start - at, 0), min(end - at, length)
        if low < high:
            made.append(Run(inline.text[low:high], inline.marks) if isinstance(inline, Run) else inline)
        at += length
    return tuple(made)


def _flat(inlines: Sequence[Inline]) -> str:
    signs = (
        each.text if isinstance(each, Run) else "\n" if isinstance(each, Break) else STANDS_FOR_ONE for each in inlines
    )
    return "".join(signs)


def _hint(words: tuple[Inline, ...], explanation: tuple[Inline, ...], notes: Notes) -> Inline:
    said = "".join(letters(explanation)).strip()
    quote = f"[{''.join(letters(words))}]({said})"
    if ADDRESS.match(said):
        notes.remark(Defect.HINT_IS_LINK, quote=quote)
        written = next((each for each in explanation if isinstance(each, Link)), None)
        notes.take(Taken.ADDRESS, said)
        return Link(written.address, words, written.target) if written else Link(said, words, Target(Goes.OUTSIDE))
    if ")" in said:
        notes.remark(Defect.HINT_PARENTHESIS, quote=quote)
    return Hint(words, explanation)
