"""A sheet written in pieces is the sheet a spreadsheet reads."""

import io
from typing import Any

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from sloyfe.kit.xlsx import xlsx_parts

ROWS = [["Spørsmål", "n"], ["=HYPERLINK(1)", 3], ["<b>&\x0b", None], ["+47", 2.5]]


def test_words_stay_words_and_numbers_stay_numbers():
    content = b"".join(xlsx_parts("Ark: [1]", ROWS))
    page: Any = load_workbook(io.BytesIO(content)).active
    cells = list(page.iter_rows())

    assert [[cell.value for cell in row] for row in cells] == [
        ["Spørsmål", "n"],
        ["=HYPERLINK(1)", 3],
        ["<b>& ", None],
        ["+47", 2.5],
    ]
    assert {cell.data_type for row in cells for cell in row if isinstance(cell.value, str)} <= {"s", "inlineStr"}
    assert page.title == "Ark   1"
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[3] == ["+47", 2.5]


def test_it_comes_in_pieces_long_before_the_last_row():
    asked_for = 0

    def rows():
        nonlocal asked_for
        for nth in range(20_000):
            asked_for = nth
            yield [f"rad {nth} {nth * 7919}", nth]

    next(xlsx_parts("x", rows()))
    assert asked_for < 5000
