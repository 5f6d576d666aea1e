"""`run.py protect`: a table of counts by place and role, with every total, and with small groups kept out of sight."""

import argparse
import csv
import json
import lzma
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import IO

from sloyfe.algorithms.disclosure import ALL, SMALLEST, Release, cross_tabulated, protect
from sloyfe.algorithms.disclosure.tables import Place

ROLE, COUNT, NETWORK, HIDDEN = "role", "n", "network", "hidden"
Rows = list[tuple[dict[str, str], int]]


class BadTableError(ValueError):
    """The table cannot be read; says where and why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to read and where to write."""
    parser.add_argument("table", type=Path, help="CSV (or .csv.xz) with the levels from the top down, then role and n")
    parser.add_argument("--network", type=Path, help="CSV with the columns unit and network: a second hierarchy")
    parser.add_argument("-o", "--output", type=Path, help="where to write the table that may be published")
    parser.add_argument("--smallest", type=int, default=SMALLEST, help="the smallest count shown (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print how much was hidden as JSON")


def run(options: argparse.Namespace) -> int:
    """Writes the table; says how many counts are hidden."""
    try:
        levels, rows = read_table(options.table)
        hierarchies = [levels]
        if options.network:
            rows, bottom = _with_networks(rows, levels[-1], options.network), levels[-1]
            hierarchies.append((NETWORK, bottom))
    except (BadTableError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    tables = cross_tabulated(rows, hierarchies, ROLE)
    release = protect(tables, smallest=options.smallest)
    with options.output.open("w", encoding="utf-8", newline="") if options.output else nullcontext(sys.stdout) as file:
        write_table(file, release, levels, rows, with_networks=bool(options.network))
    small = len(release.hidden) - len(release.secondary)
    told = {"counts": len(tables.counts), "small": small, "hidden besides": len(release.secondary)}
    said = ", ".join(f"{number} {what}" for what, number in told.items())
    print(json.dumps(told) if options.json else said, file=sys.stderr if not options.output else sys.stdout)
    return 0


def read_table(path: Path) -> tuple[tuple[str, ...], Rows]:
    """The names of the levels, and the rows; several rows of one unit and role (as by answer) are added up."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        names = list(reader.fieldnames or ())
        if ROLE not in names or COUNT not in names or names.index(ROLE) == 0:
            raise BadTableError(f"{path.name}: the columns must be the levels from the top down, then role and n.")
        levels = tuple(names[: names.index(ROLE)])
        return levels, [(row, _whole(path, line, row[COUNT])) for line, row in enumerate(reader, 2)]


def write_table(file: IO[str], release: Release, levels: Sequence[str], rows: Rows, *, with_networks: bool) -> None:
    """One row a count, totals too: an empty level means all of it; a count, or `hidden`."""
    columns = [*levels, NETWORK] if with_networks else list(levels)
    above = {row[levels[-1]]: row for row, _count in rows}
    writer = csv.writer(file)
    writer.writerow([*columns, ROLE, COUNT])
    for place, role in sorted(key for key in (*release.shown, *release.hidden) if isinstance(key, tuple)):
        told = _told(place, levels, above)
        shown = release.shown.get((place, role), HIDDEN)
        writer.writerow([*(told.get(name, "") for name in columns), "" if role == ALL else role, shown])


def _told(place: Place, levels: Sequence[str], above: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """The columns that a place fills in."""
    if not place:
        return {}
    if place[0] == levels[-1]:
        return above[place[1]]
    return {NETWORK: place[1]} if place[0] == NETWORK else dict(zip(levels, place[1:], strict=False))


def _whole(path: Path, line: int, words: str | None) -> int:
    if words is None or not words.strip().isdecimal():
        raise BadTableError(f"{path.name}, line {line}: {words!r} in the column n is not a whole number.")
    return int(words)


def _with_networks(rows: Rows, bottom: str, path: Path) -> Rows:
    with path.open(encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        if not {bottom, NETWORK} <= set(reader.fieldnames or ()):
            raise BadTableError(f"{path.name}: the columns {bottom} and {NETWORK} are needed.")
        networks = {row[bottom]: row[NETWORK] for row in reader}
    lacking = sorted({row[bottom] for row, _count in rows} - networks.keys())
    if lacking:
        raise BadTableError(f"{path.name}: no network for {', '.join(lacking[:5])}{' …' if lacking[5:] else ''}.")
    return [({**row, NETWORK: networks[row[bottom]]}, count) for row, count in rows]
