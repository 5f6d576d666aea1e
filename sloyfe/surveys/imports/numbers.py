"""What stands in a cell: a number, hidden, missing, or nothing we can read. Hidden and missing are never 0."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from sloyfe.surveys.models import Absence

# Statistics offices differ, so whoever reads the file in may say otherwise.
MARKS: Mapping[str, Absence] = {
    "*": Absence.HIDDEN,
    "**": Absence.HIDDEN,
    ":": Absence.HIDDEN,
    ".": Absence.HIDDEN,
    "..": Absence.MISSING,
    "...": Absence.MISSING,
    "-": Absence.MISSING,
    "–": Absence.MISSING,
}
BOUND = re.compile(r"^[<>≤≥]\s*\d+$")  # the source tells that it is few, and not how many
NUMBER = re.compile(r"^-?\d+(\.\d+)?$")
THOUSANDS = re.compile(r"^-?\d{1,3}([.,]\d{3}){2,}$")
LARGEST = Decimal(10) ** 12


def number_in(cell: str, marks: Mapping[str, str], *, decimal_comma: bool) -> Decimal | Absence | None:
    """The cell as a value; None where it cannot be read."""
    if cell in marks:
        return Absence(marks[cell])
    if not cell:
        return Absence.MISSING
    if BOUND.match(cell):
        return Absence.HIDDEN
    plain = cell.removesuffix("%").replace(" ", "").replace("−", "-")
    if THOUSANDS.match(plain) or (decimal_comma and "." in plain):
        plain = plain.replace(".", "") if decimal_comma else re.sub("[.,]", "", plain)
    plain = plain.replace(",", ".")
    if not NUMBER.match(plain):
        return None
    try:
        value = Decimal(plain).quantize(Decimal("0.0001"))
    except InvalidOperation:
        return None
    return value if abs(value) < LARGEST else None


def marks_in(cells: set[str]) -> list[str]:
    """The signs of a table that may stand for hidden or missing."""
    return [mark for mark in MARKS if mark in cells]
