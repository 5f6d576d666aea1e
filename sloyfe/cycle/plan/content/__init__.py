"""The wording of the owner's plan, read once from `owner_plan.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sloyfe.kit.text import Text

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Choice:
    """Something to tick inside an element, such as a service around the child."""

    key: str
    title: Text


@dataclass(frozen=True)
class ElementWording:
    """One of the twelve elements: what is asked, what helps, and words to begin from."""

    key: str
    number: int
    heading: Text
    question: Text
    help: Text
    starter: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class OwnerPlanWording:
    """The owner's plan before anybody has answered."""

    title: Text
    lead: Text
    elements: tuple[ElementWording, ...]

    def element(self, key: str) -> ElementWording:
        """The element with this key; a fault of ours if there is none."""
        return next(element for element in self.elements if element.key == key)


@cache
def owner_plan() -> OwnerPlanWording:
    """The twelve elements in their order."""
    stored = tomllib.loads((FOLDER / "owner_plan.toml").read_text(encoding="utf-8"))
    elements = tuple(_element(each) for each in stored["element"])
    return OwnerPlanWording(_text(stored["title"]), _text(stored["lead"]), elements)


def _element(stored: Mapping[str, Any]) -> ElementWording:
    choices = tuple(Choice(each["key"], _text(each)) for each in stored.get("choice", ()))
    words = {name: _text(stored[name]) for name in ("heading", "question", "help", "starter")}
    return ElementWording(key=stored["key"], number=stored["number"], choices=choices, **words)


def _text(stored: Mapping[str, Any]) -> Text:
    return Text.of(nb=stored["nb"], nn=stored["nn"])
