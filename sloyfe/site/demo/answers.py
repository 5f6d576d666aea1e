"""What people answer: steps that follow item, unit and person, and free texts where they belong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sloyfe.site.demo.material import Told
from sloyfe.site.demo.stage import Stage
from sloyfe.surveys.sheet import DONT_KNOW, Question, Sheet

SKIPPED, UNSURE = 0.01, 0.03
SPREAD, PERSONAL = 0.8, 0.35


@dataclass
class Reply:
    """One person's answers, before they are sealed."""

    unit: str
    language: str
    kind: str
    group: str
    answers: dict[str, Any] = field(default_factory=dict)


def replies(stage: Stage, sheet: Sheet) -> list[Reply]:
    """Everybody who answers, unit by unit."""
    given = [_reply(stage, unit, sheet) for unit in stage.entries("unit") for _nth in range(unit["answers"])]
    for entry in stage.entries("free_text"):
        _write(given, entry["item"], entry["text"], entry)
    for entry in stage.told["survey"].get("held_text", ()):
        _write(given, entry["item"], entry["words"], {"unit": entry["unit"]})
    return given


def _reply(stage: Stage, unit: Told, sheet: Sheet) -> Reply:
    dice = stage.dice
    teaching = 0.8 if unit["kind"] in ("school", "ppt") else 0.45
    group = "teaching" if dice.random() < teaching else "assisting"
    reply = Reply(unit["key"], unit["language"], unit["kind"], group)
    person = dice.gauss(0, PERSONAL)
    for question in sheet.questions:
        value = _value(stage, unit["key"], question, person)
        if value is not None:
            reply.answers[question.key] = value
    return reply


def _value(stage: Stage, unit: str, question: Question, person: float) -> int | str | list[str] | None:
    told, dice = stage.told["survey"], stage.dice
    if question.kind == "choices":
        keys = [option.key for option in question.options]
        ticked = dice.sample(keys, question.most)
        return [key for key in keys if key in ticked]
    if question.kind != "scale":
        return None
    alike = [each["step"] for each in told.get("unanimous", ()) if (each["unit"], each["item"]) == (unit, question.key)]
    if alike:
        return int(alike[0])
    luck = dice.random()
    if luck < SKIPPED:
        return None
    if luck < SKIPPED + UNSURE:
        return DONT_KNOW
    wish = told["middle"].get(question.key, 3.2) + told["culture"].get(unit, 0.0) * _weight(question) + person
    return max(1, min(5, round(dice.gauss(wish, SPREAD))))


def _weight(question: Question) -> float:
    """Where people feel sure, they want less; so a unit's culture turns round in the second of each pair."""
    return -0.5 if question.key.startswith("A2") else 1.0


def _write(given: list[Reply], item: str, words: str, entry: Told) -> None:
    for reply in _fitting(given, entry):
        if item not in reply.answers:
            reply.answers[item] = words
            return


def _fitting(given: list[Reply], entry: Told) -> Iterator[Reply]:
    for reply in given:
        here = {"unit": reply.unit, "unit_kind": reply.kind, "role_group": reply.group, "language": reply.language}
        if all(entry[name] == value for name, value in here.items() if name in entry):
            yield reply
