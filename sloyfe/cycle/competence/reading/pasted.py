"""Text pasted from a page of the portal: tags stand on lines of their own, and both languages follow each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sloyfe.algorithms.languages import languages_of_lines, spoken_language
from sloyfe.cycle.competence.markup.boxes import split_heading
from sloyfe.cycle.competence.markup.notes import Defect, Notes, Taken
from sloyfe.cycle.competence.markup.packages import Format, PageKind, PageTree, Provenance
from sloyfe.cycle.competence.markup.tags import FAMILIES, RATING, STRUCTURE, Tag, find_tag
from sloyfe.cycle.competence.markup.titles import read_title
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Heading,
    Inline,
    Kind,
    Language,
    Origin,
    Panels,
    Paragraph,
    Section,
)
from sloyfe.cycle.competence.reading.checking import Source, check, words_in
from sloyfe.cycle.competence.reading.lines import Line, blocks_of_lines, line_inlines
from sloyfe.cycle.competence.reading.links import slug_of

LONGEST_TITLE = 200


@dataclass(frozen=True)
class Passage:
    """Lines from one tag to the next, in one language; without a tag it is what stands before the first."""

    tag: Tag | None
    language: Language
    lines: tuple[Line, ...]
    number: int


def read_text(text: str, source: str, identity: str = "") -> PageTree:
    """One page of blocks in each of the languages found."""
    notes = Notes(source)
    lines = [*_lines(text)]
    title = lines.pop(0).text if lines and _is_title(lines) else ""
    blocks = tuple(block for passage in passages(lines, notes) for block in _blocks(passage, notes))
    entitled = read_title(title)
    name = identity or slug_of(entitled.read(Language.NB)) or source
    page = PageTree(name, entitled, PageKind.PAGE, blocks, Provenance(Format.TEXT, source))
    if any(isinstance(block, Box | Panels) for block in blocks):
        notes.remark(Defect.END_UNKNOWN)
    if entitled.odd:
        notes.remark(Defect.TITLE_ODD, quote=title)
    return check(page, [Source(words_in("\n".join(line.text for line in lines)))], notes)


def _lines(text: str) -> Iterator[Line]:
    """The lines that say something, with whether an empty one came before."""
    gap = True
    for number, written in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        words = " ".join(written.split())
        if words:
            yield Line(words, number, gap)
        gap = not words


def _is_title(lines: Sequence[Line]) -> bool:
    first = lines[0].text
    if read_title(first).languages:
        return True
    follows = lines[1] if len(lines) > 1 else None
    alone = follows is None or follows.gap or find_tag(follows.text) is not None
    short = len(first) < LONGEST_TITLE and not first.endswith((".", ":", "?"))
    return short and alone and len(lines) > 1 and find_tag(first) is None and not lines[0].bullet


def passages(lines: Sequence[Line], notes: Notes) -> Iterator[Passage]:
    """The lines cut at every tag, and where the language changes in between."""
    tags = {number: _tag(line) for number, line in enumerate(lines)}
    starts = {number for number, tag in tags.items() if tag}
    languages = _languages(lines, starts, notes)
    first = 0
    for number in range(1, len(lines) + 1):
        ends = number == len(lines)
        if ends or number in starts or languages[number] != languages[number - 1]:
            part = lines[first:number]
            if part:
                yield _passage(tags[first], part, languages[first])
            first = number


def _passage(tag: Tag | None, part: Sequence[Line], language: Language) -> Passage:
    number = part[0].number
    if not tag:
        return Passage(None, language, tuple(part), number)
    beside = (part[0].text[: tag.start] + part[0].text[tag.end :]).strip()
    rest = (Line(beside, number, gap=True), *part[1:]) if beside else tuple(part[1:])
    return Passage(tag, language, rest, number)


def _languages(lines: Sequence[Line], starts: set[int], notes: Notes) -> list[Language]:
    found = languages_of_lines([line.text for line in lines], likely=starts)
    spoken = set(found)
    if len(spoken) > 1:
        notes.remark(Defect.LANGUAGE_GUESSED, quote=" ".join(sorted(spoken)))
        return [Language(each) for each in found]
    guess = spoken_language("\n".join(line.text for line in lines))
    return [Language(guess.language) if guess.sure else Language.ANY] * len(lines)


def _tag(line: Line) -> Tag | None:
    tag = find_tag(line.text)
    return tag if tag and (tag.known or tag.name.startswith(FAMILIES)) and tag.start == 0 else None


def _blocks(passage: Passage, notes: Notes) -> tuple[Block, ...]:
    tag, language = passage.tag, passage.language
    blocks = blocks_of_lines(passage.lines, language, notes)
    if tag is None:
        return blocks
    origin = Origin(tag.written, notes.source, passage.number)
    _remark(passage, tag, notes)
    if tag.kind is None:
        return (*_untaken(tag, passage, notes), *blocks)
    if tag.kind in STRUCTURE:
        title, body = _titled(blocks)
        return (Panels(tag.kind, (Section(title, body, language),), language=language, origin=origin),)
    if tag.kind == Kind.HEADING:
        notes.take(Taken.HEADING_TAG, tag.written)
        head = blocks[0] if blocks else None
        made = (
            (Heading(2, head.inlines, language=language, origin=origin),) if isinstance(head, Paragraph) else blocks[:1]
        )
        return (*made, *blocks[1:])
    heading, rest = split_heading(blocks, language, alone=tag.kind == Kind.LEADER)
    return (Box(tag.kind, heading, rest, language=language, origin=origin),)


def _untaken(tag: Tag, passage: Passage, notes: Notes) -> tuple[Block, ...]:
    """A tag that stands for nothing here is kept as words, unless its service is gone."""
    if tag.name == RATING:
        notes.take(Taken.DEAD_TAG, tag.written)
        return ()
    line = Line(tag.written, passage.number, gap=True)
    origin = Origin("", notes.source, passage.number)
    return (Paragraph(line_inlines(line, notes), language=passage.language, origin=origin),)


def _titled(blocks: tuple[Block, ...]) -> tuple[tuple[Inline, ...], tuple[Block, ...]]:
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0].inlines, blocks[1:]
    return (), blocks


def _remark(passage: Passage, tag: Tag, notes: Notes) -> None:
    if not tag.known:
        notes.remark(Defect.UNKNOWN_TAG, passage.number, tag.written)
    elif not tag.spelt_right:
        notes.remark(Defect.TAG_SPELLING, passage.number, tag.written)
    if tag.known and not tag.name.startswith(FAMILIES[0]):
        notes.remark(Defect.TAG_OLD, passage.number, tag.written)
    if tag.kind and not passage.lines:
        notes.remark(Defect.BOX_EMPTY, passage.number, tag.written)
