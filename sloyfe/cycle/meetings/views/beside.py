"""What lies beside the phase on the page of those who are in."""

from typing import Any

from sloyfe.cycle.meetings.forms.priorities import dots_form
from sloyfe.cycle.meetings.models import Door
from sloyfe.cycle.meetings.queries import dots
from sloyfe.cycle.meetings.queries.points import Gathered
from sloyfe.cycle.meetings.queries.running import Standing


def beside(door: Door, now: Standing, found: Gathered | None, *, key: str) -> dict[str, Any]:
    """What the page needs for it; where it takes the place of something else, that too."""
    return _dots(door, now, found, key) | _carried(door, now, found)


def _dots(door: Door, now: Standing, found: Gathered | None, key: str) -> dict[str, Any]:
    if now.phase is None or not dots.takes_dots(now.phase):
        return {}
    closed = {"dots_phase": now.phase, "writing": None}
    if not dots.is_open(now.phase, now, door.meeting):
        return closed
    return closed | {"dots": dots_form(dots.options(door.meeting, found), now.phase, key), "gathered": None}


def _carried(door: Door, now: Standing, found: Gathered | None) -> dict[str, Any]:
    """Only where the meeting has prioritised before."""
    phases = dots.phases_with_dots(door.meeting)
    if now.phase is None or all(phase.position >= now.phase.position for phase in phases):
        return {}
    return {"carried": dots.carried(door.meeting, dots.options(door.meeting, found))}
