"""A frozen questionnaire as a value: what the pages draw, and what an answer is read against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sloyfe.kit.text import Text

DONT_KNOW = "dk"
ROLE_GROUP = "role_group"


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

    @property
    def most(self) -> int:
        """The longest text, the largest number or the most ticks."""
        return self.limit or {"text": 400, "sources": 1000, "number": 9999}.get(self.kind, len(self.options))


@dataclass(frozen=True)
class Section:
    """Questions that belong together."""

    key: str
    title: Text
    help: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole questionnaire."""

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
        """Every question in order."""
        return [question for section in self.sections for question in section.questions]

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
            "sections": [_section_to_json(section) for section in self.sections],
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Sheet":
        """Read back what `to_json` wrote."""
        return cls(
            title=Text.from_json(told["title"]),
            intro=Text.from_json(told["intro"]),
            thanks=Text.from_json(told["thanks"]),
            scale=tuple(Text.from_json(step) for step in told["scale"]),
            dont_know=Text.from_json(told["dont_know"]),
            role_question=Text.from_json(told["role_question"]),
            role_groups=options_from_json(told["role_groups"]),
            sections=tuple(_section(one) for one in told["sections"]),
        )


def options_to_json(options: Sequence[Option]) -> list[dict[str, Any]]:
    """Options → plain JSON."""
    return [{"key": option.key, "text": option.text.to_json()} for option in options]


def options_from_json(told: Sequence[Mapping[str, Any]]) -> tuple[Option, ...]:
    """Plain JSON → options."""
    return tuple(Option(one["key"], Text.from_json(one["text"])) for one in told)


def _section_to_json(section: Section) -> dict[str, Any]:
    questions = [
        {
            **{name: getattr(question, name) for name in PLAIN},
            "wording": question.wording.to_json(),
            "options": options_to_json(question.options),
        }
        for question in section.questions
    ]
    heading = {"key": section.key, "title": section.title.to_json(), "help": section.help.to_json()}
    return {**heading, "questions": questions}


PLAIN = ("version", "key", "kind", "limit", "opens_after", "theme", "about_leadership")


def _section(told: Mapping[str, Any]) -> Section:
    questions = tuple(
        Question(
            **{name: one[name] for name in PLAIN},
            wording=Text.from_json(one["wording"]),
            options=options_from_json(one["options"]),
        )
        for one in told["questions"]
    )
    return Section(told["key"], Text.from_json(told["title"]), Text.from_json(told["help"]), questions)
