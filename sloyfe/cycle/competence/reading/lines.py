"""Lines of pasted text as blocks: paragraphs, lists, links that lost their address, tables that lost their cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sloyfe.cycle.competence.markup.artefacts import OUTSIDE, without_second_name
from sloyfe.cycle.competence.markup.hints import with_hints
from sloyfe.cycle.competence.markup.inlines import joined, trimmed
from sloyfe.cycle.competence.markup.notes import Defect, Notes, Taken
from sloyfe.cycle.competence.markup.tree import (
    Block,
    File,
    Goes,
    Inline,
    Language,
    Link,
    Listing,
    ListItem,
    Origin,
    Paragraph,
    Run,
    Target,
)

BULLET = re.compile(r"^(?:[•·‣◦▪●○*–—-]|o|\d{1,2}[.)])\s+(?=\S)")
NUMBERED = re.compile(r"^\d")
LED_OUT = re.compile(rf"\s?\(?(?:{'|'.join(OUTSIDE)})\)?(?:\s+\.(?=\s|$))?", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
# A row of a table that lost its cells: a short label, then a sentence that begins anew.
ROW = re.compile(r"^(?P<label>[A-ZÆØÅ][^.?!:;•|]{1,79}?)\s+(?P<rest>[A-ZÆØÅ][a-zæøå]+\s[^|]*[.?!])$")
LONGEST_LABEL = 80
FEWEST_ROWS = 3


@dataclass(frozen=True)
class Line:
    """A line with its number in the text, and whether an empty line stands before it."""

    text: str
    number: int
    gap: bool

    @property
    def bullet(self) -> str:
        """The sign that makes it a point of a list."""
        found = BULLET.match(self.text)
        return found.group() if found else ""


@dataclass
class _Point:
    """A row on its way to become a point of a list; open while its text is still to come."""

    label: Line
    lines: list[Line] = field(default_factory=list)
    open: bool = False


def blocks_of_lines(lines: Sequence[Line], language: Language, notes: Notes) -> tuple[Block, ...]:
    """Paragraphs and lists; three rows or more of a lost table become a list of points."""
    start = next((number for number, line in enumerate(lines) if ROW.match(line.text)), None)
    if start is not None:
        points, end = _points(lines, start)
        if len(points) >= FEWEST_ROWS:
            notes.remark(Defect.ROWS_REBUILT, lines[start].number, f"{len(points)}: {lines[start].text}")
            rebuilt = Listing(
                tuple(_point(point, language, notes) for point in points),
                language=language,
                origin=Origin("", notes.source, lines[start].number),
            )
            after = blocks_of_lines(lines[end:], language, notes)
            return (*_plain(lines[:start], language, notes), rebuilt, *after)
    return tuple(_plain(lines, language, notes))


def _points(lines: Sequence[Line], start: int) -> tuple[list[_Point], int]:
    points: list[_Point] = []
    for number in range(start, len(lines)):
        line = lines[number]
        match = ROW.match(line.text)
        follows = lines[number + 1] if number + 1 < len(lines) else None
        if match and not line.bullet:
            rest = Line(match["rest"], line.number, gap=False)
            points.append(_Point(Line(match["label"], line.number, line.gap), [rest]))
        elif _is_label(line) and follows and follows.gap:
            points.append(_Point(line, open=True))
        elif points and (points[-1].open or line.bullet):
            points[-1].lines.append(line)
        else:
            return points, number
    return points, len(lines)


def _is_label(line: Line) -> bool:
    ends = line.text.endswith((".", "?", "!", ":", ";", ","))
    return not line.gap and not line.bullet and len(line.text) < LONGEST_LABEL and not ends and line.text[0].isupper()


def _point(point: _Point, language: Language, notes: Notes) -> ListItem:
    origin = Origin("", notes.source, point.label.number)
    label = Paragraph((Run(point.label.text, ("bold",)),), language=language, origin=origin)
    return ListItem((label, *_plain(point.lines, language, notes)), language)


def _plain(lines: Sequence[Line], language: Language, notes: Notes) -> Iterator[Block]:
    waiting: list[Line] = []
    for line in lines:
        if line.bullet:
            waiting.append(line)
            continue
        if waiting:
            yield _list(waiting, language, notes)
            waiting = []
        yield _paragraph(line, language, notes)
    if waiting:
        yield _list(waiting, language, notes)


def _list(lines: Sequence[Line], language: Language, notes: Notes) -> Listing:
    items = []
    for line in lines:
        if NUMBERED.match(line.bullet):
            notes.take(Taken.LAYOUT, line.bullet.strip())
        bare = Line(line.text.removeprefix(line.bullet), line.number, line.gap)
        items.append(ListItem((_paragraph(bare, language, notes),), language))
    ordered = all(NUMBERED.match(line.bullet) for line in lines)
    return Listing(tuple(items), ordered, language=language, origin=Origin("", notes.source, lines[0].number))


def _paragraph(line: Line, language: Language, notes: Notes) -> Block:
    origin = Origin("", notes.source, line.number)
    once = without_second_name(line.text, notes)
    if once != line.text:
        notes.remark(Defect.LINK_WITHOUT_ADDRESS, line.number, once)
        link = Link("", (Run(once.strip()),), Target(Goes.FILE))
        return File(link, language=language, origin=origin)
    return Paragraph(line_inlines(line, notes), language=language, origin=origin)


def line_inlines(line: Line, notes: Notes) -> tuple[Inline, ...]:
    """The letters of a line with its hints, its addresses, and the links whose addresses were not pasted."""
    made: list[Inline] = []
    at = 0
    for match in LED_OUT.finditer(line.text):
        words = line.text[at : match.start()].strip()
        notes.take(Taken.LINK_WORDS, " ".join(match.group().split()))
        if words and not ADDRESS.search(words):
            notes.remark(Defect.LINK_WITHOUT_ADDRESS, line.number, words)
            made += [*([Run(" ")] if made else []), Link("", (Run(words),))]
        elif words:
            made += _with_addresses(words)
        at = match.end()
    made += _with_addresses(line.text[at:])
    return with_hints(trimmed(joined(made)), notes)


def _with_addresses(text: str) -> Iterator[Inline]:
    at = 0
    for match in ADDRESS.finditer(text):
        yield Run(text[at : match.start()])
        yield Link(match.group(), (Run(match.group()),), Target(Goes.OUTSIDE, match.group()))
        at = match.end()
    yield Run(text[at:])
