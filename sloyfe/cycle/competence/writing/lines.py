"""Rules for what stands in a line: links, explanations, pictures, marks with names, bare addresses, new lines."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from markdown_it.rules_inline import StateInline

from sloyfe.cycle.competence.markup.hints import LONGEST, closing
from sloyfe.cycle.competence.writing.addresses import bare, target_of
from sloyfe.cycle.competence.writing.words import DECORATIVE, MARKED

NEW_LINE = re.compile(r"<br ?/?>", re.IGNORECASE)
NAMED = re.compile(r"\{([a-zæøåA-ZÆØÅ ]{1,80})\}")
PICTURE = re.compile(
    r"!\[(?P<alt>(?:\\.|[^\\\[\]\n])*)\]\(\s*<?(?P<address>[^\s()<>]+)>?(?:\s+\"(?P<title>(?:\\.|[^\\\"\n])*)\")?\s*\)"
    rf"(?P<decorative>\{{{DECORATIVE}\}})?"
)
ADDRESS = re.compile(r"^\s*<?(\S+?)>?\s*$")
ASKED = re.compile(r"\s*\?\s*")
SCHEME = re.compile(r"(?:^|[^a-z0-9.+-])(https?)$", re.IGNORECASE)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def bracket(state: StateInline, silent: bool) -> bool:
    """`[words](address)` is a link, `[words](explanation)` an explanation, `[words]{name}` words with a mark."""
    if state.src[state.pos] != "[":
        return False
    start, end = state.pos + 1, state.md.helpers.parseLinkLabel(state, state.pos)
    if end < 0 or end + 1 >= state.posMax:
        return False
    if state.src[end + 1] == "{":
        return _named(state, start, end, silent=silent)
    if state.src[end + 1] != "(" or end == start:
        return False
    # An explanation reaches no further than it does in what is read in.
    reach = state.src[end + 2 : min(state.posMax, end + 2 + LONGEST)]
    close = closing(reach.replace("\\(", "  ").replace("\\)", "  "), 0)
    return close is not None and _linked(state, (start, end), (end + 2, end + 2 + close), silent=silent)


def _linked(state: StateInline, words: tuple[int, int], said: tuple[int, int], *, silent: bool) -> bool:
    inside = state.src[said[0] : said[1]]
    address = ADDRESS.match(inside)
    if state.linkLevel > 0 or not inside.strip():
        return False
    if address and target_of(address.group(1)):
        if not silent:
            state.linkLevel += 1
            with _within(state, "to", {"address": address.group(1)}):
                _part(state, *words)
            state.linkLevel -= 1
    elif not silent:
        asked = ASKED.match(inside)
        first = said[0] + (asked.end() if asked else 0)
        with _within(state, "hint"):
            with _within(state, "words"):
                _part(state, *words)
            with _within(state, "told"):
                _part(state, first, said[1])
    state.pos = said[1] + 1
    return True


def _named(state: StateInline, start: int, end: int, *, silent: bool) -> bool:
    match = NAMED.match(state.src, end + 1, state.posMax)
    names = match.group(1).lower().split() if match else []
    if match is None or not names or any(name not in MARKED for name in names):
        return False
    if not silent:
        marks = tuple(MARKED[name] for name in names)
        with _within(state, "marked", {"marks": marks}):
            _part(state, start, end)
    state.pos = match.end()
    return True


def picture(state: StateInline, silent: bool) -> bool:
    """`![what it shows](address "title"){pynt}`."""
    if state.src[state.pos] != "!":
        return False
    match = PICTURE.match(state.src, state.pos, state.posMax)
    if match is None or not target_of(match["address"]):
        return False
    if not silent:
        token = state.push("picture", "", 0)
        token.meta = {name: ESCAPED.sub(r"\1", match[name] or "") for name in ("alt", "title")}
        token.meta |= {"address": match["address"], "decorative": bool(match["decorative"])}
    state.pos = match.end()
    return True


def new_line(state: StateInline, silent: bool) -> bool:
    """`<br>`, where the line itself cannot be broken: in headings and in cells."""
    match = NEW_LINE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "<" else None
    if match is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos = match.end()
    return True


def address(state: StateInline, silent: bool) -> bool:
    """An address of the web that stands there by itself."""
    if state.linkLevel > 0 or not state.src.startswith("://", state.pos, state.posMax):
        return False
    scheme = SCHEME.search(state.pending[-8:])
    if scheme is None:
        return False
    start = state.pos - len(scheme.group(1))
    found = bare(state.src[start : state.posMax])
    if not found:
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme.group(1))]
        with _within(state, "to", {"address": found}):
            state.push("text", "", 0).content = found
    state.pos = start + len(found)
    return True


@contextmanager
def _within(state: StateInline, name: str, meta: dict[str, object] | None = None) -> Iterator[None]:
    state.push(f"{name}_open", "", 1).meta = meta or {}
    yield
    state.push(f"{name}_close", "", -1)


def _part(state: StateInline, start: int, end: int) -> None:
    before = state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.posMax = before
