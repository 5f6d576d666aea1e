"""Tables of OpenDocument: repeated header rows, and row headers as header columns."""

from collections.abc import Sequence

from sloyfe.documents.look import LOOK, TEXT_WIDTH
from sloyfe.documents.odt.text import escaped, paragraph
from sloyfe.documents.tree import Run, Signature, Table, Words
from sloyfe.documents.words import Fixed, short_date

SIGNATURE_WIDTHS = (26.0, 28.0, 17.0, 29.0)
SIGNATURE_HEIGHT = 15  # millimetres, room to sign by hand
TOP, BOTTOM, THIN = f"1.25pt solid #{LOOK.accent}", f"0.75pt solid #{LOOK.accent}", f"0.5pt solid #{LOOK.line}"


class Tables:
    """Writes tables and keeps the styles they need."""

    def __init__(self, fixed: Fixed) -> None:
        self.fixed = fixed
        self.count = 0
        self.styles = [
            _cell_style("CellHead", top=TOP, bottom=THIN, ground=f"#{LOOK.surface}"),
            _cell_style("CellMiddle", bottom=THIN),
            _cell_style("CellLast", bottom=BOTTOM),
            _row_style("RowPlain"),
            _row_style("RowToSign", height=SIGNATURE_HEIGHT),
        ]

    def table(self, table: Table, row_style: str = "RowPlain") -> str:
        """The table, across the width of the text."""
        self.count += 1
        name = f"Table{self.count}"
        self._keep_widths(name, table)
        last = len(table.full_rows) - 1
        rows = "".join(
            _row(cells, table, row_style, "CellLast" if number == last else "CellMiddle")
            for number, cells in enumerate(table.full_rows)
        )
        head = f"<table:table-header-rows>{_head(table)}</table:table-header-rows>"
        title = f"<table:title>{escaped(table.caption)}</table:title>" if table.caption else ""
        columns = _columns(name, table)
        return f'<table:table table:name="{name}" table:style-name="{name}">{title}{columns}{head}{rows}</table:table>'

    def signatures(self, items: Sequence[Signature]) -> str:
        """One row each, high enough to sign by hand."""
        fixed = self.fixed
        header = (fixed.party, fixed.name_and_role, fixed.date, fixed.signature)
        rows = tuple(self._signature(item) for item in items)
        return self.table(Table("", header, rows, widths=SIGNATURE_WIDTHS, row_headers=True), "RowToSign")

    def _signature(self, item: Signature) -> tuple[Words, ...]:
        person = (Run(item.name, bold=True), Run("\n" if item.name and item.role else ""), Run(item.role))
        date = short_date(item.date) if item.date else ""
        return (item.party, person, date, item.mark or (self.fixed.signed if item.date else ""))

    def _keep_widths(self, name: str, table: Table) -> None:
        self.styles.append(
            f'<style:style style:name="{name}" style:family="table">'
            f'<style:table-properties style:width="{TEXT_WIDTH}mm" table:align="left"/></style:style>'
        )
        for number, share in enumerate(table.shares):
            self.styles.append(
                f'<style:style style:name="{name}.{number}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{TEXT_WIDTH * share:.2f}mm"/></style:style>'
            )


def _columns(name: str, table: Table) -> str:
    columns = [f'<table:table-column table:style-name="{name}.{number}"/>' for number in range(len(table.header))]
    if table.row_headers:
        columns[0] = f"<table:table-header-columns>{columns[0]}</table:table-header-columns>"
    return "".join(columns)


def _head(table: Table) -> str:
    cells = "".join(
        _cell("CellHead", paragraph("Cell Heading Right" if column in table.right else "Cell Heading", words))
        for column, words in enumerate(table.header)
    )
    return f'<table:table-row table:style-name="RowPlain">{cells}</table:table-row>'


def _row(cells: tuple[Words, ...], table: Table, row_style: str, cell_style: str) -> str:
    written = []
    for column, words in enumerate(cells):
        style = "Cell Right" if column in table.right else "Cell"
        if table.row_headers and column == 0:
            style = "Cell Row Heading"
        written.append(_cell(cell_style, paragraph(style, words)))
    return f'<table:table-row table:style-name="{row_style}">{"".join(written)}</table:table-row>'


def _cell(style: str, content: str) -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{content}</table:table-cell>'


def _cell_style(name: str, *, top: str = "none", bottom: str, ground: str = "transparent") -> str:
    look = f'fo:border-left="none" fo:border-right="none" fo:border-top="{top}" fo:border-bottom="{bottom}"'
    look += f' fo:padding="1.8mm" fo:background-color="{ground}"'
    properties = f"<style:table-cell-properties {look}/>"
    return f'<style:style style:name="{name}" style:family="table-cell">{properties}</style:style>'


def _row_style(name: str, height: int = 0) -> str:
    least = f'style:min-row-height="{height}mm" ' if height else ""
    properties = f'<style:table-row-properties {least}fo:keep-together="always"/>'
    return f'<style:style style:name="{name}" style:family="table-row">{properties}</style:style>'
