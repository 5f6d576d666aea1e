"""The prefilled words of this station, read once from the files beside this one."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sloyfe.kit.text import Text

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Prompt:
    """A question to talk about, and for how long."""

    key: str
    words: Text
    minutes: int = 0


@dataclass(frozen=True)
class Example:
    """A need worded well or badly, and why."""

    words: Text
    why: Text
    good: bool


@dataclass(frozen=True)
class Criterion:
    """What to think of when giving points."""

    name: Text
    question: Text


@dataclass(frozen=True)
class OrderWords:
    """How the needs report tells where the order came from; with places for numbers and needs."""

    kemeny: Text
    borda: Text
    agreed: Text
    contested: Text


@dataclass(frozen=True)
class NeedsContent:
    """Everything that `needs.toml` says."""

    title: Text
    lead: Text
    outside: Text
    dialogue: Text
    dialogue_intro: Text
    dialogue_minutes: int
    prompts: tuple[Prompt, ...]
    wording: Text
    pattern: Text
    advice: tuple[Text, ...]
    examples: tuple[Example, ...]
    interpretation: Text
    interpretation_prompts: tuple[Text, ...]
    children: Text
    children_intro: Text
    children_advice: tuple[Text, ...]
    prioritising: Text
    prioritising_intro: Text
    criteria: tuple[Criterion, ...]
    order: OrderWords


@cache
def needs_content() -> NeedsContent:
    """The words of `needs.toml`."""
    raw = tomllib.loads((FOLDER / "needs.toml").read_text("utf-8"))
    dialogue, wording, children = raw["dialogue"], raw["wording"], raw["children"]
    prompts = tuple(Prompt(each["key"], text(each), each["minutes"]) for each in dialogue["prompt"])
    examples = tuple(Example(text(each), text(each["why"]), each["good"]) for each in wording["example"])
    criteria = tuple(Criterion(text(each), text(each["question"])) for each in raw["prioritising"]["criterion"])
    return NeedsContent(
        title=text(raw["title"]),
        lead=text(raw["lead"]),
        outside=text(raw["outside"]),
        dialogue=text(dialogue),
        dialogue_intro=text(dialogue["intro"]),
        dialogue_minutes=dialogue["minutes"],
        prompts=prompts,
        wording=text(wording),
        pattern=text(wording["pattern"]),
        advice=_texts(wording["advice"]),
        examples=examples,
        interpretation=text(raw["interpretation"]),
        interpretation_prompts=_texts(raw["interpretation"]["prompt"]),
        children=text(children),
        children_intro=text(children["intro"]),
        children_advice=_texts(children["advice"]),
        prioritising=text(raw["prioritising"]),
        prioritising_intro=text(raw["prioritising"]["intro"]),
        criteria=criteria,
        order=OrderWords(**{key: text(entry) for key, entry in raw["order"].items()}),
    )


def text(entry: dict[str, Any]) -> Text:
    """Both languages of an entry as one value."""
    return Text.of(nb=entry["nb"], nn=entry["nn"])


def _texts(entries: list[dict[str, Any]]) -> tuple[Text, ...]:
    return tuple(text(entry) for entry in entries)
