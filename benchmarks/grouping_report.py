"""How good groups are, beside their bound, the best known and two baselines, and what they cost."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import log2
from pathlib import Path
from random import Random
from statistics import mean
from time import perf_counter, process_time
from typing import Any

from benchmarks.grouping_baselines import BASELINES
from benchmarks.grouping_instances import Distances, drawn_distances, drawn_task, read_distances, read_task
from sloyfe.algorithms.grouping import Participant, Size, Task, repair, seat
from sloyfe.algorithms.grouping.annealing import Moves
from sloyfe.algorithms.grouping.mixing import mix
from sloyfe.algorithms.grouping.plans import broken
from sloyfe.algorithms.grouping.spreading import spread

TELLING = 16_000  # people whose groups are told, bounds and all, in a second: so much of the time is kept for it
LOOKED = 4_000  # moves a person in the growth
ATTEMPTS = 10


@dataclass
class CpuSeconds:
    """A budget in CPU seconds from when it was made."""

    limit: float
    begun: float

    def spent(self, _moves: int) -> float:
        """The share that is gone."""
        return (process_time() - self.begun) / self.limit


@dataclass(frozen=True)
class Mixed:
    """One constrained instance: what was reached, and what it and the day's changes cost in CPU seconds."""

    name: str
    people: int
    cost: float
    bound: float
    gap_percent: float
    proved_best: bool
    violations: int
    cpu_s: float
    latecomer_ms: float
    repair_s: float
    moved: int
    allowed: int
    violations_after: int


@dataclass(frozen=True)
class Spread:
    """One instance with distances: values of each method for the same CPU seconds."""

    name: str
    people: int
    values: dict[str, float]
    best_known: float | None


def grouping(options: Namespace) -> dict[str, Any]:
    """The files, or drawn instances where none is named. Compiled code is loaded before anything is timed."""
    seconds, seed, quick = options.seconds, options.seed, options.quick
    begun, cpu = perf_counter(), process_time()
    mix(drawn_task(24, 6, seed), Moves(1_000), seed)
    spread(drawn_distances(12, 3, seed).matrix, (Size(4, 4),) * 3, Moves(1_000), seed)
    loading = {"s": round(perf_counter() - begun, 1), "cpu_s": round(process_time() - cpu, 1)}
    for baseline in BASELINES.values():
        baseline(drawn_distances(12, 3, seed), 0.01, seed)
    tasks, spaces = _read([Path(name) for name in options.instances])
    if not options.instances:
        tasks = [
            (f"drawn_{people}", drawn_task(people, 8, seed)) for people in ((60,) if quick else (60, 120, 960, 5_000))
        ]
        spaces = [drawn_distances(*size, seed) for size in (((60, 6),) if quick else ((120, 10), (240, 12)))]
    mixed = [_mixed(name, task, seconds, seed) for name, task in tasks]
    spreads = [_spread(space, seconds, seed) for space in spaces]
    growth = [] if options.instances else _growth((60, 120) if quick else (600, 1_200, 2_400, 4_800), seed)
    growth += [] if options.instances else _growth_by_distances((30, 60) if quick else (60, 120, 240, 480), seed)
    lines = [*_told_mixed(mixed), *_told_spreads(spreads, seconds), *_told_growth(growth)]
    lines.append(f"loading or compiling the search: {loading['s']} s, {loading['cpu_s']} CPU s")
    figures = {"mixed": [asdict(one) for one in mixed], "distances": [asdict(one) for one in spreads]}
    return {"seconds": seconds, "seed": seed, "loading": loading, **figures, "growth": growth, "lines": lines}


def _read(paths: Sequence[Path]) -> tuple[list[tuple[str, Task]], list[Distances]]:
    tasks = [(path.stem, read_task(path)) for path in paths if path.suffix == ".json"]
    return tasks, [read_distances(path) for path in paths if path.suffix != ".json"]


