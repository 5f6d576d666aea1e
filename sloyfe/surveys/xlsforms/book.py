"""Reading the three sheets of an XLSForm out of a file that anybody may have made."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from sloyfe.kit.refusal import Refusal

LARGEST = 5 * 1024 * 1024
MOST_UNPACKED = 20 * 1024 * 1024
MOST_TAGS = 400_000  # two seconds of reading, whatever they hold
MOST_ENTRIES = 500
MOST_ROWS, MOST_COLUMNS = 2000, 100
LONGEST_CELL = 4000
# What openpyxl trips over in a file that is cut, or written by hand; its XML fails with a SyntaxError.
UNREADABLE = (BadZipFile, InvalidFileException, SyntaxError, OSError, EOFError, MemoryError, RecursionError)
BROKEN = (*UNREADABLE, KeyError, ValueError, IndexError, AttributeError, TypeError, NotImplementedError)
SHEETS = ("survey", "choices", "settings")


class BadForm(Refusal):
    """A file that is not a questionnaire we can read."""

    status = 422


@dataclass(frozen=True)
class Remark:
    """Something that could not be carried over, and where it stands."""

    sheet: str
    row: int
    sentence: str


@dataclass(frozen=True)
class Line:
    """One row: where it stands, and its cells by column name."""

    row: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell, or nothing."""
        return self.cells.get(column, "")


@dataclass(frozen=True)
class Book:
    """The sheets we know, and what was passed over while reading them."""

    survey: list[Line] = field(default_factory=list)
    choices: list[Line] = field(default_factory=list)
    settings: list[Line] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def read_book(content: bytes) -> Book:
    """The file → its sheets, or a refusal in a sentence."""
    if not content:
        raise BadForm(_("Fila er tom."))
    if len(content) > LARGEST:
        raise BadForm(_("Fila er større enn 5 MB. Et spørreskjema er mye mindre enn det."))
    if not content.startswith(b"PK"):
        raise BadForm(_("Dette er ikke en XLSX-fil. Åpne skjemaet i et regneark og lagre det som XLSX."))
    try:
        _look_inside(content)
        return _read(content)
    except BROKEN as error:
        raise BadForm(_("Regnearket lar seg ikke åpne. Lagre det på nytt som XLSX, og prøv igjen.")) from error


def _look_inside(content: bytes) -> None:
    """A small file may unfold into a very large one; the parts say how large before they are opened."""
    with ZipFile(io.BytesIO(content)) as file:
        entries = file.infolist()
        too_large = len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED
        if too_large or sum(file.read(entry).count(b"<") for entry in entries) > MOST_TAGS:
            raise BadForm(_("Fila pakker seg ut til mye mer enn et spørreskjema, og er derfor ikke åpnet."))


def _read(content: bytes) -> Book:
    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    try:
        pages = {page.title.strip().lower(): page for page in workbook.worksheets}
        if "survey" not in pages:
            raise BadForm(_("Fila har ikke noe ark som heter «survey». Et XLSForm har det."))
        book = Book()
        for name in SHEETS:
            if name in pages:
                getattr(book, name).extend(_lines(pages[name], name, book.remarks))
        others = [page.title for key, page in pages.items() if key not in SHEETS]
        if others:
            sentence = _("Disse arkene er ikke tatt med: %(names)s.") % {"names": ", ".join(others[:10])}
            book.remarks.append(Remark("", 0, sentence))
        return book
    finally:
        workbook.close()


def _lines(page: Any, name: str, remarks: list[Remark]) -> Iterator[Line]:
    columns: list[str] = []
    rows = page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
    for number, row in enumerate(rows, start=1):
        cells = [_cell(cell) for cell in row]
        if not any(cells):
            continue
        if not columns:
            columns = [cell.strip() for cell in cells]
            continue
        if any(cell.data_type == "f" for cell in row):
            sentence = _("Raden har en formel. Formler regnes ikke ut, og er ikke tatt med.")
            remarks.append(Remark(name, number, sentence))
        named = zip(columns, cells, strict=False)
        yield Line(number, {column: cell for column, cell in named if column and cell})
    if (page.max_row or 0) > MOST_ROWS + 1:
        sentence = _("Arket har mer enn %(most)s rader. Resten er ikke tatt med.")
        remarks.append(Remark(name, MOST_ROWS + 1, sentence % {"most": MOST_ROWS}))


def _cell(cell: Any) -> str:
    value = cell.value
    if value is None or cell.data_type in ("f", "e"):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:LONGEST_CELL]
