"""The ready-made questionnaires, read from `content/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sloyfe.kit.text import Text

FOLDER = Path(__file__).parent / "content"
TEMPLATES = ("staff", "leader")
USUAL_SCALE = "g5"
Told = Mapping[str, Any]


@dataclass(frozen=True)
class Choice:
    """Something to tick: a stable key and its words."""

    key: str
    text: Text


@dataclass(frozen=True)
class Side:
    """A theme that both leaders and staff are asked about, and the item that each answers."""

    staff: str
    leader: str
    text: Text


@cache
def template(name: str) -> Told:
    """One questionnaire as it stands in its file."""
    if name not in TEMPLATES:
        raise KeyError(name)
    return _load(name)


def text(told: Told) -> Text:
    """The words of an entry in both languages."""
    return Text.of(nb=str(told.get("nb", "")), nn=str(told.get("nn", "")))


def themes() -> list[Choice]:
    """The starter themes of the staff survey."""
    return _choices(template("staff")["theme"])


def theme_limits() -> tuple[int, int]:
    """How few and how many themes a staff survey may hold."""
    staff = template("staff")
    return int(staff["min_themes"]), int(staff["max_themes"])


def role_groups() -> list[Choice]:
    """The broad groups that a staff member may say they belong to."""
    return _choices(template("staff")["background"][0]["option"])


def role_question() -> Text:
    """How the role group is asked for."""
    return text(template("staff")["background"][0])


@cache
def scales() -> Mapping[str, tuple[Text, ...]]:
    """The ready-made scales by key, each from the least to the most."""
    return {one["key"]: tuple(text(step) for step in one["step"]) for one in _load("scales")["scale"]}


def scale_name(key: str) -> Text:
    """What a ready-made scale is called."""
    return text(next(one["name"] for one in _load("scales")["scale"] if one["key"] == key))


def scale(key: str = USUAL_SCALE) -> list[Text]:
    """The steps of one scale."""
    return list(scales()[key])


@cache
def dont_know() -> Text:
    """The answer outside a scale."""
    return text(_load("scales")["dont_know"])


def plain_thanks() -> Text:
    """The thanks of a questionnaire that started empty."""
    return text(template("staff")["thanks"])


def first_part() -> Text:
    """What the only part of an empty questionnaire is called to begin with."""
    return text(_load("scales")["first_part"])


@cache
def bank_sets() -> tuple[Told, ...]:
    """The ready-made sets of the bank."""
    return tuple(_load("bank")["set"])


def bank_labels(name: str) -> list[Choice]:
    """The stations or themes that the sets are found by."""
    return _choices(_load("bank")[name])


def own_bank() -> tuple[Text, Text]:
    """What the partnership's own part of the bank is called, and what it is."""
    told = _load("bank")["own"]
    return text(told), text(told["about"])


@cache
def side_by_side() -> tuple[Side, ...]:
    """Which items of leaders and staff can stand beside each other."""
    return tuple(Side(pair["staff"], pair["leader"], text(pair)) for pair in _load("beside")["pair"])


@cache
def dialogue_guide() -> tuple[Text, ...]:
    """What a unit too small for figures can talk about instead, step by step."""
    return tuple(text(step) for step in _load("dialogue")["step"])


@cache
def _load(name: str) -> Told:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _choices(told: list[Told]) -> list[Choice]:
    return [Choice(str(one["key"]), text(one)) for one in told]
