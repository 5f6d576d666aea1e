"""Writing one sheet of cells as XLSX piece by piece. Words are words: nothing like a formula becomes one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import RawIOBase
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

Cell = str | float | None
UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LONGEST = 32_767
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PIECE = 64 * 1024


class _Sink(RawIOBase):
    """Takes what the archive writes, until somebody fetches it; it cannot go back, so nothing is written twice."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self.held += content
        return len(content)

    def fetch(self) -> bytes:
        content = bytes(self.held)
        self.held.clear()
        return content


def xlsx_parts(title: str, rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """A workbook of one sheet, whose first row stays in sight."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED, compresslevel=4) as book:
        for name, content in _frame(title).items():
            book.writestr(name, XML + content)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as page:
            page.write((XML + _HEAD).encode())
            piece: list[str] = []
            held = 0
            for row in rows:
                piece.append(_row(row))
                held += len(piece[-1])
                if held > PIECE:
                    page.write("".join(piece).encode())
                    piece.clear()
                    held = 0
                    yield sink.fetch()
            page.write(("".join(piece) + "</sheetData></worksheet>").encode())
    yield sink.fetch()


def _row(row: Sequence[Cell]) -> str:
    return f"<row>{''.join([_cell(value) for value in row])}</row>"


def _cell(value: Cell) -> str:
    if value is None or value == "":
        return "<c/>"
    if not isinstance(value, str):
        return f"<c><v>{value!r}</v></c>"
    words = escape(UNHOLDABLE.sub(" ", value)[:LONGEST])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


_HEAD = (
    f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="60" customWidth="1"/>'
    '<col min="2" max="100" width="22" customWidth="1"/></cols><sheetData>'
)


def _frame(title: str) -> dict[str, str]:
    """Everything of a workbook but its cells."""
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relationships = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}'
    name = escape(re.sub(r"[\[\]:*?/\\]", " ", UNHOLDABLE.sub(" ", title))[:31].strip("' ") or "1", {'"': "&quot;"})
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/></Types>',
        "_rels/.rels": f'{relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }
