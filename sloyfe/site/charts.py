"""Figures → the numbers that a chart template draws. A hidden figure is None all the way, never 0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format

SHADES = 6
ROOMY = 9.0


@dataclass(frozen=True)
class Part:
    """One piece of a stacked bar, in percent of its length."""

    label: str
    step: int
    x: str
    width: str
    middle: str
    percent: str
    roomy: bool


@dataclass(frozen=True)
class ScaleRow:
    """One bar; `parts` is None when the figure is hidden."""

    label: str
    n: int | None
    parts: list[Part] | None
    cells: list[int | None]
    why: str = ""

    @property
    def summary(self) -> str:
        """The bar in words."""
        return ", ".join(f"{part.label}: {part.percent} %" for part in self.parts or [])


@dataclass(frozen=True)
class Mark:
    """One view's place on a scale."""

    name: str
    shown: bool
    x: str = "0"
    value: str = ""


def shades(points: int) -> list[int]:
    """As many of the six shades as the scale has points, spread from light to dark."""
    if points == 1:
        return [SHADES]
    return [1 + round(i * (SHADES - 1) / (points - 1)) for i in range(points)]


def scale_row(labels: Sequence[str], row: Mapping[str, object]) -> ScaleRow:
    """Counts on a scale → one stacked bar."""
    counts = row.get("counts")
    n = row.get("n")
    shown = [int(count) for count in counts] if isinstance(counts, Sequence) else None
    cells: list[int | None] = list(shown) if shown else [None] * len(labels)
    parts = _parts(labels, shown) if shown and sum(shown) else None
    why = str(row.get("why", ""))
    return ScaleRow(str(row["label"]), n if isinstance(n, int) else None, parts, cells, why)


def mark(name: str, value: float | None, low: float, high: float) -> Mark:
    """A mean → its place on the scale."""
    if value is None:
        return Mark(name, shown=False)
    return Mark(name, shown=True, x=_svg((value - low) / (high - low) * 100), value=number_format(value, 1))


def ticks(low: int, high: int) -> list[str]:
    """Where the whole numbers stand."""
    return [_svg(i / (high - low) * 100) for i in range(high - low + 1)]


def _parts(labels: Sequence[str], counts: list[int]) -> list[Part]:
    parts, x, total = [], 0.0, sum(counts)
    for label, step, count in zip(labels, shades(len(labels)), counts, strict=True):
        width = count / total * 100
        percent = number_format(round(width), 0)
        parts.append(Part(label, step, _svg(x), _svg(width), _svg(x + width / 2), percent, width >= ROOMY))
        x += width
    return [part for part in parts if part.width != "0.00"]


def _svg(number: float) -> str:
    """A number as SVG reads it, whatever the language of the page."""
    return f"{number:.2f}"
