"""What stands in a cell, and that nothing but a zero is 0."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sloyfe.surveys.imports.numbers import MARKS, number_in
from sloyfe.surveys.models import Absence

HIDDEN, MISSING = Absence.HIDDEN, Absence.MISSING


@pytest.mark.parametrize(
    ("cell", "comma", "value"),
    [
        ("3", False, Decimal(3)),
        ("3,5", True, Decimal("3.5")),
        ("3.5", False, Decimal("3.5")),
        ("1 234,5", True, Decimal("1234.5")),
        ("1.234", True, Decimal(1234)),
        ("1.234", False, Decimal("1.234")),
        ("1.234.567", False, Decimal(1234567)),
        ("12,5 %", True, Decimal("12.5")),
        ("−2,5", True, Decimal("-2.5")),
        ("0", False, Decimal(0)),
        ("*", False, HIDDEN),
        (":", False, HIDDEN),
        (".", False, HIDDEN),
        ("..", False, MISSING),
        ("-", False, MISSING),
        ("", False, MISSING),
        ("<5", False, HIDDEN),
        ("god", False, None),
        ("1e400", False, None),
        ("9" * 30, False, None),
        ("=1+1", False, None),
        ("nan", False, None),
    ],
)
def test_a_cell_says(cell, comma, value):
    assert number_in(cell, MARKS, decimal_comma=comma) == value


def test_whoever_reads_the_file_in_says_what_a_sign_means():
    assert number_in("-", {"-": "hidden"}, decimal_comma=False) == HIDDEN


@given(st.text(max_size=12), st.booleans())
def test_nothing_becomes_zero_that_does_not_say_so(cell, comma):
    if number_in(cell.strip(), MARKS, decimal_comma=comma) == 0:
        assert "0" in cell or any(sign.isdigit() for sign in cell)
