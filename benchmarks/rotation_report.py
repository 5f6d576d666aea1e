"""Rotation measured: bounds met, sizes that are uneven, absences, repairs, growth, and the table of designs."""

import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2
from random import Random
from typing import Any

import numpy as np

from benchmarks.conferences import attributes
from benchmarks.plain_annealing import anneal
from sloyfe.algorithms.rotation import Attribute, Event, Rotation, certified, repaired
from sloyfe.algorithms.rotation.designs import best_design
from sloyfe.algorithms.rotation.rotating import rotate

STANDARD = ((10, 6, 4), (50, 6, 5), (125, 8, 6))
BASELINE_PROPOSALS = 4_000_000
# Repeat-free rounds for 2 … 10 groups (down) of 2 … 10 people: the literature's best as collected up to 2026.
LITERATURE = (
    (3, 1, 1, 1, 1, 1, 1, 1, 1),
    (5, 4, 1, 1, 1, 1, 1, 1, 1),
    (7, 4, 5, 1, 1, 1, 1, 1, 1),
    (9, 7, 5, 6, 1, 1, 1, 1, 1),
    (11, 8, 7, 6, 3, 1, 1, 1, 1),
    (13, 10, 9, 7, 7, 8, 1, 1, 1),
    (15, 11, 10, 8, 8, 8, 9, 1, 1),
    (17, 13, 11, 9, 9, 9, 9, 10, 1),
    (19, 14, 13, 9, 7, 7, 5, 5, 4),
)


def rotation(options: Namespace) -> dict[str, Any]:
    """Groups, people in each and rounds if they are named; otherwise the standard set."""
    small = Event(9, 3, 4, (Attribute("half", (0, 1) * 4 + (1,)),))
    compiled = _cpu(lambda: (rotate(small, effort=100), _plain(Event(8, 2, 2), 10)))[1]
    named = tuple(int(one) for one in options.instances)
    wanted: Sequence[tuple[int, ...]] = [named] if named else STANDARD[:1] if options.quick else STANDARD
    figures = [_figure(f"{g} × {p} × {r}", _event(g, p, r), options.seed) for g, p, r in wanted]
    if not named and not options.quick:
        figures += [_figure(name, event, options.seed) for name, event in _awkward()]
        figures += [_figure(f"growth {60 * k} × 8 × 6", _event(60 * k, 8, 6), options.seed) for k in (1, 2, 4, 8)]
    repairs = [_repair(g, p, r, options.seed) for g, p, r in wanted]
    cells = [] if named else table()
    return {
        "first use, CPU s": round(compiled, 2),
        "rotations": figures,
        "repairs": repairs,
        "table": cells,
        "lines": [
            f"first use (compiles, or reads what was compiled): {compiled:.2f} s CPU",
            *(f"{name}" for name in _lines(figures)),
            *(str(one) for one in repairs),
            *_table_lines(cells),
        ],
    }


def table() -> list[tuple[int, int, int, int]]:
    """Groups, size, our rounds, the literature's."""
    return [
        (groups, size, len(best_design(groups, size, 99).rounds), known)
        for groups, row in enumerate(LITERATURE, 2)
        for size, known in enumerate(row, 2)
    ]


def _event(groups: int, size: int, rounds: int) -> Event:
    return Event(groups * size, groups, rounds, attributes(groups * size))


def _awkward() -> Iterator[tuple[str, Event]]:
    dice = Random(1)  # noqa: S311 - drawn to be drawn again
    yield "1,000 in 130 uneven groups × 6", Event(1000, 130, 6, attributes(1000))
    absent = tuple(frozenset(dice.sample(range(1000), 50)) for _round in range(6))
    yield "1,000 × 6, 5 % absent in each round", Event(1000, 125, 6, attributes(1000), absent)


def _figure(name: str, event: Event, seed: int) -> dict[str, Any]:
    made, spent = _cpu(lambda: rotate(event, seed=seed))
    figure = {"name": name, "people": event.people, "CPU s": round(spent, 2), "method": made.method}
    figure |= {"ours": _bounds(made), "proved": made.certificate.proved}
    if event.people % event.groups == 0 and not event.absent:
        plain, spent = _cpu(lambda: _plain(event, BASELINE_PROPOSALS))
        figure |= {"plain annealing": _bounds(plain), "plain CPU s": round(spent, 2)}
    return figure


def _repair(groups: int, size: int, rounds: int, seed: int) -> dict[str, Any]:
    """One in twenty does not come at all, known when the first round has been held."""
    event = _event(groups, size, rounds)
    made = rotate(event, seed=seed)
    gone = frozenset(Random(seed).sample(range(event.people), event.people // 20))  # noqa: S311 - a seed
    left = Event(event.people, groups, rounds, event.attributes, (gone,) * rounds)
    repair, spent = _cpu(lambda: repaired(left, made, held=1))
    return {
        "repair": f"{groups} × {size} × {rounds}",
        "CPU s": round(spent, 3),
        "repeats": repair.rotation.certificate.repeats,
        "seats moved, %": round(100 * repair.moved / max(1, repair.seats), 2),
        "spread": max(
            max(map(len, one)) - min(map(len, one)) for one in repair.rotation.rounds[1:] or repair.rotation.rounds
        ),
    }


def _plain(event: Event, proposals: int) -> Rotation:
    size = event.people // event.groups
    chance = np.random.default_rng(0)
    seats = np.stack([chance.permutation(event.people).reshape(event.groups, size) for _r in range(event.rounds)])
    values = np.array([[hash(value) for value in one.values] for one in event.attributes], np.int64)
    anneal(seats, values.reshape(len(event.attributes), event.people), proposals, 0.6, 0.1)
    rounds = tuple(tuple(tuple(group) for group in one) for one in seats.tolist())
    return Rotation(rounds, certified(event, rounds), "plain annealing")


def _bounds(made: Rotation) -> dict[str, tuple[int, int]]:
    return {one.name: (one.reached, one.best) for one in (made.certificate.pairs, *made.certificate.attributes)}


def _cpu(work: Any) -> tuple[Any, float]:
    began = time.process_time()
    return work(), time.process_time() - began


def _lines(figures: list[dict[str, Any]]) -> Iterator[str]:
    for one in figures:
        yield f"{one['name']}: {_told(one['ours'])} in {one['CPU s']} s CPU ({one['method']})"
        yield "    every bound met: nothing better exists" if one["proved"] else "    not every bound met"
        if "plain annealing" in one:
            yield f"    plain annealing: {_told(one['plain annealing'])} in {one['plain CPU s']} s CPU"
    growing = [one for one in figures if one["name"].startswith("growth")]
    for less, more in pairwise(growing):
        power = log2(more["CPU s"] / less["CPU s"]) if less["CPU s"] else 0
        yield f"from {less['people']} to {more['people']} people: CPU grows as people^{power:.2f}"


def _told(bounds: dict[str, tuple[int, int]]) -> str:
    return ", ".join(f"{name} {reached} ({best})" for name, (reached, best) in bounds.items())


def _table_lines(cells: list[tuple[int, int, int, int]]) -> Iterator[str]:
    if cells:
        reached = sum(ours >= known for _groups, _size, ours, known in cells)
        yield f"designs: rounds of ours / the literature's; {reached} of {len(cells)} cells reached or passed"
        for groups in range(2, 11):
            row = [f"{ours}/{known}" for g, _size, ours, known in cells if g == groups]
            yield f"{groups:>3} groups  " + "".join(f"{cell:>7}" for cell in row)
