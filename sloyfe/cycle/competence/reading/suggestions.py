"""The elements that an activity suggests: rows of a table, panels, or points of a list, each with what is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Kind,
    Language,
    Listing,
    ListItem,
    Panels,
    Row,
    Table,
)
from sloyfe.cycle.competence.reading.plain import is_for, lines_of, words_of

LONGEST = 120
FEWEST = 2
FEWEST_WITHOUT_QUESTIONS = 3
SHORT = 4
# What stands in these is about something else than what is to be made.
ASIDE = {Kind.GOALS, Kind.LINK, Kind.LAW, Kind.QUOTE, Kind.TIME, Kind.TOOLS, Kind.LEADER, Kind.TASK}


@dataclass(frozen=True)
class Suggested:
    """One element in one language: what it is called, and the lines that go with it."""

    heading: str
    lines: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether something is asked."""
        return any("?" in line for line in self.lines)


def suggested_in(
    task: Sequence[Block], after: Sequence[Block], language: Language
) -> tuple[list[Suggested], Block | None]:
    """The elements of a task and what follows it, and the block they were found in."""
    found = [(elements, block) for block in (*task, *after) for elements in _in_block(block, language)]
    asking = [pair for pair in found if _most(pair[0])]
    named = [pair for pair in found if pair[1] in after and len(pair[0]) >= FEWEST_WITHOUT_QUESTIONS]
    best = max(asking or named, key=lambda pair: len(pair[0]), default=None)
    return best or ([], None)


def _most(elements: Sequence[Suggested]) -> bool:
    return sum(each.asks for each in elements) * 2 > len(elements)


def _in_block(block: Block, language: Language) -> Iterator[list[Suggested]]:
    """Every row of things in it that may be elements, outermost first."""
    if not is_for(block, language):
        return
    if isinstance(block, Table):
        yield from _enough(_of_table(block, language))
    elif isinstance(block, Listing):
        yield from _enough(_of_list(block.items, language))
    elif isinstance(block, Panels):
        sections = [each for each in block.sections if is_for(each, language)]
        titled = [Suggested(words_of(each.title, language), _said(each.blocks, language)) for each in sections]
        yield from (each for each in _enough(titled) if _most(each))
        for section in sections:
            for inner in section.blocks:
                yield from _in_block(inner, language)
    elif isinstance(block, Box) and block.meaning not in ASIDE:
        for inner in block.blocks:
            yield from _in_block(inner, language)


def _enough(elements: list[Suggested]) -> Iterator[list[Suggested]]:
    if len(elements) >= FEWEST and all(0 < len(each.heading) <= LONGEST for each in elements):
        yield elements


def _of_table(table: Table, language: Language) -> list[Suggested]:
    """Two columns: the first names, the second asks; a row of headings is none of them."""
    rows = [row for row in table.rows if len(row.cells) == 2 and all(cell.rows == 1 for cell in row.cells)]
    if len(rows) != len(table.rows):
        return []
    body = rows[1:] if rows and _is_head(rows[0], language) else rows
    pairs = ([lines_of(cell.blocks, language) for cell in row.cells] for row in body)
    return [Suggested(" ".join(name), tuple(lines)) for name, lines in pairs if name]


def _is_head(row: Row, language: Language) -> bool:
    said = [" ".join(lines_of(cell.blocks, language)) for cell in row.cells]
    short = all(len(each.split()) <= SHORT and "?" not in each for each in said)
    return all(cell.header for cell in row.cells) or short


def _of_list(items: Sequence[ListItem], language: Language) -> list[Suggested]:
    """A point that names something and goes on; one that only asks is a question of the task."""
    found = []
    for item in items:
        if not is_for(item, language):
            continue
        first, *rest = lines_of(item.blocks, language) or [""]
        head, colon, tail = first.partition(": ")
        if colon and not rest:
            first, rest = head, [tail]
        if "?" in first:
            return []
        found.append(Suggested(first.rstrip(":"), tuple(rest)))
    return found


def _said(blocks: Sequence[Block], language: Language) -> tuple[str, ...]:
    return tuple(lines_of(blocks, language))
