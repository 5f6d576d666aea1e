"""The blocks of a document as OpenDocument."""

from collections.abc import Iterator

from sloyfe.documents.look import TEXT_WIDTH
from sloyfe.documents.odt.tables import Tables
from sloyfe.documents.odt.text import escaped, paragraph, spans, style_name
from sloyfe.documents.pictures import as_png, proportions
from sloyfe.documents.tree import (
    Block,
    BulletList,
    Document,
    Field,
    Fields,
    Figure,
    Heading,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Table,
    Words,
    runs,
)
from sloyfe.documents.words import FIXED, status_line

LONGEST_BESIDE = 30  # a longer label would run into its answer
TURN_PAGE = '<style:style style:name="TurnPage" style:family="paragraph" style:parent-style-name="Space">'
TURN_PAGE += '<style:paragraph-properties fo:break-before="page"/>'
TURN_PAGE += '<style:text-properties fo:font-size="2pt"/></style:style>'


class Body:
    """Writes title and blocks in order; pictures and the widths of columns are kept for the package."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.fixed = FIXED[document.language]
        self.tables = Tables(self.fixed)
        self.pictures: dict[str, bytes] = {}
        self.counts = {"Table": 0, "Figure": 0}

    def automatic_styles(self) -> str:
        """Styles that only this document needs; ask after the parts are written."""
        return f"<office:automatic-styles>{TURN_PAGE}{''.join(self.tables.styles)}</office:automatic-styles>"

    def parts(self) -> Iterator[str]:
        """The whole text."""
        document = self.document
        yield paragraph("Document Organisation", document.meta.organisation)
        yield paragraph("Title", document.title)
        if document.subtitle:
            yield paragraph("Subtitle", document.subtitle)
        yield paragraph("Document Status", status_line(document))
        for block in document.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text):
                style = style_name(f"Heading {level}")
                yield f'<text:h text:style-name="{style}" text:outline-level="{level}">{spans(text)}</text:h>'
            case Paragraph(words):
                yield paragraph("Text body", words)
            case BulletList(items):
                yield _list("Bullets", items)
            case NumberedList(items):
                yield _list("Numbers", items)
            case Note(words, title, tone):
                style = "Document Warning" if tone == "warning" else "Document Note"
                yield paragraph(style, (*((Run(f"{title}\n", bold=True),) if title else ()), *runs(words)))
            case PageBreak():
                yield paragraph("TurnPage", "")
            case _:
                yield from self._arranged(block)

    def _arranged(self, block: Table | Figure | Fields | Signatures) -> Iterator[str]:
        match block:
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Fields(items, beside):
                for field in items:
                    yield from self._field(field, beside=beside)
                yield paragraph("Space", "")
            case Signatures(items):
                yield self.tables.signatures(items)
                yield paragraph("Space", "")

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield self._caption("Caption Table", self.fixed.table, "Table", table.caption)
        yield self.tables.table(table)
        yield paragraph("Space", "")

    def _figure(self, figure: Figure) -> Iterator[str]:
        png = as_png(figure)
        name = f"Pictures/figure-{len(self.pictures)}.png"
        self.pictures[name] = png
        width = TEXT_WIDTH * figure.width
        size = f'svg:width="{width:.1f}mm" svg:height="{width * proportions(png):.1f}mm"'
        image = f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        frame = f'<draw:frame draw:name="{name[9:-4]}" text:anchor-type="as-char" {size}>{image}'
        frame += f"<svg:title>{escaped(figure.alt)}</svg:title></draw:frame>"
        yield paragraph("Picture", "", before=frame)
        if figure.caption:
            yield self._caption("Caption", self.fixed.figure, "Figure", figure.caption)
        if figure.table:
            yield from self._table(figure.table)

    def _caption(self, style: str, word: str, series: str, text: str) -> str:
        """The number is a field, so that the program can list and renumber."""
        self.counts[series] += 1
        number = self.counts[series]
        field = f'<text:sequence text:ref-name="ref{series}{number}" text:name="{series}" '
        field += f'text:formula="ooow:{series}+1" style:num-format="1">{number}</text:sequence>'
        head = f'<text:span text:style-name="Strong">{word} {field}.</text:span> '
        return paragraph(style, text, before=head)

    def _field(self, field: Field, *, beside: bool) -> Iterator[str]:
        answer = field.answer or ("" if field.lines else self.fixed.not_filled_in)
        if beside and answer:
            between = "\t" if len(field.label) <= LONGEST_BESIDE else "\n"
            hint = f" ({field.hint})" if field.hint else ""
            yield paragraph("Document Entry", (Run(field.label, bold=True), Run(f"{between}{answer}{hint}")))
            return
        yield paragraph("Document Label", field.label)
        if field.hint:
            yield paragraph("Document Hint", field.hint)
        for part in answer.split("\n\n") if answer else ():
            yield paragraph("Text body", part)
        for number in range(0 if answer else field.lines):
            yield paragraph("Document Write Line" + " Last" * (number == field.lines - 1), "")


def _list(style: str, items: tuple[Words, ...]) -> str:
    points = "".join(f"<text:list-item>{paragraph('List Text', item)}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}">{points}</text:list>'
