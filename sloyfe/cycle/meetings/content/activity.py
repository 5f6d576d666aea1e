"""The phases of a meeting that begins with an activity of a package."""

import tomllib
from functools import cache
from pathlib import Path

from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.content.entries import Entry
from sloyfe.cycle.meetings.content.reading import read_phases
from sloyfe.cycle.meetings.scripts import Phase

FILE = Path(__file__).parent / "activity.toml"
WITHOUT_ELEMENTS = "igp"


@cache
def with_elements() -> tuple[Phase, ...]:
    """Points and wording for each element of a plan."""
    entry = Entry(FILE.name, tomllib.loads(FILE.read_text("utf-8")))
    phases = read_phases(entry)
    entry.finished()
    return phases


@cache
def without_elements() -> tuple[Phase, ...]:
    """As in the method, and then who does what."""
    method = content.method(WITHOUT_ELEMENTS)
    decide = [phase for phase in with_elements() if phase.key == "decide"]
    return (*(method.phases if method else ()), *decide)
