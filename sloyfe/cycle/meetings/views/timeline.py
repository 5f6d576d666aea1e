"""A script → a drawing: one lane for each form, the phases as bars along the minutes; lengths are percent."""

from dataclasses import dataclass

from sloyfe.cycle.meetings.forms.words import FORMS
from sloyfe.cycle.meetings.scripts import Form, Script
from sloyfe.kit.refusal import Sentence

LANE, BAR_TOP, BAR, AXIS = 50, 21, 24, 24
STEPS = (5, 10, 15, 30, 60)
MOST_TICKS = 7
ROOMY = 5.0


@dataclass(frozen=True)
class Bar:
    """One phase; too narrow for its number where `roomy` is false."""

    number: int
    x: str
    width: str
    middle: str
    roomy: bool


@dataclass(frozen=True)
class Lane:
    """All the phases of one form."""

    form: Form
    title: Sentence
    label_y: int
    bar_y: int
    number_y: int
    bars: list[Bar]


@dataclass(frozen=True)
class Tick:
    """A minute on the axis."""

    minute: int
    x: str
    anchor: str


@dataclass(frozen=True)
class Timeline:
    """What the template draws."""

    height: int
    floor: int
    axis_y: int
    lanes: list[Lane]
    ticks: list[Tick]


def drawn(script: Script) -> Timeline:
    """The lanes that the script uses, and a tick at every fit number of minutes."""
    used = [form for form in Form if any(phase.form is form for phase in script.phases)]
    floor = len(used) * LANE
    lanes = [_lane(script, form, top=nth * LANE) for nth, form in enumerate(used)]
    return Timeline(floor + AXIS, floor, floor + AXIS - 6, lanes, _ticks(script.minutes))


def _lane(script: Script, form: Form, *, top: int) -> Lane:
    bars = [
        _bar(each.number, each.begins, each.ends, script.minutes) for each in script.timed if each.phase.form is form
    ]
    return Lane(form, FORMS[form], top + 15, top + BAR_TOP, top + BAR_TOP + 17, bars)


def _bar(number: int, begins: int, ends: int, whole: int) -> Bar:
    width = (ends - begins) / whole * 100
    return Bar(number, _svg(begins / whole * 100), _svg(width), _svg((begins + ends) / whole * 50), width >= ROOMY)


def _ticks(whole: int) -> list[Tick]:
    step = next((step for step in STEPS if whole / step <= MOST_TICKS), STEPS[-1])
    minutes = [*range(0, whole - step // 2, step), whole]
    anchors = {0: "start", whole: "end"}
    return [Tick(minute, _svg(minute / whole * 100), anchors.get(minute, "middle")) for minute in minutes]


def _svg(number: float) -> str:
    """A number as SVG reads it, whatever the language of the page."""
    return f"{number:.2f}"
