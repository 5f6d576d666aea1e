"""Random small networks with two waves and an owner who leaves: the attacker, who works in fractions, finds nothing."""

import pytest

from benchmarks.networks import try_out
from sloyfe.algorithms.disclosure import Snapshot, Sum, Tables, protect
from sloyfe.algorithms.disclosure.tables import Release
from sloyfe.algorithms.disclosure_audit import Crowd, Finding, Kind, Moved, Past, audit


@pytest.mark.parametrize("seed", [*range(4), 14, 24])
def test_nothing_is_found_in_either_release_of_a_random_network(seed: int):
    """`python3 run.py bench networks --times 1000` tries a thousand."""
    outcome = try_out(seed)

    assert outcome.findings == ()


THEN = Tables({"all": 27, "a": 6, "b": 12, "c": 9}, (Sum("all", ("a", "b", "c")),))
FIRST = Snapshot(THEN, Release(THEN.sums, THEN.counts, frozenset()))


@pytest.mark.parametrize("exact", [False, True])
def test_two_releases_that_are_safe_alone_show_two_newcomers_together(exact: bool):
    now = {"all": 29, "a": 8, "b": 12, "c": 9}
    found = audit(Release(THEN.sums, now, frozenset()), now, [FIRST], exact=exact)

    assert audit(Release(THEN.sums, now, frozenset()), now, exact=exact) == []
    assert found == [Finding(Kind.EXACT, Moved("a", 6, 8), 2, 2)]


@pytest.mark.parametrize("exact", [False, True])
def test_one_who_left_here_and_two_there_are_found_as_a_crowd(exact: bool):
    now = {"all": 24, "a": 5, "b": 10, "c": 9}
    release = Release(THEN.sums, {"all": 24, "c": 9}, frozenset("ab"))

    found = audit(release, now, [FIRST], exact=exact)

    crowd = Crowd(frozenset({Moved("a", 5, 6), Moved("b", 10, 12)}))
    assert Finding(Kind.EXACT, crowd, 3, 3) in found


@pytest.mark.parametrize("exact", [False, True])
def test_what_was_hidden_then_is_found_when_an_owner_leaves(exact: bool):
    then = Tables({"all": 24, "a": 3, "b": 12, "c": 9}, (Sum("all", ("a", "b", "c")),))
    first = Snapshot(then, protect(then))
    now = Tables({"all": 21, "b": 12, "c": 9}, (Sum("all", ("b", "c")),))
    shown = Release(now.sums, now.counts, frozenset())

    assert first.release.hidden == {"a", "c"}
    assert Finding(Kind.EXACT, Past(0, "a"), 3, 3) in audit(shown, now.counts, [first], exact=exact)
    assert audit(protect(now, [first]), now.counts, [first], exact=exact) == []


def test_whoever_left_a_count_that_was_shown_may_know_how_many_are_left():
    then = Tables({"all": 15, "a": 5, "b": 10}, (Sum("all", ("a", "b")),))
    first = Snapshot(then, Release(then.sums, then.counts, frozenset()))
    now = Tables({"all": 14, "a": 4, "b": 10}, then.sums)

    release = protect(now, [first])

    assert release.hidden == {"all", "a"}
    assert audit(release, now.counts, [first], exact=True) == []


def test_one_more_unit_beside_a_release_that_stands_keeps_what_stands_and_is_safe():
    then = Tables(
        {"all": 59, "A": 24, "a1": 3, "a2": 12, "a3": 9, "B": 35, "b1": 4, "b2": 20, "b3": 11},
        (Sum("all", ("A", "B")), Sum("A", ("a1", "a2", "a3")), Sum("B", ("b1", "b2", "b3"))),
    )
    counts = {**then.counts, "all": 61, "A": 26, "a4": 2}
    now = Tables(counts, (then.sums[0], Sum("A", ("a1", "a2", "a3", "a4")), then.sums[2]))
    first = Snapshot(then, protect(then))

    release = protect(now, [first], standing=True)

    assert {"A", "all", "a4"} <= release.hidden
    assert release.hidden - now.counts.keys() == set()
    assert {key for key in first.release.hidden if now.counts[key] == then.counts[key]} <= release.hidden
    assert first.release.shown.keys() - release.shown.keys() == {"A", "all"}
    assert audit(release, now.counts, [first], exact=True) == []
