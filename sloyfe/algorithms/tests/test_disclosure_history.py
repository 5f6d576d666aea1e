"""What earlier releases tell together with this one: who came, who left, and what was hidden then."""

from collections.abc import Hashable, Mapping

from sloyfe.algorithms.disclosure import ALL, Snapshot, Sum, Tables, cross_tabulated, protect


def test_few_newcomers_are_not_seen_beside_an_earlier_release():
    then = one_owner({"A": 6, "B": 12, "C": 9})
    first = Snapshot(then, protect(then))
    few, enough = one_owner({"A": 8, "B": 12, "C": 9}), one_owner({"A": 11, "B": 12, "C": 9})

    assert protect(few).hidden == frozenset()
    assert protect(few, [first]).hidden == {"A", "owner"}
    assert protect(enough, [first]).hidden == frozenset()


def test_a_count_that_was_hidden_is_not_given_away_by_the_next_release():
    then = one_owner({"A": 3, "B": 12, "C": 9})
    first = Snapshot(then, protect(then))
    now = one_owner({"A": 3, "B": 12, "C": 14})

    assert first.release.hidden == {"A", "C"}
    assert {"A", "C"} <= protect(now, [first]).hidden


def test_few_who_leave_are_not_seen_beside_an_earlier_release():
    then = one_owner({"A": 9, "B": 12, "C": 9})
    first = Snapshot(then, protect(then))
    few, enough = one_owner({"A": 7, "B": 12, "C": 9}), one_owner({"A": 9, "B": 6, "C": 9})

    assert protect(few).hidden == frozenset()
    assert protect(few, [first]).hidden == {"A", "owner"}
    assert protect(enough, [first]).hidden == frozenset()


def test_an_owner_who_leaves_takes_its_small_counts_along_unseen():
    """The network's total without the owner would tell the owner's hidden three, so it is hidden."""
    units = [("1", "u1", 3), ("1", "u2", 9), ("2", "u3", 12), ("2", "u4", 8)]
    rows = [({"owner": owner, "network": "n", "unit": unit, "role": "r"}, count) for owner, unit, count in units]
    network = {(("network", "n"), "r"), (("network", "n"), ALL)}
    then = with_owner_and_network([row for row in rows if row[0]["unit"] != "u2"])
    now = with_owner_and_network(rows[2:])

    assert protect(now).hidden == frozenset()
    assert network <= protect(now, [Snapshot(then, protect(then))]).hidden


def test_a_place_that_joins_is_not_taken_for_newcomers_elsewhere():
    then = one_owner({"A": 9, "B": 12})
    now = one_owner({"A": 9, "B": 12, "C": 7})

    assert protect(now, [Snapshot(then, protect(then))]).hidden == frozenset()


def with_owner_and_network(rows: list[tuple[dict[str, str], int]]) -> Tables:
    return cross_tabulated(rows, [("owner", "unit"), ("network", "unit")], "role")


def test_what_is_worth_more_to_the_readers_is_hidden_last():
    counts = {"all": 10, "small": 3, "large": 7, "one": 6, "other": 4}
    tables = Tables(counts, (Sum("all", ("small", "large")), Sum("all", ("one", "other"))))

    assert protect(tables).secondary == {"all"}
    assert protect(tables, worth={"all": 9.0}).secondary == {"large", "one"}


def one_owner(units: Mapping[Hashable, int]) -> Tables:
    return Tables({"owner": sum(units.values()), **units}, (Sum("owner", tuple(units)),))
