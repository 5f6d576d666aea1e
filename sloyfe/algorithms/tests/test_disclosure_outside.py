"""Somebody else's programmes find nothing in what we protected: the audit of τ-Argus, in a process of its own.

The file is in its JJ format: for each cell its number, count, cost, status (s shown, u small, m hidden for the sake of
others), bounds and wanted protection; then every sum, as a right side and its cells with their coefficients.
"""

import csv
import json
import lzma
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from sloyfe.algorithms.disclosure import Release, Tables, cross_tabulated, protect

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "sdc"
PLACES = [("region", "owner", "unit")]
NETWORKS = [*PLACES, ("network", "unit")]
WIDTH = 3
ASK = "import json, sys; from pytauargus.engine import audit_jj; print(json.dumps(audit_jj(sys.argv[1])))"
FAR = 1_000_000


def held(tables: Tables, release: Release, folder: Path) -> tuple[int, int]:
    """How many small counts the outsider knows exactly, and holds within less than three."""
    file = folder / "table.jj"
    file.write_text("\n".join([*lines(tables, release), ""]), encoding="ascii")
    done = subprocess.run([sys.executable, "-c", ASK, str(file)], capture_output=True, text=True, check=True)
    spans = [cell["max"] - cell["min"] for cell in json.loads(done.stdout) if cell["status"] == "u"]
    assert len(spans) == sum(0 < count < 5 for count in tables.counts.values())
    return sum(span < 1e-6 for span in spans), sum(span < WIDTH - 1e-6 for span in spans)


def lines(tables: Tables, release: Release):
    number = {key: cell for cell, key in enumerate(tables.counts)}
    yield from ("0", str(len(number)))
    for key, count in tables.counts.items():
        status = "s" if key in release.shown else "u" if count < 5 else "m"
        yield f"{number[key]} {count} {max(count, 1)} {status} 0 {FAR} 1 1 0"
    yield str(len(tables.sums))
    for one in tables.sums:
        parts = " ".join(f"{number[part]} (1)" for part in one.parts)
        yield f"0 {1 + len(one.parts)} : {number[one.whole]} (-1) {parts}"


def only_small_hidden(tables: Tables) -> Release:
    small = frozenset(key for key, count in tables.counts.items() if 0 < count < 5)
    return Release(tables.sums, {key: count for key, count in tables.counts.items() if key not in small}, small)


@pytest.mark.parametrize("seed", range(6))
def test_an_outside_audit_finds_nothing_in_random_networks(seed, tmp_path):
    dice = Random(seed)
    units = [{"owner": f"o{unit % 3}", "network": f"n{dice.randrange(3)}", "unit": f"u{unit}"} for unit in range(14)]
    roles = ("larer", "assistent", "annet")
    rows = [({**unit, "role": role}, dice.choice((0, 1, 2, 3, 5, 6, 9, 14))) for unit in units for role in roles]
    tables = cross_tabulated(rows, [("owner", "unit"), ("network", "unit")], "role")

    assert held(tables, only_small_hidden(tables), tmp_path)[1] > 0
    assert held(tables, protect(tables), tmp_path) == (0, 0)


@pytest.mark.skipif(not DATA.is_dir(), reason="NOT RUN: the surveys in ../shared/data/sdc are missing")
@pytest.mark.parametrize(("name", "hierarchies"), [("survey_100.csv.xz", PLACES), ("survey_100_network.csv", NETWORKS)])
def test_an_outside_audit_finds_nothing_in_a_hundred_units(name, hierarchies, tmp_path):
    opened = lzma.open if name.endswith(".xz") else open
    with opened(DATA / name, "rt", encoding="utf-8") as file:
        tables = cross_tabulated(((row, int(row["n"])) for row in csv.DictReader(file)), hierarchies, "role")

    assert held(tables, only_small_hidden(tables), tmp_path)[0] >= 26
    assert held(tables, protect(tables), tmp_path) == (0, 0)
