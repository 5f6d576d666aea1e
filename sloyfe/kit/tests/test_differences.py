"""What changed between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from sloyfe.kit.differences import Part, differences


def test_what_went_out_and_what_came_in_are_marked():
    old, new = differences("Vi møtes to ganger.", "Vi møtes tre ganger.")

    assert old == [Part("Vi møtes ", False), Part("to", True), Part(" ganger.", False)]
    assert new == [Part("Vi møtes ", False), Part("tre", True), Part(" ganger.", False)]


def test_a_text_beside_itself_has_no_marks():
    assert differences("Likt.", "Likt.") == ([Part("Likt.", False)], [Part("Likt.", False)])


def test_nothing_beside_something_is_all_new():
    assert differences("", "Nytt") == ([], [Part("Nytt", True)])


@given(st.text(max_size=80), st.text(max_size=80))
def test_each_side_is_still_its_own_text(old, new):
    left, right = differences(old, new)

    assert "".join(part.words for part in left) == old
    assert "".join(part.words for part in right) == new
    assert [p.words for p in left if not p.changed] == [p.words for p in right if not p.changed] or old != new
