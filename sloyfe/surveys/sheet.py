"""A frozen questionnaire as a value: what the pages draw, and what an answer is read against.

A valid answer by kind: `scale` a whole number from 1 to the number of steps · `choice` the key of an option ·
`choices` a list of keys in the order of the options, none twice, `most` at the most · `number` a whole number from
`least` to `most` · `ranking` a list of exactly `most` keys, the first place first · `text` words, `most` signs at the
most · `sources` `{"chosen": [keys], "text": words}`. Where `dont_know` is on, DONT_KNOW stands alone in place of any
of them. A `note` is never answered and is not among `Sheet.questions`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sloyfe.kit.text import Text
from sloyfe.surveys.conditions import Condition

DONT_KNOW = "dk"
ROLE_GROUP = "role_group"
LONGEST_TEXT, LONGEST_LINE, LONGEST_SOURCES, LARGEST_NUMBER = 400, 120, 1000, 9999
EMPTY = Text()


@dataclass(frozen=True)
class Option:
    """One answer to tick."""

    key: str
    text: Text


@dataclass(frozen=True)
class Question:
    """One item as it is asked."""

    version: str
    key: str
    kind: str
    wording: Text
    options: tuple[Option, ...] = ()
    limit: int | None = None
    opens_after: str = ""
    theme: str = ""
    about_leadership: bool = False
    help: Text = EMPTY
    steps: tuple[Text, ...] = ()
    dont_know: bool = False
    least: int = 0
    unit: Text = EMPTY
    one_line: bool = False
    pair: str = ""
    condition: Condition | None = None

    @property
    def most(self) -> int:
        """The longest text, the largest number, the most ticks, or how many places are given."""
        if self.kind in ("choices", "ranking"):
            return min(self.limit or len(self.options), len(self.options))
        words = LONGEST_LINE if self.one_line else LONGEST_TEXT
        usual = {"text": words, "sources": LONGEST_SOURCES, "number": max(LARGEST_NUMBER, 10 * self.least)}
        return usual.get(self.kind, len(self.options)) if self.limit is None else self.limit

    @property
    def room(self) -> int:
        """Bytes that an answer may take: four to a sign, and enough for every key at once."""
        words = self.most * 4 if self.kind in ("text", "sources") else 0
        return 400 + words + sum(len(option.key.encode()) + 4 for option in self.options)


@dataclass(frozen=True)
class Section:
    """Questions that belong together."""

    key: str
    title: Text
    help: Text
    questions: tuple[Question, ...]
    condition: Condition | None = None


@dataclass(frozen=True)
class Sheet:
    """The whole questionnaire. `scale` are the usual five steps; each scale question has its own `steps`."""

    title: Text
    intro: Text
    thanks: Text
    scale: tuple[Text, ...]
    dont_know: Text
    role_question: Text
    role_groups: tuple[Option, ...]
    sections: tuple[Section, ...]

    @property
    def questions(self) -> list[Question]:
        """Every question in order; notes ask nothing."""
        return [question for section in self.sections for question in section.questions if question.kind != "note"]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON for the edition."""
        return {
            "title": self.title.to_json(),
            "intro": self.intro.to_json(),
            "thanks": self.thanks.to_json(),
            "scale": [step.to_json() for step in self.scale],
            "dont_know": self.dont_know.to_json(),
            "role_question": self.role_question.to_json(),
            "role_groups": options_to_json(self.role_groups),
            "sections": [_section_to_json(section, self.scale) for section in self.sections],
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Sheet":
        """Read back what `to_json` wrote."""
        scale = tuple(Text.from_json(step) for step in told["scale"])
        return cls(
            title=Text.from_json(told["title"]),
            intro=Text.from_json(told["intro"]),
            thanks=Text.from_json(told["thanks"]),
            scale=scale,
            dont_know=Text.from_json(told["dont_know"]),
            role_question=Text.from_json(told["role_question"]),
            role_groups=options_from_json(told["role_groups"]),
            sections=tuple(_section(one, scale) for one in told["sections"]),
        )


def options_to_json(options: Sequence[Option]) -> list[dict[str, Any]]:
    """Options → plain JSON."""
    return [{"key": option.key, "text": option.text.to_json()} for option in options]


def options_from_json(told: Sequence[Mapping[str, Any]]) -> tuple[Option, ...]:
    """Plain JSON → options."""
    return tuple(Option(one["key"], Text.from_json(one["text"])) for one in told)


PLAIN = ("version", "key", "kind", "limit", "opens_after", "theme", "about_leadership")
LATER = ("dont_know", "least", "one_line", "pair")  # questionnaires frozen before these were known lack them


def _section_to_json(section: Section, scale: tuple[Text, ...]) -> dict[str, Any]:
    heading = {"key": section.key, "title": section.title.to_json(), "help": section.help.to_json()}
    questions = [_question_to_json(question, scale) for question in section.questions]
    return {**heading, "condition": _condition_to_json(section.condition), "questions": questions}


def _question_to_json(question: Question, scale: tuple[Text, ...]) -> dict[str, Any]:
    return {
        **{name: getattr(question, name) for name in (*PLAIN, *LATER)},
        "wording": question.wording.to_json(),
        "help": question.help.to_json(),
        "unit": question.unit.to_json(),
        "options": options_to_json(question.options),
        # The usual steps stand once, at the top: most questions have them, and every answer reads the sheet.
        "steps": [] if question.steps == scale else [step.to_json() for step in question.steps],
        "condition": _condition_to_json(question.condition),
    }


def _condition_to_json(condition: Condition | None) -> dict[str, Any] | None:
    return condition.to_json() if condition else None


def _section(told: Mapping[str, Any], scale: tuple[Text, ...]) -> Section:
    questions = tuple(_question(one, scale) for one in told["questions"])
    title, help_ = Text.from_json(told["title"]), Text.from_json(told["help"])
    return Section(told["key"], title, help_, questions, Condition.from_json(told.get("condition")))


def _question(told: Mapping[str, Any], scale: tuple[Text, ...]) -> Question:
    is_scale = told["kind"] == "scale"
    later = {name: told[name] for name in LATER if name in told} or {"dont_know": is_scale}
    return Question(
        **{name: told[name] for name in PLAIN},
        **later,
        wording=Text.from_json(told["wording"]),
        help=Text.from_json(told.get("help")),
        unit=Text.from_json(told.get("unit")),
        options=options_from_json(told["options"]),
        steps=tuple(Text.from_json(step) for step in told.get("steps", ())) or (scale if is_scale else ()),
        condition=Condition.from_json(told.get("condition")),
    )
