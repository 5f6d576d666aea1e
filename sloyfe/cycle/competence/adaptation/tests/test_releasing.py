"""Versions of a package follow each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sloyfe.cycle.competence.adaptation.keys import between
from sloyfe.cycle.competence.adaptation.releasing import Listed, release
from sloyfe.cycle.competence.adaptation.tests.packages import FIRST, read, version
from sloyfe.cycle.competence.adaptation.trees import Kind


def test_few_have_moved_when_one_was_moved():
    first = version(None, FIRST)
    second = version(first, "m1 p1 b3 b1 b2 p2 b4")

    assert read(second) == "m1 p1 b3 b1 b2 p2 b4"
    assert [each for each in first.order if first.elements[each].place != second.elements[each].place] == ["b3"]


def test_what_comes_back_has_not_moved():
    first = version(None, FIRST)
    third = version(version(first, "m1 p1 b1 b3 p2 b4"), FIRST)

    assert third == first


def test_what_is_out_is_remembered():
    second = version(version(None, FIRST), "m1 p1 b1")

    assert read(second) == "m1 p1 b1"
    assert second.order == FIRST.split()


@pytest.mark.parametrize(
    ("listed", "because"),
    [
        ([Listed("m1", Kind.MODULE, None, ""), Listed("m1", Kind.MODULE, None, "")], "twice"),
        ([Listed("own:1", Kind.MODULE, None, "")], "added"),
        ([Listed("p1", Kind.PAGE, None, "")], "does not lie"),
        ([Listed("p1", Kind.PAGE, "m9", "")], "does not lie"),
        ([Listed("m1", Kind.MODULE, None, ""), Listed("b1", Kind.BLOCK, "m1", "")], "does not lie"),
        ([Listed("m1", Kind.MODULE, None, ""), Listed("b1", Kind.PAGE, "m1", "")], "another kind"),
    ],
)
def test_a_version_that_cannot_be_is_refused(listed, because):
    with pytest.raises(ValueError, match=because):
        release(version(None, FIRST), listed)


@given(st.lists(st.permutations([f"b{number}" for number in range(7)]).flatmap(
    lambda row: st.integers(0, 7).map(lambda length: row[:length])), max_size=6))  # fmt: skip
def test_any_version_after_any_other_reads_as_it_was_listed(rows):
    tree = None
    for row in rows:
        tree = version(tree, " ".join(["m1", "p1", *row]))
        assert read(tree) == " ".join(["m1", "p1", *row])


@given(st.lists(st.integers(0, 30), max_size=40))
def test_there_is_always_room_between_two(places):
    row = []
    for number, place in enumerate(places):
        at = place % (len(row) + 1)
        row.insert(at, between(row[at - 1] if at else (), row[at] if at < len(row) else None, str(number)))

        assert row == sorted(set(row))
