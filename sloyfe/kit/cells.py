"""Writing words into a spreadsheet so that they stay words."""

from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE


def cell_of(sheet: Any, value: object) -> Any:
    """A value as a cell: no sign that a spreadsheet cannot hold, and nothing that begins like a formula becomes one."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub(" ", value))
    cell.data_type = "s"
    return cell
