"""Conferences to rotate: of the files where they are, otherwise drawn with units and roles of the same shape."""

import csv
from pathlib import Path
from random import Random

from sloyfe.algorithms.rotation import Attribute

FILES = Path(__file__).parents[2] / "shared" / "data" / "rotation"
UNITS = {60: 8, 300: 30, 1000: 60}
ROLES = (13, 25, 50, 12)


def attributes(people: int, seed: int = 0) -> tuple[Attribute, ...]:
    """Unit and role of each; sizes of units fall as their number rises (Zipf)."""
    file = FILES / f"d{people}.csv"
    if file.exists():
        with file.open(encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        return tuple(Attribute(name, tuple(row[name] for row in rows)) for name in ("school", "role"))
    dice = Random(seed)  # noqa: S311 - drawn to be drawn again
    units = UNITS.get(people, max(4, people // 16))
    school = dice.choices(range(units), [1 / (unit + 2) ** 0.7 for unit in range(units)], k=people)
    return Attribute("school", tuple(school)), Attribute("role", tuple(dice.choices(range(4), ROLES, k=people)))
