"""Tables of Word: a header row that is repeated on every page and read aloud, columns as wide as asked."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Word
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from sloyfe.documents.docx.styles import Styles
from sloyfe.documents.docx.text import add_words, raw, styled
from sloyfe.documents.tree import Run, Signature, Table, Words
from sloyfe.documents.words import Fixed, short_date

SIGNATURE_SHARES = (0.26, 0.28, 0.17, 0.29)
SIGNATURE_HEIGHT = Mm(15)


def add_table(word: Word, table: Table, styles: Styles, width: int) -> Any:
    """The table, across the width of the text."""
    rows = (table.header, *table.full_rows)
    columns = len(table.header)
    added: Any = word.add_table(rows=len(rows), cols=columns)
    _set_up(added, styles, row_headers=table.row_headers, about=table.caption)
    widths = [round(width * share) for share in table.shares]
    for column, size in zip(added.columns, widths, strict=True):
        column.width = size
    for number, (row, cells) in enumerate(zip(added.rows, rows, strict=True)):
        _keep_together(row, header=number == 0)
        for column, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = widths[column]
            _fill(cell, words, styles, right=column in table.right)
    return added


def add_signatures(word: Word, items: Sequence[Signature], fixed: Fixed, styles: Styles, width: int) -> None:
    """One row each, high enough to sign by hand."""
    header = (fixed.party, fixed.name_and_role, fixed.date, fixed.signature)
    rows = tuple(_signature(item, fixed) for item in items)
    added = add_table(word, Table("", header, rows, widths=SIGNATURE_SHARES, row_headers=True), styles, width)
    for row in added.rows[1:]:
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        row.height = SIGNATURE_HEIGHT


def _signature(item: Signature, fixed: Fixed) -> tuple[Words, ...]:
    person = (Run(item.name, bold=True), Run("\n" if item.name and item.role else ""), Run(item.role))
    date = short_date(item.date) if item.date else ""
    return (item.party, person, date, item.mark or (fixed.signed if item.date else ""))


def _set_up(added: Any, styles: Styles, *, row_headers: bool, about: str) -> None:
    properties = raw(added).tblPr
    for child in list(properties):
        properties.remove(child)
    parts = (
        f'<w:tblStyle {nsdecls("w")} w:val="{styles.id("Document Table")}"/>',
        f'<w:tblW {nsdecls("w")} w:w="5000" w:type="pct"/>',
        f'<w:tblLayout {nsdecls("w")} w:type="fixed"/>',
        f'<w:tblLook {nsdecls("w")} w:firstRow="1" w:firstColumn="{int(row_headers)}" w:noVBand="1"/>',
    )
    for part in parts:
        properties.append(parse_xml(part))
    if about:
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), about)
        properties.append(caption)


def _keep_together(row: Any, *, header: bool) -> None:
    properties = raw(row).get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _fill(cell: Any, words: Words, styles: Styles, *, right: bool) -> None:
    paragraph = styled(cell.paragraphs[0], styles.id("Document Cell"))
    add_words(paragraph, words, styles.id("Hyperlink"))
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
