"""Organisation numbers and their check digit."""

from hypothesis import given
from hypothesis import strategies as st

from sloyfe.organisations import numbers

EIGHT = st.text("0123456789", min_size=8, max_size=8)


def test_a_known_number_is_valid_and_its_neighbour_is_not():
    assert numbers.is_valid("974760673")
    assert not numbers.is_valid("974760674")


def test_spaces_and_dots_do_not_matter():
    assert numbers.tidy(" 974 760.673") == "974760673"


@given(EIGHT)
def test_of_the_ten_possible_last_digits_at_most_one_is_right(first: str):
    right = [digit for digit in "0123456789" if numbers.is_valid(first + digit)]

    assert right == ([] if numbers.check_digit(first) is None else [str(numbers.check_digit(first))])


@given(EIGHT, st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(first: str, place: int, shift: int):
    digit = numbers.check_digit(first)
    if digit is None:
        return
    wrong = first[:place] + str((int(first[place]) + shift) % 10) + first[place + 1 :]

    assert not numbers.is_valid(f"{wrong}{digit}")
