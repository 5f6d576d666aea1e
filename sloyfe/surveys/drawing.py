"""A sheet made ready for a page: words in one language, and what has been answered so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sloyfe.surveys.sheet import DONT_KNOW, Option, Question, Sheet


@dataclass(frozen=True)
class Box:
    """Something to tick."""

    value: str
    label: str
    ticked: bool
    aside: bool = False


@dataclass(frozen=True)
class DrawnQuestion:
    """One question on a page; `closed` ones are shown but cannot be answered yet."""

    key: str
    kind: str
    label: str
    boxes: list[Box]
    words: str
    most: int
    error: str
    closed: bool

    @property
    def is_answered(self) -> bool:
        """Whether something has been ticked or written."""
        return bool(self.words) or any(box.ticked for box in self.boxes)


@dataclass(frozen=True)
class Block:
    """Statements on one scale, or one other question."""

    is_matrix: bool
    questions: list[DrawnQuestion]


@dataclass(frozen=True)
class DrawnSection:
    """A part of the page."""

    key: str
    title: str
    help: str
    blocks: list[Block]


@dataclass(frozen=True)
class Drawn:
    """The whole page of questions."""

    title: str
    intro: list[str]
    thanks: str
    scale: list[str]
    dont_know: str
    role_question: str
    role_groups: list[Box]
    sections: list[DrawnSection]
    errors: list[DrawnQuestion] = field(default_factory=list)


def draw(
    sheet: Sheet,
    language: str,
    *,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    closed: Sequence[str] = (),
    group: str = "",
    deletes_on: str = "",
) -> Drawn:
    """Words in one language, with ticks and texts where something has been answered."""
    pen = _Pen(sheet, language, values or {}, errors or {}, closed)
    sections = [
        DrawnSection(s.key, s.title.read(language), s.help.read(language), list(pen.blocks(s.questions)))
        for s in sheet.sections
    ]
    drawn = [question for section in sections for block in section.blocks for question in block.questions]
    return Drawn(
        title=sheet.title.read(language),
        intro=sheet.intro.read(language).replace("{date}", deletes_on).splitlines(),
        thanks=sheet.thanks.read(language),
        scale=[step.read(language) for step in sheet.scale],
        dont_know=sheet.dont_know.read(language),
        role_question=sheet.role_question.read(language),
        role_groups=[Box(o.key, o.text.read(language), o.key == group) for o in sheet.role_groups],
        sections=sections,
        errors=[question for question in drawn if question.error],
    )


@dataclass(frozen=True)
class _Pen:
    sheet: Sheet
    language: str
    values: Mapping[str, Any]
    errors: Mapping[str, str]
    closed: Sequence[str]

    def blocks(self, questions: Sequence[Question]) -> Iterator[Block]:
        for is_scale, together in groupby(questions, key=lambda question: question.kind == "scale"):
            drawn = [self.question(question) for question in together]
            if is_scale:
                yield Block(is_matrix=True, questions=drawn)
            else:
                yield from (Block(is_matrix=False, questions=[one]) for one in drawn)

    def question(self, question: Question) -> DrawnQuestion:
        value = self.values.get(question.key)
        words = value.get("text", "") if isinstance(value, dict) else value
        return DrawnQuestion(
            key=question.key,
            kind=question.kind,
            label=question.wording.read(self.language),
            boxes=list(self.boxes(question, value)),
            words=str(words) if words is not None and not isinstance(words, list) else "",
            most=question.most,
            error=self.errors.get(question.key, ""),
            closed=question.key in self.closed,
        )

    def boxes(self, question: Question, value: Any) -> Iterator[Box]:
        chosen = value.get("chosen", []) if isinstance(value, dict) else value
        ticked = {str(one) for one in chosen} if isinstance(chosen, list) else {str(chosen)}
        if question.kind == "scale":
            for step, text in enumerate(self.sheet.scale, start=1):
                yield Box(str(step), text.read(self.language), str(step) in ticked)
            yield Box(DONT_KNOW, self.sheet.dont_know.read(self.language), DONT_KNOW in ticked, aside=True)
        for option in question.options:
            yield self.box(option, ticked)

    def box(self, option: Option, ticked: set[str]) -> Box:
        return Box(option.key, option.text.read(self.language), option.key in ticked)
