"""A sheet made ready for a page: words in one language, and what has been answered so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from sloyfe.surveys.conditions import Condition
from sloyfe.surveys.drawn import Block, Box, Drawn, DrawnQuestion, DrawnSection, Only
from sloyfe.surveys.sheet import DONT_KNOW, Option, Question, Sheet


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
    pen = Pen(sheet, language, values or {}, errors or {}, closed)
    sections = [
        DrawnSection(
            s.key, s.title.read(language), s.help.read(language), list(pen.blocks(s.questions)), pen.only(s.condition)
        )
        for s in sheet.sections
    ]
    drawn = [question for section in sections for block in section.blocks for question in block.questions]
    return Drawn(
        title=sheet.title.read(language),
        intro=_dated(sheet.intro.read(language), deletes_on).splitlines(),
        thanks=sheet.thanks.read(language),
        scale=[step.read(language) for step in sheet.scale],
        dont_know=sheet.dont_know.read(language),
        role_question=sheet.role_question.read(language),
        role_groups=[Box(o.key, o.text.read(language), o.key == group) for o in sheet.role_groups],
        sections=sections,
        errors=[question for question in drawn if question.error],
    )


@dataclass(frozen=True)
class Pen:
    """Draws the questions of one sheet in one language."""

    sheet: Sheet
    language: str
    values: Mapping[str, Any]
    errors: Mapping[str, str]
    closed: Sequence[str]

    def blocks(self, questions: Sequence[Question]) -> Iterator[Block]:
        """Neighbours on the same scale together; of pairs, each in a block of its own."""
        for (kind, steps, aside, pair), together in groupby(questions, key=_alike):
            drawn = [self.question(question) for question in together]
            if kind == "scale":
                scale = [step.read(self.language) for step in steps]
                yield Block(True, drawn, scale, aside, bool(pair) and len(drawn) > 1)
            else:
                yield from (Block(False, [one]) for one in drawn)

    def question(self, question: Question) -> DrawnQuestion:
        """One question with what has been answered to it."""
        value = self.values.get(question.key)
        words = value.get("text", "") if isinstance(value, dict) else value
        spoken = question.kind in ("text", "number", "sources") and words not in (None, DONT_KNOW)
        ends = [step.read(self.language) for step in question.steps]
        return DrawnQuestion(
            key=question.key,
            kind=question.kind,
            label=question.wording.read(self.language),
            boxes=list(self.boxes(question, value)),
            words=str(words) if spoken else "",
            least=question.least,
            most=question.most,
            error=self.errors.get(question.key, ""),
            closed=question.key in self.closed,
            help=question.help.read(self.language),
            unit=question.unit.read(self.language),
            one_line=question.one_line,
            unsure=self.unsure(question, value),
            ends=(ends[0], ends[-1]) if ends else ("", ""),
            only=self.only(question.condition),
        )

    def boxes(self, question: Question, value: Any) -> Iterator[Box]:
        """What can be ticked, or given a place."""
        chosen = value.get("chosen", []) if isinstance(value, dict) else value
        ticked = {str(one) for one in chosen} if isinstance(chosen, list) else {str(chosen)}
        places = _places(value) if question.kind == "ranking" else {}
        for step, text in enumerate(question.steps, start=1):
            yield Box(str(step), text.read(self.language), str(step) in ticked)
        for option in question.options:
            place = places.get(option.key, "")
            yield Box(option.key, option.text.read(self.language), not places and option.key in ticked, place=place)

    def unsure(self, question: Question, value: Any) -> Box | None:
        """The box for those who do not know, where there is one."""
        if not question.dont_know:
            return None
        said = value.get("unsure") if isinstance(value, dict) else value
        ticked = said is True or said == DONT_KNOW or (isinstance(said, list) and DONT_KNOW in said)
        return Box(DONT_KNOW, self.sheet.dont_know.read(self.language), ticked, aside=True)

    def only(self, condition: Condition | None) -> Only | None:
        """Whom it is for, in a sentence."""
        if condition is None:
            return None
        asked = next((one for one in self.sheet.questions if one.key == condition.item), None)
        if asked is None:
            return None
        names = self.answers(asked, condition)
        said = {"answers": _(" eller ").join(f"«{name}»" for name in names), "label": asked.wording.read(self.language)}
        sentence = _("Svar bare hvis du svarte %(answers)s på «%(label)s»") % said
        return Only(sentence, condition.item, " ".join(str(one) for one in condition.answers))

    def answers(self, question: Question, condition: Condition) -> list[str]:
        """The answers that open it, as they are read."""
        steps = [Option(str(i), text) for i, text in enumerate(question.steps, start=1)]
        unsure = Option(DONT_KNOW, self.sheet.dont_know)
        wanted = {str(one) for one in condition.answers}
        found = [option for option in (*steps, *question.options, unsure) if option.key in wanted]
        return [option.text.read(self.language) or option.key for option in found]


def _dated(words: str, deletes_on: str) -> str:
    """The words with the day on which single answers are deleted; questionnaires from before say it in English."""
    return words.replace("{dato}", deletes_on).replace("{date}", deletes_on)


def _alike(question: Question) -> tuple[Any, ...]:
    if question.kind != "scale":
        return (question.kind, (), False, "")
    return (question.kind, question.steps, question.dont_know, question.pair)


def _places(value: Any) -> dict[str, str]:
    """Places that were typed, or the places of an order that was kept."""
    if isinstance(value, dict):
        return dict(value.get("places", {}))
    return {key: str(place) for place, key in enumerate(value, start=1)} if isinstance(value, list) else {}
