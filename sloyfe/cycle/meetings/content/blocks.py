"""The palette: what can be added to a meeting in one press."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.content.entries import BadMethodError, Entry
from sloyfe.cycle.meetings.content.reading import read_phases
from sloyfe.cycle.meetings.scripts import Phase
from sloyfe.kit.text import Text

FILE = Path(__file__).parent / "palette.toml"


@dataclass(frozen=True)
class Block:
    """One or more phases that belong together; `first` where they are put before all others."""

    key: str
    title: Text
    part: str
    first: bool
    phases: tuple[Phase, ...]


@cache
def blocks() -> tuple[Block, ...]:
    """In the order of the palette."""
    entries = Entry(FILE.name, tomllib.loads(FILE.read_text("utf-8"))).entries("block")
    return tuple(_block(each) for each in entries)


def block(key: str) -> Block | None:
    """The block with this key, if there is one."""
    return next((each for each in blocks() if each.key == key), None)


def _block(entry: Entry) -> Block:
    named = entry.word_or_empty("method")
    phases = _of_method(named, entry.words("phases")) if named else read_phases(entry)
    part = entry.word_or_empty("part") or "development"
    found = Block(entry.word("key"), entry.text("title"), part, entry.flag("first"), phases)
    entry.finished()
    return found


def _of_method(key: str, wanted: tuple[str, ...]) -> tuple[Phase, ...]:
    method = content.method(key)
    known = {phase.key: phase for phase in method.phases} if method else {}
    if lacking := [each for each in wanted if each not in known]:
        raise BadMethodError(f"{FILE.name}: {key} has no phase {', '.join(lacking)}")
    return tuple(known[each] for each in wanted) if wanted else tuple(known.values())
