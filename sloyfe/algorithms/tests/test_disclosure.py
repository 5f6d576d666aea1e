"""Small counts that are hidden stay hidden, from outsiders and from those who know their own."""

import csv
import lzma
from collections.abc import Hashable, Mapping
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.disclosure import Snapshot, Sum, Tables, cross_tabulated, protect
from sloyfe.algorithms.disclosure_audit import audit

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "sdc"
TREE = ("region", "owner", "unit")
NETWORK = ("network", "unit")


@st.composite
def small_tables(draw: st.DrawFn) -> Tables:
    """Two owners, up to four units, two networks across them, three roles: small enough to try every table."""
    units = draw(st.integers(2, 4))
    rows = []
    for number, role in product(range(units), ("larer", "assistent", "annet")):
        columns = {"owner": str(number % 2), "unit": str(number), "network": str(number // 2), "role": role}
        rows.append((columns, draw(st.integers(0, 7))))
    hierarchies = [("owner", "unit"), NETWORK] if draw(st.booleans()) else [("owner", "unit")]
    return cross_tabulated(rows, hierarchies, "role")


@settings(max_examples=15, deadline=None)
@given(small_tables())
def test_every_sum_holds_and_nothing_small_is_shown(tables: Tables):
    release = protect(tables)

    assert all(tables.counts[s.whole] == sum(tables.counts[p] for p in s.parts) for s in tables.sums)
    assert not [key for key, count in release.shown.items() if 0 < count < 5]
    assert release.shown.keys() | release.hidden == tables.counts.keys()
    assert all(release.shown[key] == tables.counts[key] for key in release.shown)


def test_a_single_hidden_unit_takes_another_with_it():
    tables = one_owner({"A": 3, "B": 12, "C": 9})

    release = protect(tables)

    assert release.hidden == {"A", "C"}


def test_the_smaller_of_two_equals_is_hidden():
    assert protect(one_owner({"A": 3, "B": 9, "C": 8})).secondary == {"C"}


def test_two_small_units_hide_each_other_when_they_are_wide_enough():
    assert protect(one_owner({"A": 4, "B": 3, "C": 9})).secondary == frozenset()


def test_two_units_of_one_are_not_enough_because_each_knows_itself():
    two_of_one = one_owner({"A": 1, "B": 1, "C": 9})

    assert protect(two_of_one, width=0).secondary == {"C"}
    assert protect(two_of_one, width=0, insiders=False).secondary == frozenset()


def test_a_narrow_interval_asks_for_more():
    two_of_one = one_owner({"A": 1, "B": 1, "C": 9})

    assert protect(two_of_one, insiders=False, width=2).secondary == frozenset()
    assert protect(two_of_one, insiders=False, width=3).secondary == {"C"}


def test_a_zero_is_shown_and_hides_nobody():
    release = protect(one_owner({"A": 3, "B": 0, "C": 9, "D": 11}))

    assert release.shown["B"] == 0
    assert release.secondary == {"C"}


def test_where_all_is_small_all_is_hidden():
    assert protect(one_owner({"A": 1, "B": 2})).shown == {}


def test_an_owner_with_one_unit_is_hidden_with_it():
    tables = Tables({"owner": 3, "unit": 3}, (Sum("owner", ("unit",)),))

    assert protect(tables).hidden == {"owner", "unit"}


def test_networks_over_the_same_units_are_protected_together():
    crossing = [("1", "a", "u1", 3), ("1", "b", "u2", 4), ("2", "a", "u3", 9), ("2", "b", "u4", 9)]
    rows = [({"owner": o, "network": n, "unit": u, "role": "r"}, count) for o, n, u, count in crossing]

    assert protect(cross_tabulated(rows, [("owner", "unit")], "role")).secondary == frozenset()
    assert protect(cross_tabulated(rows, [("owner", "unit"), NETWORK], "role")).secondary != frozenset()


def test_what_is_withheld_is_never_shown_and_hides_others_like_any_hidden_count():
    tables = one_owner({"A": 3, "B": 12, "C": 9, "D": 0})

    assert protect(tables, withheld={"B"}).hidden == {"A", "B"}
    assert protect(tables, withheld={"B"}).secondary == frozenset()
    assert "D" in protect(tables, withheld={"D"}).hidden
    assert "C" in protect(tables, [Snapshot(tables, protect(tables, withheld={"B"}))], withheld={"C"}).hidden


def test_a_withheld_zero_that_can_only_be_zero_hides_nobody():
    """x = q + y + z and x and q are shown, so that y is nothing and c is what s leaves."""
    counts = {"x": 7, "q": 7, "y": 0, "z": 0, "s": 13, "c": 4, "f": 9}
    tables = Tables(counts, (Sum("x", ("q", "y", "z")), Sum("s", ("c", "y", "f"))))

    assert protect(tables, withheld={"y", "z"}, width=0, insiders=False).secondary in ({"q"}, {"x"})


def test_somebody_alone_who_knows_that_a_withheld_count_is_nothing_learns_no_other():
    """a = 1 + y + z and c = 4 - y: no sum ties c to a, but whoever is the one in a knows that y is nothing."""
    counts = {"x": 7, "a": 1, "p": 6, "q": 7, "y": 0, "z": 0, "s": 9, "c": 4, "f": 5}
    tables = Tables(counts, (Sum("x", ("a", "p")), Sum("x", ("q", "y", "z")), Sum("s", ("c", "y", "f"))))

    without = protect(tables, withheld={"x", "y", "z"}, width=0, insiders=False)
    assert without.secondary == frozenset()
    assert protect(tables, withheld={"x", "y", "z"}, width=0).secondary != frozenset()


@settings(max_examples=25, deadline=None)
@given(small_tables(), st.data())
def test_fractions_find_nothing_whatever_is_withheld(tables: Tables, data: st.DataObject):
    withheld = data.draw(st.sets(st.sampled_from(sorted(tables.counts, key=repr)), max_size=8))

    release = protect(tables, withheld=withheld)

    assert withheld <= release.hidden
    assert audit(release, tables.counts, exact=True) == []


def test_the_same_tables_give_the_same_release():
    tables = read("survey_100")

    assert protect(tables) == protect(tables)


@pytest.mark.parametrize(("name", "most"), [("survey_100", 17), ("survey_300", 55)])
def test_no_more_is_hidden_than_is_needed_against_derivation(name: str, most: int):
    """Proved: the cover is the cheapest, and it is safe."""
    assert len(protect(read(name), width=0, insiders=False).secondary) == most


def read(name: str, *hierarchies: tuple[str, ...]) -> Tables:
    file = DATA / f"{name}.csv.xz"
    if not file.exists():
        pytest.skip(f"{name} lies beside the project and is not here")
    with lzma.open(file, "rt", encoding="utf-8") as text:
        rows = [(row, int(row["n"])) for row in csv.DictReader(text)]
    return cross_tabulated(rows, hierarchies or (TREE,), "role")


def one_owner(units: Mapping[Hashable, int]) -> Tables:
    return Tables({"owner": sum(units.values()), **units}, (Sum("owner", tuple(units)),))


def test_what_is_harmless_is_not_told_and_hides_nothing_else():
    tables = Tables({"all": 20, "a": 7, "b": 2, "c": 11}, (Sum("all", ("a", "b", "c")),))

    assert protect(tables).secondary
    release = protect(tables, harmless={"b"})

    assert release.hidden == {"b"}
