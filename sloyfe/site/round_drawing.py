"""The round drawn as one loop: where each station stands, and the thread between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Protocol

from sloyfe.cycle.partnership.contract import State
from sloyfe.kit.refusal import Sentence

CENTRE = 200.0
RADIUS = 150.0
FIRST, LAST = 38.0, 322.0
LABEL_GAP = 40.0


class Station(Protocol):
    """What the drawing needs to know about a station."""

    @property
    def title(self) -> Sentence: ...
    @property
    def stage(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def url(self) -> str | None: ...


@dataclass(frozen=True)
class Place:
    """A station on the loop: its point, its label, and the arc of thread up to the next."""

    number: int
    station: Station
    x: str
    y: str
    label_x: str
    label_y: str
    anchor: str
    arc: str
    state_text: str


def places(stations: Sequence[Station], texts: Mapping[State, str]) -> list[Place]:
    """Spread the stations clockwise over the loop, leaving the crossing at the top free."""
    step = (LAST - FIRST) / max(len(stations) - 1, 1)
    return [
        _place(number, station, FIRST + (number - 1) * step, step, texts[State(station.state)])
        for number, station in enumerate(stations, 1)
    ]


def _place(number: int, station: Station, angle: float, step: float, state_text: str) -> Place:
    x, y = _point(angle)
    label_x, label_y = _point(angle, RADIUS + LABEL_GAP)
    return Place(
        number=number,
        station=station,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        label_x=f"{label_x:.1f}",
        label_y=f"{label_y:.1f}",
        anchor=_anchor(angle),
        arc=_arc(angle - step / 2, angle + step / 2),
        state_text=state_text,
    )


def _point(angle: float, radius: float = RADIUS) -> tuple[float, float]:
    """Degrees clockwise from the top → a point."""
    turn = angle * pi / 180
    return CENTRE + radius * sin(turn), CENTRE - radius * cos(turn)


def _arc(begin: float, end: float) -> str:
    (x1, y1), (x2, y2) = _point(begin), _point(end)
    return f"M{x1:.1f} {y1:.1f}A{RADIUS:g} {RADIUS:g} 0 0 1 {x2:.1f} {y2:.1f}"


def _anchor(angle: float) -> str:
    if abs(angle - 180) < 8:
        return "middle"
    return "start" if angle < 180 else "end"
