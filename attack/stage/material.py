"""What is laid before the attacker, and the truth that is kept apart: plain data, of one form whoever released it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from attack.networks import ROLES, Network, Wave

UNSTATED = "unstated"
SMALLEST = 5


def laid_out(
    wave: Wave, groups: Iterable[tuple[str, str, int]], figures: Iterable[tuple[str, str, str, dict[str, Any]]]
) -> dict[str, Any]:
    """The public structure and all that is told. Who is nobody (no answers at all) is taken to be known."""
    sizes = Counter((one.place, one.role or UNSTATED) for one in wave.people)
    leaves = [(place, role) for place in wave.asked for role in (*ROLES, UNSTATED)]
    return {
        "parents": wave.parents,
        "asked": sorted(wave.asked),
        "roles": [*ROLES, UNSTATED],
        "empty": [list(leaf) for leaf in leaves if not sizes[leaf]],
        "items": [asdict(item) for item in wave.items],
        "groups": [list(group) for group in groups],
        "figures": [list(figure) for figure in figures],
    }


def truth(network: Network) -> dict[str, Any]:
    """Who answered what, for scoring only."""
    return {
        "steady": network.steady,
        "waves": [[[one.place, one.role or UNSTATED, one.answers] for one in wave.people] for wave in network.waves],
    }


def naive(wave: Wave) -> dict[str, Any]:
    """A release as many make it: what five or more answered is told in full, the rest is not. Planted to be broken."""
    above = {place: list(_line(wave, place)) for place in wave.asked}
    sizes = Counter(
        (level, role) for one in wave.people for level in above[one.place] for role in ("", one.role or UNSTATED)
    )
    figures = []
    for item in wave.items:
        counts: dict[tuple[str, str], list[int]] = {}
        answered: Counter[tuple[str, str]] = Counter()
        for one in wave.people:
            for level in above[one.place] if item.key in one.answers else ():
                for role in ("", one.role or UNSTATED):
                    answered[level, role] += 1
                    cells = counts.setdefault((level, role), [0] * item.width)
                    for at in _cells(item.kind, one.answers[item.key], item.width):
                        cells[at] += 1 if item.kind != "number" else one.answers[item.key]
        for group, size in answered.items():
            if size >= SMALLEST:
                figures.append((*group, item.key, _full(item.kind, size, counts[group])))
    return laid_out(wave, [(*group, size) for group, size in sizes.items() if size >= SMALLEST], figures)


def _cells(kind: str, given: Any, width: int) -> list[int]:
    if kind == "ranking":
        return list(given[: width // 2])
    return list(given) if kind == "choices" else [{"scale": given - 1, "number": 0}.get(kind, given)]


def _full(kind: str, size: int, cells: list[int]) -> dict[str, Any]:
    bands = [] if kind == "number" else [[[at], count] for at, count in enumerate(cells)]
    mean = round(cells[0] / size, 1) if kind == "number" else None
    return {"n": size, "bands": bands, "mean": mean, "rounding": 0.0}


def _line(wave: Wave, place: str | None) -> Iterable[str]:
    while place is not None:
        yield place
        place = wave.parents[place]
