"""The activities of a page: what is to be done, what is asked, how long it takes, and what may come of it.

Each language is read by itself. They are laid beside each other by position, and only where both count the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.tree import Block, Box, Kind, Language, Panels, walk
from sloyfe.cycle.competence.reading.comparing import OWN, language_of_unmarked
from sloyfe.cycle.competence.reading.plain import (
    Hinted,
    files_in,
    hints_in,
    is_for,
    lines_of,
    questions_in,
    text_of,
    words_of,
)
from sloyfe.cycle.competence.reading.suggestions import Suggested, suggested_in
from sloyfe.kit.text import Text

METHODS = {
    "igp": r"\bIGP\b|\bindividuell\w*[\s,–-]+(?:og\s+)?gruppe\w*[\s,–-]+(?:og\s+)?plenum",
    "kafedialog": r"\bkaf[eé]dialog",
    "gallerivandring": r"\bgallerivandring",
    "placemat": r"\bplacemat\b",
    "praksisfortelling": r"\bpraksisfort[eé]l[jl]ing",
    "swot": r"\bSWOT\b",
}
HOURS = re.compile(r"(\d+)(?:[.,](\d))?\s*tim(?:e|er|ar)\b", re.IGNORECASE)
MINUTES = re.compile(r"(\d+)\s*min", re.IGNORECASE)


@dataclass(frozen=True)
class Element:
    """Something that may stand in the plan that comes of it, and what to ask about it."""

    heading: Text
    questions: Text


@dataclass(frozen=True)
class Activity:
    """One task of a page in its languages; `uneven` says that they do not count the same."""

    title: Text
    task: Text
    goals: Text
    questions: tuple[Text, ...]
    elements: tuple[Element, ...]
    hints: Mapping[Language, tuple[Hinted, ...]]
    files: Mapping[Language, tuple[str, ...]]
    method: str
    time: Text
    minutes: int | None
    uneven: bool


@dataclass(frozen=True)
class _Told:
    """The same in one language."""

    title: str
    task: str
    goals: str
    questions: tuple[str, ...]
    elements: tuple[Suggested, ...]
    hints: tuple[Hinted, ...]
    files: tuple[str, ...]
    time: str


def activities(page: PageTree) -> tuple[Activity, ...]:
    """Every task box of the page, in reading order."""
    told = {language: found for language in _languages(page) if (found := list(_told(page, language)))}
    uneven = len({len(found) for found in told.values()}) > 1
    longest = max(told, key=lambda language: len(told[language]), default=None)
    kept = {longest: told[longest]} if uneven and longest else told
    beside = zip_longest(*kept.values())
    return tuple(_activity(dict(zip(kept, each, strict=True)), uneven=uneven) for each in beside)


def has_activity(page: PageTree) -> bool:
    """Whether something is to be done on it."""
    return any(_is(node, Kind.TASK) for node in walk(page.blocks))


def _languages(page: PageTree) -> list[Language]:
    marked = {node.language for node in walk(page.blocks) if hasattr(node, "language")} - {Language.ANY}
    unmarked = None if marked else language_of_unmarked(page.blocks)
    return [each for each in OWN if each in marked] or [unmarked or Language.NB]


def _told(page: PageTree, language: Language) -> Iterator[_Told]:
    row = [block for block in _unfolded(page.blocks) if is_for(block, language)]
    starts = [number for number, block in enumerate(row) if _is(block, Kind.TASK)]
    for start, end in pairwise([*starts, len(row)]):
        box = row[start]
        if not isinstance(box, Box):
            continue
        after = row[start + 1 : end]
        goals = [block for block in row if _is(block, Kind.GOALS)]
        times = [each for block in (box, *(after if len(starts) > 1 else row)) for each in _times(block)]
        elements, place = suggested_in(box.blocks, after, language)
        lines = lines_of([block for block in box.blocks if block is not place], language)
        yield _Told(
            words_of(box.heading, language),
            text_of(lines),
            "\n".join(line for each in goals if isinstance(each, Box) for line in lines_of(each.blocks, language)),
            tuple(questions_in(lines)),
            tuple(elements),
            tuple(hints_in([box, *after], language)),
            tuple(files_in([box, *after], language)),
            " ".join(dict.fromkeys(line for each in times for line in lines_of(each.blocks, language))),
        )


def _unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a page; one that has a task inside is opened."""
    for block in blocks:
        if not _is(block, Kind.TASK) and any(_is(inner, Kind.TASK) for inner in walk(block)):
            yield from _unfolded(_inside(block))
        else:
            yield block


def _inside(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Panels):
        return tuple(inner for section in block.sections for inner in section.blocks)
    return block.blocks if isinstance(block, Box) else ()


def _times(block: Block) -> Iterator[Box]:
    yield from (each for each in walk(block) if isinstance(each, Box) and each.meaning == Kind.TIME)


def _is(node: object, kind: Kind) -> bool:
    return isinstance(node, Box) and node.meaning == kind


def _activity(told: Mapping[Language, _Told], *, uneven: bool) -> Activity:
    counts = {language: len(each.elements) for language, each in told.items() if each.elements}
    most = max(counts, key=lambda language: counts[language], default=None)
    alike = len(set(counts.values())) < 2
    paired = {language: told[language].elements for language in counts if alike or language == most}
    asked = {language: each.questions for language, each in told.items()}
    same = len({len(each) for each in asked.values()}) == 1
    questions = asked if same else dict([max(asked.items(), key=lambda pair: len(pair[1]))])
    time = _text({language: each.time for language, each in told.items()})
    return Activity(
        title=_text({language: each.title for language, each in told.items()}),
        task=_text({language: each.task for language, each in told.items()}),
        goals=_text({language: each.goals for language, each in told.items()}),
        questions=tuple(
            _text(dict(zip(questions, each, strict=True))) for each in zip(*questions.values(), strict=True)
        ),
        elements=tuple(_element(dict(zip(paired, each, strict=True))) for each in zip(*paired.values(), strict=True)),
        hints={language: each.hints for language, each in told.items()},
        files={language: each.files for language, each in told.items()},
        method=_method([line for each in told.values() for line in (each.title, each.task)]),
        time=time,
        minutes=_minutes(time),
        uneven=uneven or not alike or not same,
    )


def _element(said: Mapping[Language, Suggested]) -> Element:
    headings = {language: each.heading for language, each in said.items()}
    return Element(_text(headings), _text({language: "\n".join(each.lines) for language, each in said.items()}))


def _text(said: Mapping[Language, str]) -> Text:
    words = {language.value: each for language, each in said.items() if each}
    return Text.of(**words, source=next(iter(words), "nb"))


def _method(lines: Sequence[str]) -> str:
    said = "\n".join(lines)
    return next((key for key, named in METHODS.items() if re.search(named, said, re.IGNORECASE)), "")


def _minutes(time: Text) -> int | None:
    """The first time that is named, hours and minutes together."""
    for said in time.entries.values():
        hours, minutes = HOURS.search(said), MINUTES.search(said)
        long = int(hours[1]) * 60 + int(hours[2] or 0) * 6 if hours else 0
        if whole := long + (int(minutes[1]) if minutes else 0):
            return whole
    return None