def _mixed(name: str, task: Task, seconds: float, seed: int) -> Mixed:
    people, begun = len(task.participants), process_time()
    found = mix(task, CpuSeconds(max(seconds / 2, seconds - people / TELLING), begun), seed)
    cpu = process_time() - begun
    sitting = [one.key for one in task.participants if not one.facilitator]
    leaving = Random(seed).sample(sitting, max(1, people // 20))  # noqa: S311 - no secret
    began = process_time()
    change = repair(task, found.groups, leaving=leaving)
    mended = process_time() - began
    roomy = Task(
        task.participants, tuple(Size(one.least, one.most + 1) for one in task.sizes), task.weights, task.rules
    )
    late = Participant("a latecomer", task.participants[0].traits)
    began = process_time()
    for _attempt in range(ATTEMPTS):
        seat(roomy, found.groups, late)
    seated = (process_time() - began) / ATTEMPTS
    return Mixed(
        name, people, found.cost, found.bound, round(100 * found.gap, 3), found.proved_best, len(found.violations),
        round(cpu, 2), round(1_000 * seated, 2), round(mended, 3), len(change.moved), 2 * len(leaving),
        len(broken(change.task, change.groups)),
    )  # fmt: skip


def _spread(space: Distances, seconds: float, seed: int) -> Spread:
    ours = spread(space.matrix, space.sizes, CpuSeconds(seconds, process_time()), seed).value
    others = {name: baseline(space, seconds, seed) for name, baseline in BASELINES.items()}
    return Spread(space.name, len(space.matrix), {"ours": ours, **others}, space.best_known)


def _growth(sizes: Sequence[int], seed: int) -> list[dict[str, Any]]:
    """CPU seconds for as many moves a person at n, 2n, 4n and 8n people."""
    grown = []
    for people in sizes:
        task, begun = drawn_task(people, 8, seed), process_time()
        gap = mix(task, Moves(LOOKED * people), seed).gap
        cpu = round(process_time() - begun, 2)
        grown.append({"what": "attributes", "people": people, "cpu_s": cpu, "gap_percent": round(100 * gap, 2)})
    return grown


def _growth_by_distances(sizes: Sequence[int], seed: int) -> list[dict[str, Any]]:
    """The same for as many moves a pair of people."""
    grown = []
    for people in sizes:
        space, begun = drawn_distances(people, people // 10, seed), process_time()
        spread(space.matrix, space.sizes, Moves(LOOKED * people**2), seed)
        grown.append({"what": "distances", "people": people, "cpu_s": round(process_time() - begun, 2)})
    return grown


def _told_mixed(mixed: Sequence[Mixed]) -> list[str]:
    names = ("cost", "bound", "gap %", "best", "broken", "CPU s", "late ms", "repair s", "moved", "of")
    lines = [f"{'rules':<22}" + "".join(f"{name:>10}" for name in names)] if mixed else []
    for one in mixed:
        row = [one.cost, one.bound, one.gap_percent, "proved" if one.proved_best else "–", one.violations]
        row += [one.cpu_s, one.latecomer_ms, one.repair_s, one.moved, one.allowed]
        lines.append(f"{one.name:<22}" + "".join(f"{value:>10}" for value in row))
    return lines


def _told_spreads(spreads: Sequence[Spread], seconds: float) -> list[str]:
    if not spreads:
        return []
    methods = list(spreads[0].values)
    lines = [
        f"{f'distances, {seconds:g} CPU s':<22}" + "".join(f"{name:>22}" for name in (*methods, "best known", "ours %"))
    ]
    for one in spreads:
        gap = f"{100 * (one.values['ours'] / one.best_known - 1):+.3f}" if one.best_known else "–"
        told = [
            *(f"{value:,.2f}" for value in one.values.values()),
            f"{one.best_known:,.2f}" if one.best_known else "–",
            gap,
        ]
        lines.append(f"{one.name:<22}" + "".join(f"{text:>22}" for text in told))
    for people in sorted({one.people for one in spreads}):
        known = [one for one in spreads if one.people == people and one.best_known]
        if known:
            gap = mean(100 * (one.values["ours"] / one.best_known - 1) for one in known if one.best_known)
            lines.append(f"n = {people}: mean of ours against the best known {gap:+.3f} % over {len(known)} rows")
    ahead = sum(one.values["ours"] >= max(one.values.values()) for one in spreads)
    return [*lines, f"ours at least as good as both baselines: {ahead} of {len(spreads)}"]


def _told_growth(growth: Sequence[dict[str, Any]]) -> list[str]:
    lines = [
        f"growth, {one['what']}: {one['people']} people {one['cpu_s']} CPU s"
        + (f", gap {one['gap_percent']} %" if "gap_percent" in one else "")
        for one in growth
    ]
    lines += [
        f"  {a['people']} to {b['people']} people, {a['what']}: time as n^{log2(b['cpu_s'] / a['cpu_s']):.2f}"
        for a, b in pairwise(growth)
        if a["cpu_s"] and a["what"] == b["what"]
    ]
    return lines
