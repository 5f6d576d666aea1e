"""Names that look alike are one name; Norwegian letters are letters of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sloyfe.kit.alike import likeness


@pytest.mark.parametrize("other", ["kari", "KARI", "  Kari ", "Каri", "Kаri", "Κarι", "Kári", "Ka\u200dri", "Ｋari"])
def test_a_name_that_looks_like_another_is_taken_for_it(other: str):
    assert likeness(other) == likeness("Kari")


@pytest.mark.parametrize(
    ("one", "other"), [("Pål", "Pal"), ("Bård", "Bard"), ("Jørn", "Jorn"), ("Kari", "Karin"), ("Kari N", "Kari M")]
)
def test_names_that_people_tell_apart_stay_apart(one: str, other: str):
    assert likeness(one) != likeness(other)


def test_a_letter_with_a_ring_is_the_same_however_it_was_typed():
    assert likeness("Pa\u030al") == likeness("Pål")


@given(st.text())
def test_the_likeness_of_a_likeness_is_itself(name: str):
    assert likeness(likeness(name)) == likeness(name)
