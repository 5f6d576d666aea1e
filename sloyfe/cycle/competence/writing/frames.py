"""Rules for what stands below each other: boxes and panels between lines of colons, and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.rules_block import StateBlock

from sloyfe.cycle.competence.markup.tree import Kind
from sloyfe.cycle.competence.writing.addresses import target_of
from sloyfe.cycle.competence.writing.words import KINDS, PANELS

OPENING = re.compile(r"^:{3,}[ \t]*(?P<rest>[^:\s].*?)(?P<closed>(?<=[^\\])[ \t]+:{3,})?[ \t]*$")
CLOSING = re.compile(r"^:{3,}[ \t]*$")
SECTION = re.compile(r"^==(?!=)[ \t]*(?P<title>.*?)[ \t]*$")
KEY = re.compile(r"^[0-9a-f]{12}$")
RULE = re.compile(r"^:?-+:?$")


@dataclass(frozen=True)
class Frame:
    """What a line of colons says that begins here."""

    kind: Kind
    heading: str
    closed: bool
    address: str = ""


@lru_cache(1024)
def frame_of(line: str) -> Frame | None:
    """The frame that a line opens; a name that nobody knows is the heading of a box."""
    match = OPENING.match(line)
    if match is None:
        return None
    first, _, rest = match["rest"].partition(" ")
    kind = KINDS.get(first.rstrip(":").lower())
    heading, closed = rest.strip(), bool(match["closed"])
    if kind in {Kind.EMBED, Kind.RICH_TEXT}:
        address, _, title = heading.partition(" ")
        known = KEY.match(address) if kind == Kind.RICH_TEXT else target_of(address)
        if known and (closed or kind == Kind.EMBED):
            return Frame(kind, title.strip(), closed, address)
        kind = None
    return Frame(kind, heading, closed) if kind else Frame(Kind.GENERAL, match["rest"].strip(), closed)


def framed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`::: name heading` to `:::`, or to the end of what it stands in; with `:::` on the same line, that line alone."""
    frame = frame_of(_line(state, start))
    if frame is None or state.sCount[start] < state.blkIndent:
        return False
    if silent:
        return True
    close, after = (start, start + 1) if frame.closed else _close(state, start, end)
    token = state.push("framed_open", "", 1)
    token.meta = {"frame": frame, "line": _line(state, start)}
    _words(state, "heading_line", frame.heading)
    if frame.kind in PANELS:
        _sections(state, start + 1, close)
    else:
        _tokenize(state, start + 1, close)
    state.push("framed_close", "", -1)
    state.line = after
    return True


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with a bar; a second line of dashes makes the first one headings."""
    if not _line(state, start).startswith("|"):
        return False
    if silent:
        return True
    rows = []
    line = start
    while line < end and state.sCount[line] >= state.blkIndent and _line(state, line).startswith("|"):
        rows.append(cells(_line(state, line)))
        line += 1
    headed = len(rows) > 1 and bool(rows[1]) and all(RULE.match(cell) for cell in rows[1])
    if headed:
        del rows[1]
    state.push("rows_open", "", 1)
    for number, row in enumerate(rows):
        state.push("row_open", "", 1)
        for cell in row:
            said = cell[1:].strip() if cell.startswith("! ") else cell
            state.push("cell_open", "", 1).meta = {"header": (headed and number == 0) or said != cell}
            _words(state, "inline", said)
            state.push("cell_close", "", -1)
        state.push("row_close", "", -1)
    state.push("rows_close", "", -1)
    state.line = line
    return True


def cells(line: str) -> list[str]:
    """The cells of a line; a bar after a backslash is a letter."""
    found, current, escaped = [], "", False
    for sign in line.strip()[1:]:
        if sign == "|" and not escaped:
            found.append(current)
            current = ""
            continue
        current += sign
        escaped = sign == "\\" and not escaped
    if current.strip():
        found.append(current)
    return [cell.strip() for cell in found]


def _close(state: StateBlock, start: int, end: int) -> tuple[int, int]:
    """The first line that is not in the frame, and the line to go on from."""
    depth = 1
    for line in range(start + 1, end):
        if _ends(state, line):
            return line, line
        depth += _step(state, line, start)
        if not depth:
            return line, line + 1
    return end, end


def _ends(state: StateBlock, line: int) -> bool:
    return not state.isEmpty(line) and state.sCount[line] < state.blkIndent


def _step(state: StateBlock, line: int, start: int) -> int:
    """What stands further in belongs to a list, and opens and closes by itself."""
    if state.sCount[line] > state.sCount[start] + 1:
        return 0
    if not state.src.startswith(":::", state.bMarks[line] + state.tShift[line]):
        return 0
    said = _line(state, line)
    if CLOSING.match(said):
        return -1
    frame = frame_of(said)
    return 1 if frame and not frame.closed else 0


def _sections(state: StateBlock, start: int, end: int) -> None:
    starts = list(_starts(state, start, end))
    _tokenize(state, start, starts[0] if starts else end)
    for number, line in enumerate(starts):
        match = SECTION.match(_line(state, line))
        state.push("section_open", "", 1)
        _words(state, "heading_line", match["title"] if match else "")
        _tokenize(state, line + 1, starts[number + 1] if number + 1 < len(starts) else end)
        state.push("section_close", "", -1)


def _starts(state: StateBlock, start: int, end: int) -> Iterator[int]:
    depth = 0
    for line in range(start, end):
        depth = max(depth + _step(state, line, start - 1), 0)
        if not depth and state.sCount[line] <= state.sCount[start - 1] + 1 and SECTION.match(_line(state, line)):
            yield line


def _tokenize(state: StateBlock, start: int, end: int) -> None:
    if start >= end:
        return
    before = state.lineMax, state.parentType
    state.lineMax, state.parentType = end, "root"
    state.md.block.tokenize(state, start, end)
    state.lineMax, state.parentType = before


def _words(state: StateBlock, name: str, words: str) -> None:
    token = state.push("inline", "", 0)
    token.content, token.children, token.info = words, [], name


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
