"""Reading a table out of a file that somebody made in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from sloyfe.kit.refusal import Refusal

LARGEST = 20 * 1024 * 1024
MOST_ROWS = 20_000
MOST_UNPACKED = 200 * 1024 * 1024


class BadSheet(Refusal):
    """A file that is not a table we can read."""

    status = 422


@dataclass(frozen=True)
class Sheet:
    """Column names as written, and each row with the line it stands on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_sheet(content: bytes, name: str) -> Sheet:
    """CSV (any common separator, UTF-8, UTF-16 or Windows-1252) or XLSX → Sheet; otherwise a refusal in a sentence."""
    if not content:
        raise BadSheet(_("Fila er tom."))
    if len(content) > LARGEST:
        raise BadSheet(_("Fila er større enn 20 MB. Del den opp, eller ta bort det som ikke trengs."))
    lines = _xlsx(content) if content.startswith(b"PK") else _csv(content, name)
    return _sheet(lines)


def _csv(content: bytes, name: str) -> Iterator[Sequence[str]]:
    if content.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")) or name.endswith(".xls"):
        raise BadSheet(_("Dette er ikke en CSV- eller XLSX-fil. Lagre den som en av dem, og prøv igjen."))
    text = _decoded(content)
    if "\x00" in text:
        raise BadSheet(_("Dette er ikke en CSV- eller XLSX-fil. Lagre den som en av dem, og prøv igjen."))
    head = text.split("\n", 1)[0]
    separator = max(";,\t|", key=head.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as error:
        raise BadSheet(
            _("CSV-fila er ødelagt: et anførselstegn er åpnet og ikke lukket, eller en linje er kuttet.")
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _xlsx(content: bytes) -> Iterator[Sequence[str]]:
    try:
        if sum(entry.file_size for entry in ZipFile(io.BytesIO(content)).infolist()) > MOST_UNPACKED:
            raise BadSheet(_("Fila er større enn 20 MB. Del den opp, eller ta bort det som ikke trengs."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        page = book.worksheets[0]
        for row in page.iter_rows(values_only=True):
            yield [_cell(value) for value in row]
    except (BadZipFile, InvalidFileException, SyntaxError, KeyError, ValueError, OSError, IndexError) as error:
        raise BadSheet(_("Regnearket lar seg ikke åpne. Lagre det på nytt som XLSX, og prøv igjen.")) from error


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _sheet(lines: Iterable[Sequence[str]]) -> Sheet:
    columns: tuple[str, ...] = ()
    rows: list[tuple[int, dict[str, str]]] = []
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        if not columns:
            columns = tuple(cells)
            continue
        if len(rows) >= MOST_ROWS:
            raise BadSheet(_("Fila har mer enn 20 000 rader. Del den opp."))
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        rows.append((number, {name: cell for name, cell in zip(columns, padded, strict=False) if name}))
    if not columns:
        raise BadSheet(_("Fila er tom."))
    return Sheet(columns, tuple(rows))
