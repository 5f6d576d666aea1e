"""The attacker finds what can be found, and nothing else."""

from collections import Counter
from collections.abc import Hashable, Mapping

import pytest

from sloyfe.algorithms.disclosure.tables import Release, Sum
from sloyfe.algorithms.disclosure_audit import Finding, Kind, audit


def published(sums: list[Sum], counts: Mapping[Hashable, int], hidden: set[Hashable]) -> Release:
    return Release(tuple(sums), {key: n for key, n in counts.items() if key not in hidden}, frozenset(hidden))


def told(findings: list[Finding]) -> set[tuple[Kind, Hashable, Hashable]]:
    return {(finding.kind, finding.key, finding.insider) for finding in findings}


def kinds(findings: list[Finding]) -> Counter[Kind]:
    return Counter(finding.kind for finding in findings)


def test_a_small_count_that_is_shown_is_exposed():
    counts = {"all": 9, "a": 6, "b": 3}
    release = Release((Sum("all", ("a", "b")),), counts, frozenset())
    assert audit(release, counts) == [Finding(Kind.EXPOSED, "b", 3, 3)]


def test_a_count_that_is_shown_and_said_to_be_hidden_or_not_the_true_one_is_exposed():
    counts: dict[Hashable, int] = {"all": 19, "a": 10, "b": 9}
    sums = (Sum("all", ("a", "b")),)
    assert kinds(audit(Release(sums, counts, frozenset("a")), counts)) == {Kind.EXPOSED: 1}
    assert kinds(audit(Release(sums, {**counts, "a": 11}, frozenset()), counts)) == {Kind.EXPOSED: 1}


def test_a_truth_that_is_incomplete_or_does_not_add_up_is_refused():
    release = Release((Sum("all", ("a", "b")),), {"all": 9}, frozenset("ab"))
    with pytest.raises(ValueError, match="no count"):
        audit(release, {"all": 9, "a": 5})
    with pytest.raises(ValueError, match="add up"):
        audit(release, {"all": 9, "a": 5, "b": 5})


@pytest.mark.parametrize("exact", [False, True])
def test_the_only_hidden_part_of_a_shown_sum_is_found(exact):
    counts = {"all": 9, "a": 6, "b": 3}
    release = published([Sum("all", ("a", "b"))], counts, {"b"})
    assert audit(release, counts, exact=exact) == [Finding(Kind.EXACT, "b", 3, 3)]


@pytest.mark.parametrize("exact", [False, True])
def test_two_hidden_parts_that_share_two_people_are_narrow(exact):
    counts = {"all": 12, "a": 10, "b": 1, "c": 1}
    release = published([Sum("all", ("a", "b", "c"))], counts, {"b", "c"})
    found = audit(release, counts, exact=exact)
    assert [f for f in found if f.kind == Kind.NARROW] == [Finding(Kind.NARROW, key, 0, 2) for key in ("b", "c")]


@pytest.mark.parametrize("exact", [False, True])
def test_who_is_alone_in_a_count_subtracts_and_learns_the_other(exact):
    """The unit of methods: 27 in all, assistants 9, teachers 14, leaders 0; one other, three in training."""
    counts = {"all": 27, "assistant": 9, "teacher": 14, "leader": 0, "other": 1, "training": 3}
    parts = tuple(key for key in counts if key != "all")
    release = published([Sum("all", parts)], counts, {"other", "training"})
    assert audit(release, counts, exact=exact) == [Finding(Kind.INSIDER, "training", 3, 3, "other")]
    assert not audit(published([Sum("all", parts)], counts, {"other", "training", "teacher"}), counts, exact=exact)


@pytest.mark.parametrize("exact", [False, True])
def test_an_insider_also_learns_from_counts_that_cannot_be_below_nothing(exact):
    """a = 1 + y + z and c = 4 - y: no sum ties c to a, but whoever is the one in a knows that y is empty."""
    counts = {"x": 7, "a": 1, "p": 6, "q": 7, "y": 0, "z": 0, "s": 9, "c": 4, "f": 5}
    sums = [Sum("x", ("a", "p")), Sum("x", ("q", "y", "z")), Sum("s", ("c", "y", "f"))]
    release = published(sums, counts, {"x", "a", "y", "z", "c"})
    assert told(audit(release, counts, exact=exact)) == {(Kind.INSIDER, "c", "a")}


@pytest.mark.parametrize("exact", [False, True])
def test_an_owner_with_a_single_unit_is_the_same_person_and_learns_nothing(exact):
    counts = {"owner": 1, "unit": 1, "others": 9, "all": 10, "spare": 7, "rest": 8, "more": 8}
    sums = [Sum("owner", ("unit",)), Sum("all", ("owner", "others"))]
    assert audit(published(sums, counts, {"owner", "unit", "others"}), counts, exact=exact) == []


@pytest.mark.parametrize("exact", [False, True])
def test_two_people_who_are_one_only_by_shown_numbers_do_learn_of_each_other(exact):
    counts = {"all": 10, "a": 1, "b": 9, "whole": 10, "c": 1}
    sums = [Sum("all", ("a", "b")), Sum("whole", ("c", "b"))]
    found = told(audit(published(sums, counts, {"a", "b", "c"}), counts, exact=exact))
    assert found == {(Kind.INSIDER, "c", "a"), (Kind.INSIDER, "a", "c")}


@pytest.mark.parametrize("exact", [False, True])
def test_a_count_that_moves_in_steps_of_two_is_not_known_for_that(exact):
    """Whoever is alone in a knows b = 7 - 2x, which may be 3 as well as 1."""
    counts = {"A": 8, "B": 8, "x": 3, "p": 5, "q": 5, "both": 10, "k": 8, "a": 1, "b": 1}
    sums = [Sum("A", ("x", "p")), Sum("B", ("x", "q")), Sum("both", ("p", "q")), Sum("both", ("a", "b", "k"))]
    assert audit(published(sums, counts, {"x", "p", "q", "both", "a", "b"}), counts, exact=exact) == []


def test_counts_hidden_without_any_sum_and_an_empty_release_are_safe():
    assert audit(Release((), {}, frozenset("a")), {"a": 2}) == []
    assert audit(Release((), {}, frozenset()), {}) == []


def test_fractions_refuse_what_would_take_too_long():
    counts = dict.fromkeys(range(151), 1) | {"all": 151}
    release = published([Sum("all", tuple(range(151)))], counts, set(range(151)))
    with pytest.raises(ValueError, match="too many"):
        audit(release, counts, exact=True)
