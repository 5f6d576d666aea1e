"""The cost of protection as lines for people and as a result for machines, and a thousand random networks."""

import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from itertools import pairwise
from math import log
from typing import Any

from tqdm import tqdm

from benchmarks.networks import try_out
from benchmarks.protection import Figure, measure

BASELINE = "one-step remainder"
OURS = "ours, all attacks"
SIZES, JOINT = (60, 100, 300, 1_000, 3_000, 10_000), (60, 100, 300, 1_000)
QUICK, QUICK_JOINT = (60, 100), (60,)


def protection(options: Namespace) -> dict[str, Any]:
    """Every rule on every table; quick: the small ones."""
    quick = options.quick
    figures = measure(QUICK if quick else SIZES, QUICK_JOINT if quick else JOINT)
    return {"figures": [asdict(figure) for figure in figures], "lines": [*table(figures), *growth(figures)]}


def networks(options: Namespace) -> dict[str, Any]:
    """Random networks with two waves and an owner who leaves: how many of them the audit found anything in."""
    began, times, seed = time.process_time(), options.times, options.seed
    outcomes = [try_out(one) for one in tqdm(range(seed, seed + times), unit="network", file=sys.stderr)]
    kinds = Counter(str(finding.kind) for outcome in outcomes for finding in outcome.findings)
    result = {
        "networks": times,
        "first seed": seed,
        "in fractions": sum(outcome.exact for outcome in outcomes),
        "seeds with findings": [outcome.seed for outcome in outcomes if outcome.findings],
        "findings": dict(kinds),
        "cpu_s": round(time.process_time() - began, 1),
    }
    return result | {"lines": [f"{name}: {value}" for name, value in result.items()]}


def table(figures: Sequence[Figure]) -> list[str]:
    """One line a rule and table; CPU seconds, and how many times the baseline's; +n: with networks too."""
    names = ("rule", "units", "small", "besides", "exact", "narrow", "insider", "CPU s", "ratio", "audit s")
    base = {one.size: one.cpu_s for one in figures if one.rule == BASELINE}
    rows: list[Sequence[object]] = [names]
    for one in figures:
        units = f"{one.size.units}{' +n' if one.size.joint else ''}"
        found = (one.exact, one.narrow, one.insider)
        ratio = round(one.cpu_s / base[one.size], 1) if base[one.size] else None
        rows.append((one.rule, units, one.small, one.besides, *found, round(one.cpu_s, 3), ratio, one.audit_s))
    widths = (25, 9, 8, 9, 7, 8, 9, 9, 9, 9)
    return [
        "".join(
            f"{'–' if value is None else value:{'<' if not place else '>'}{width}}"
            for place, (value, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def growth(figures: Sequence[Figure]) -> list[str]:
    """By which power of the units the cost grows from each size to the next."""
    ours = [one for one in figures if one.rule == OURS and not one.size.joint]
    return [
        f"from {less.size.units} to {more.size.units} units: CPU grows as units^"
        f"{log(more.cpu_s / less.cpu_s) / log(more.size.units / less.size.units):.2f}"
        for less, more in pairwise(ours)
        if less.cpu_s and more.cpu_s
    ]
