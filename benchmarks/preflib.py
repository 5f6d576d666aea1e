"""Reads the orders of PrefLib (Mattei and Walsh 2013): full or not, with ties, each as often as it was given."""

import re
from pathlib import Path

from sloyfe.algorithms.prioritisation import Ballots, from_rankings

ALTERNATIVES = re.compile(r"^# NUMBER ALTERNATIVES: (\d+)", re.MULTILINE)
LINE = re.compile(r"^(\d+): (.+)$", re.MULTILINE)
PLACE = re.compile(r"\{([\d,\s]*)\}|(\d+)")


def ballots(path: Path) -> Ballots:
    """What the people of one file said."""
    text = path.read_text(encoding="utf-8")
    found = ALTERNATIVES.search(text)
    if found is None:
        raise ValueError(f"{path.name} does not say how many alternatives there are")
    rankings: list[list[int | list[int]]] = []
    for count, order in LINE.findall(text):
        places: list[int | list[int]] = [_place(tied, alone) for tied, alone in PLACE.findall(order)]
        rankings += [places] * int(count)
    return from_rankings(rankings, int(found[1]))


def _place(tied: str, alone: str) -> int | list[int]:
    return int(alone) - 1 if alone else [int(each) - 1 for each in tied.split(",") if each.strip()]
