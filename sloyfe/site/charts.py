"""Figures → the numbers that a chart template draws. A hidden figure is None all the way, never 0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format

SHADES = 6
ROOMY = 12.0  # percent of the bar that a number and its sign need on a phone
Band = tuple[tuple[int, ...], int]


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
class Cell:
    """One cell of the table under a chart, over one or more columns; no value where it is hidden."""

    value: int | str | None
    span: int = 1


@dataclass(frozen=True)
class ScaleRow:
    """One bar; `parts` is None when the figure is hidden, and `is_joined` tells that steps are told together."""

    label: str
    n: int | None
    parts: list[Part] | None
    cells: list[Cell]
    why: str = ""
    is_joined: bool = False
    mean: str = ""

    @property
    def summary(self) -> str:
        """The bar in words."""
        return ", ".join(f"{part.label}: {part.percent} %" for part in self.parts or [])


@dataclass(frozen=True)
class Mark:
    """One view's place on a scale; with a width where it is only known between which points it lies."""

    name: str
    shown: bool
    x: str = "0"
    value: str = ""
    width: str = ""


def shades(points: int) -> list[int]:
    """As many of the six shades as the scale has points, spread from light to dark."""
    if points == 1:
        return [SHADES]
    return [1 + round(i * (SHADES - 1) / (points - 1)) for i in range(points)]


def scale_row(labels: Sequence[str], row: Mapping[str, object]) -> ScaleRow:
    """Counts of steps, or of bands of steps as (steps, count), → one stacked bar."""
    bands = _bands(row)
    n = row.get("n")
    cells = [Cell(count, len(steps)) for steps, count in bands] or [Cell(None)] * len(labels)
    parts = _parts(labels, bands) if any(count for _steps, count in bands) else None
    is_joined = any(len(steps) > 1 for steps, _count in bands)
    return ScaleRow(
        label=str(row["label"]),
        n=n if isinstance(n, int) else None,
        parts=parts,
        cells=cells,
        why=str(row.get("why", "")),
        is_joined=is_joined,
        mean=_mean(row),
    )


def mark(name: str, value: float | tuple[float, float] | None, low: float, high: float) -> Mark:
    """A mean, or the lowest and highest that it may be, → its place on the scale."""
    if value is None:
        return Mark(name, shown=False)
    first, last = value if isinstance(value, tuple) else (value, value)
    words = "–".join(dict.fromkeys(number_format(end, 1) for end in (first, last)))
    share = 100 / (high - low)
    width = _svg((last - first) * share) if last > first else ""
    return Mark(name, shown=True, x=_svg((first - low) * share), value=words, width=width)


def ticks(low: int, high: int) -> list[str]:
    """Where the whole numbers stand."""
    return [_svg(i / (high - low) * 100) for i in range(high - low + 1)]


def _bands(row: Mapping[str, object]) -> list[Band]:
    bands, counts = row.get("bands"), row.get("counts")
    if isinstance(bands, Sequence):
        return [(tuple(steps), int(count)) for steps, count in bands]
    return [((at,), int(count)) for at, count in enumerate(counts)] if isinstance(counts, Sequence) else []


def _mean(row: Mapping[str, object]) -> str:
    """The mean and, in brackets, between what it may be trusted to lie."""
    mean, between = row.get("mean"), row.get("between")
    if not isinstance(mean, float):
        return ""
    words = number_format(mean, 1)
    return f"{words} ({'–'.join(number_format(end, 1) for end in between)})" if isinstance(between, tuple) else words


def _parts(labels: Sequence[str], bands: Sequence[Band]) -> list[Part]:
    parts, x, total = [], 0.0, sum(count for _steps, count in bands)
    shade = shades(len(labels))
    for steps, count in bands:
        width = count / total * 100
        percent = number_format(round(width), 0)
        step = shade[steps[len(steps) // 2]]
        label = " – ".join(dict.fromkeys((labels[steps[0]], labels[steps[-1]])))
        parts.append(Part(label, step, _svg(x), _svg(width), _svg(x + width / 2), percent, width >= ROOMY))
        x += width
    return [part for part in parts if part.width != "0.00"]


def _svg(number: float) -> str:
    """A number as SVG reads it, whatever the language of the page."""
    return f"{number:.2f}"
