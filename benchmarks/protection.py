"""What it costs the readers, and the processor, to keep small groups out of sight; beside two plainer rules."""

import csv
import lzma
import time
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sloyfe.algorithms.disclosure import SMALLEST, Release, Tables, cross_tabulated, protect
from sloyfe.algorithms.disclosure_audit import Kind, audit

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "sdc"
TREE, NETWORK = ("region", "owner", "unit"), ("network", "unit")
ROLES = {"larer": 9.0, "assistent": 4.0, "leder": 1.2, "annet": 2.0, "elevtj": 1.5}
Rows = list[tuple[dict[str, str], int]]


@dataclass(frozen=True)
class Size:
    """How many units, whether with networks too, and where the counts come from."""

    units: int
    joint: bool
    data: str


@dataclass(frozen=True)
class Figure:
    """One rule on one table: what it hides, what the audit finds, and CPU seconds; None where it was not asked."""

    rule: str
    size: Size
    small: int
    besides: int
    exact: int | None
    narrow: int | None
    insider: int | None
    cpu_s: float
    audit_s: float | None


def threshold(tables: Tables) -> Release:
    """Hides the small counts and nothing else: the floor of what hiding costs."""
    return _hiding(tables, frozenset())


def remainder(tables: Tables) -> Release:
    """One step further: where a single count of a sum is hidden, the next smallest of it is hidden too."""
    small = {key for key, count in tables.counts.items() if 0 < count < SMALLEST}
    more: set[Hashable] = set()
    for sum_ in tables.sums:
        hidden = [key for key in (sum_.whole, *sum_.parts) if key in small or key in more]
        others = [key for key in sum_.parts if key not in hidden and tables.counts[key]]
        if len(hidden) == 1 and hidden[0] != sum_.whole and others:
            more.add(min(others, key=lambda key: (tables.counts[key], repr(key))))
    return _hiding(tables, frozenset(more))


def against_subtraction(tables: Tables) -> Release:
    """Ours, against adding and subtracting alone."""
    return protect(tables, width=0, insiders=False)


RULES: dict[str, Callable[[Tables], Release]] = {
    "threshold": threshold,
    "one-step remainder": remainder,
    "ours, subtraction alone": against_subtraction,
    "ours, all attacks": protect,
}


def measure(
    sizes: Sequence[int], joint_sizes: Sequence[int], *, audited_to: int = 10_000, seed: int = 1
) -> list[Figure]:
    """Every rule on every table; releases of more units than `audited_to` are not audited."""
    figures = []
    for units, joint in [*((size, False) for size in sizes), *((size, True) for size in joint_sizes)]:
        rows, data = _rows(units, seed, joint=joint)
        tables = cross_tabulated(rows, [TREE, NETWORK] if joint else [TREE], "role")
        size = Size(units, joint, data)
        figures += [_figure(rule, tables, size, audited=units <= audited_to) for rule in RULES]
    return figures


def _figure(rule: str, tables: Tables, size: Size, *, audited: bool) -> Figure:
    began = time.process_time()
    release = RULES[rule](tables)
    spent = time.process_time() - began
    found: Counter[Kind] = Counter()
    if audited:
        began = time.process_time()
        found = Counter(finding.kind for finding in audit(release, tables.counts))
    besides = len(release.secondary)
    return Figure(
        rule,
        size,
        len(release.hidden) - besides,
        besides,
        found[Kind.EXACT] if audited else None,
        found[Kind.NARROW] if audited else None,
        found[Kind.INSIDER] + found[Kind.UNDECIDED] if audited else None,
        round(spent, 4),
        round(time.process_time() - began, 2) if audited else None,
    )


def _hiding(tables: Tables, more: frozenset[Hashable]) -> Release:
    hidden = {key for key, count in tables.counts.items() if 0 < count < SMALLEST} | more
    shown = {key: count for key, count in tables.counts.items() if key not in hidden}
    return Release(tables.sums, shown, frozenset(hidden), more)


def _rows(units: int, seed: int, *, joint: bool) -> tuple[Rows, str]:
    """The survey that lies beside the project, or else one of the same shape."""
    path = DATA / (f"survey_{units}_network.csv" if joint else f"survey_{units}.csv.xz")
    if not path.exists():
        return synthetic(units, seed), f"made with seed {seed}"
    with path.open(encoding="utf-8") if joint else lzma.open(path, "rt", encoding="utf-8") as file:
        return [(row, int(row["n"])) for row in csv.DictReader(file)], path.name


def synthetic(units: int, seed: int) -> Rows:
    """Units of lognormal size in owners of a dozen, regions of ten owners and networks of eight, by five roles."""
    dice = Random(seed)  # noqa: S311 - draws examples, not secrets
    places = list(range(units))
    dice.shuffle(places)
    rows = []
    for unit in range(units):
        owner = unit // 12
        columns = {"region": f"R{owner // 10}", "owner": f"O{owner}", "unit": f"U{unit}"}
        columns["network"] = f"N{places[unit] // 8}"
        size = dice.lognormvariate(0, 0.5)
        rows += [({**columns, "role": role}, int(mean * size * dice.uniform(0.2, 1.8))) for role, mean in ROLES.items()]
    return rows
