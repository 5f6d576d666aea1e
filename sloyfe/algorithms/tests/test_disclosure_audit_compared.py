"""The attacker against every table there is, against fractions, and against numbers known from elsewhere."""

import csv
import lzma
from collections import Counter
from collections.abc import Hashable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.disclosure.tables import Release, Tables, cross_tabulated
from sloyfe.algorithms.disclosure_audit import Finding, Kind, audit

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "sdc"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="NOT RUN: the surveys in ../shared/data/sdc are missing")
Told = set[tuple[Kind, Hashable, Hashable]]


def hiding_small(tables: Tables, *more: Hashable) -> Release:
    hidden = {key for key, n in tables.counts.items() if 1 <= n < 5} | set(more)
    return Release(tables.sums, {k: n for k, n in tables.counts.items() if k not in hidden}, frozenset(hidden))


def told(findings: list[Finding]) -> Told:
    return {(finding.kind, finding.key, finding.insider) for finding in findings}


@st.composite
def releases(draw, most_units: int, most_people: int) -> tuple[Release, dict[Hashable, int]]:
    """A few units in owners, and perhaps networks too, and some counts hidden beside the small ones."""
    hierarchies = [["owner", "unit"], ["network", "unit"]][: draw(st.integers(1, 2))]
    people = st.sampled_from([n for n in (0, 1, 1, 2, 3, 4, 5, 7) if n <= most_people])
    rows = []
    for unit in range(draw(st.integers(1, most_units))):
        places = {"owner": f"o{draw(st.integers(0, 1))}", "network": f"n{draw(st.integers(0, 1))}", "unit": f"u{unit}"}
        rows += [({**places, "role": role}, draw(people)) for role in ("x", "y")]
    tables = cross_tabulated(rows, hierarchies, "role")
    more = draw(st.sets(st.sampled_from(sorted(tables.counts, key=repr)), max_size=6))
    return hiding_small(tables, *more), dict(tables.counts)


@settings(max_examples=25, deadline=None)
@given(releases(most_units=4, most_people=7))
def test_floating_point_finds_what_fractions_find(case):
    release, truth = case
    assert told(audit(release, truth)) == told(audit(release, truth, exact=True))


@settings(max_examples=30, deadline=None)
@given(releases(most_units=2, most_people=3))
def test_the_attacker_finds_what_trying_every_table_finds(case):
    release, truth = case
    assume(len(release.hidden) <= 8)
    assert {finding for finding in told(audit(release, truth)) if finding[0] != Kind.INSIDER} == tried(release, truth)


def tried(release: Release, truth: dict[Hashable, int]) -> Told:
    """EXACT and NARROW from a list of the tables in which no count that is free is far above all true ones."""
    tables = list(every_table(release, dict(release.shown), max(truth.values()) + 4))
    found: Told = set()
    for key in release.hidden:
        values = [table[key] for table in tables]
        if 1 <= truth[key] < 5 and max(values) - min(values) < 3:
            found.add((Kind.EXACT if max(values) == min(values) else Kind.NARROW, key, None))
    return found


def every_table(release: Release, known: dict[Hashable, int], most: int) -> Iterator[dict[Hashable, int]]:
    """Fill in what a sum with one gap says, then try each count for the first gap that is left."""
    for sum_ in release.sums * 3:
        signs = {sum_.whole: 1} | dict.fromkeys(sum_.parts, -1)
        gaps = [key for key in signs if key not in known]
        balance = sum(sign * known[key] for key, sign in signs.items() if key in known)
        if len(gaps) == 1:
            known = {**known, gaps[0]: -signs[gaps[0]] * balance}
        if (not gaps and balance) or min(known.values(), default=0) < 0:
            return
    free = min((key for key in release.hidden if key not in known), key=repr, default=None)
    if free is None:
        yield known
        return
    for value in range(most):
        yield from every_table(release, {**known, free: value}, most)


def survey(units: int, *hierarchies: list[str]) -> Tables:
    counts: Counter[tuple[tuple[str, str], ...]] = Counter()
    joint = len(hierarchies) > 1
    path = DATA / (f"survey_{units}_network.csv" if joint else f"survey_{units}.csv.xz")
    with path.open() if joint else lzma.open(path, "rt") as lines:
        for row in csv.DictReader(lines):
            counts[tuple((name, row[name]) for name in row if name not in {"n", "answer"})] += int(row["n"])
    return cross_tabulated([(dict(names), n) for names, n in counts.items()], hierarchies, "role")


@needs_data
@pytest.mark.parametrize(("units", "small", "exact", "narrow"), [(100, 260, 26, None), (1000, 2592, 223, 360)])
def test_hiding_only_small_counts_gives_away_as_many_as_other_tools_measured(units, small, exact, narrow):
    tables = survey(units, ["region", "owner", "unit"])
    release = hiding_small(tables)
    found = Counter(finding.kind for finding in audit(release, tables.counts))
    assert len(release.hidden) == small
    assert found[Kind.EXACT] == exact
    if narrow:
        assert found[Kind.EXACT] + found[Kind.NARROW] == narrow


@needs_data
def test_insiders_include_every_pair_that_the_null_space_ties_together():
    """In an orthonormal basis of all changes that keep the sums, tied cells have parallel rows."""
    tables = survey(100, ["region", "owner", "unit"], ["network", "unit"])
    release = hiding_small(tables)
    found = told(audit(release, tables.counts))
    keys = sorted(release.hidden, key=repr)
    matrix = np.array([[(k == s.whole) - (k in s.parts) for k in keys] for s in release.sums], dtype=float)
    _, values, turned = np.linalg.svd(matrix)
    basis = turned[int((values > 1e-9).sum()) :].T
    length = np.linalg.norm(basis, axis=1)
    free = [cell for cell in range(len(keys)) if length[cell] > 1e-9]
    tied = 0
    for one in (cell for cell in free if tables.counts[keys[cell]] == 1):
        for other in free:
            parallel = abs(abs(basis[one] @ basis[other]) - length[one] * length[other]) < 1e-9
            known = (Kind.EXACT, keys[other], None) in found or (Kind.EXACT, keys[one], None) in found
            if one != other and parallel and not known and 1 <= tables.counts[keys[other]] < 5:
                tied += 1
                assert (Kind.INSIDER, keys[other], keys[one]) in found
    assert tied > 20
