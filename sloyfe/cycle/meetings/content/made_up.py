"""Names and words of people who do not exist, for a rehearsal."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sloyfe.kit.text import Text

FILE = Path(__file__).parent / "rehearsal.toml"


@dataclass(frozen=True)
class MadeUp:
    """What there is to be called, and to write."""

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    notes: tuple[Text, ...]
    points: tuple[Text, ...]
    objections: tuple[Text, ...]
    reasons: tuple[Text, ...]
    tasks: tuple[Text, ...]


@cache
def made_up() -> MadeUp:
    """Read once."""
    stored = tomllib.loads(FILE.read_text("utf-8"))
    said = {f"{name}s": _texts(stored[name]) for name in ("note", "point", "objection", "reason", "task")}
    return MadeUp(tuple(stored["first_names"]), tuple(stored["last_names"]), **said)


def _texts(entries: Sequence[Mapping[str, str]]) -> tuple[Text, ...]:
    return tuple(Text.of(**entry) for entry in entries)
