"""Workbooks: looked into before they are opened."""

import io
import zlib
from collections.abc import Iterator, Sequence
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from sloyfe.kit.tables.limits import MOST_ENTRIES, MOST_UNPACKED

Row = Sequence[object]


class No(Exception):  # noqa: N818 - a word for why not; whoever started us knows the sentence
    """The file is not read, for a reason that has a sentence elsewhere."""


def workbook(content: bytes, sheet: str) -> tuple[dict[str, object], Iterator[Row]]:
    """XLSX, XLS or ODS → what was noticed, and the rows of one sheet; of a formula, the value it was saved with."""
    notes = _look_inside(content) if content.startswith(b"PK") else {}
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = [one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
        wanted = [name for name in shown if name.strip().lower() == sheet.strip().lower()] if sheet else shown
        if not wanted:
            raise No("sheet")
        read = book.get_sheet_by_name(wanted[0])
    except PasswordError as error:
        raise No("locked") from error
    except (CalamineError, OSError, ValueError) as error:
        raise No("locked" if "encrypt" in str(error).lower() or _is_locked(content) else "broken") from error
    notes["others"] = [name for name in shown if name != wanted[0]][:10]
    return notes, read.iter_rows()


def _is_locked(content: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in content


def _look_inside(content: bytes) -> dict[str, object]:
    """A small file may unfold into a very large one; its parts say how large before they are opened."""
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            return _noticed(parts)
    except (BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise No("broken") from error


def _noticed(parts: ZipFile) -> dict[str, object]:
    entries = parts.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise No("bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise No("locked")
    names = [entry.filename for entry in entries]
    pages = [name for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    return {
        "links": any(name.startswith("xl/externalLinks/") for name in names),
        "formulas": any(_has_formula(parts, name) for name in pages),
    }


def _has_formula(parts: ZipFile, name: str) -> bool:
    with parts.open(name) as page:
        before = b""
        while piece := page.read(1 << 20):
            if b"<f>" in before + piece or b"<f " in before + piece:
                return True
            before = piece[-3:]
    return False
