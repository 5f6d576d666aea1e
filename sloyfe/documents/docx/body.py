"""The blocks of a document as paragraphs, tables and pictures of Word."""

from io import BytesIO

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from sloyfe.documents.docx.lists import Lists
from sloyfe.documents.docx.styles import Styles
from sloyfe.documents.docx.tables import add_signatures, add_table
from sloyfe.documents.docx.text import add_words, raw, styled
from sloyfe.documents.pictures import as_png
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

SPACE_AFTER_FIELDS = Pt(14)
LONGEST_BESIDE = 32  # a longer label would run into its answer


class Body:
    """Writes the title and the blocks, in order, above the last section's page set-up."""

    def __init__(self, word: Word, document: Document, styles: Styles, lists: Lists) -> None:
        self.word, self.document, self.styles, self.lists = word, document, styles, lists
        self.turn_page = False
        self.counts = {"Table": 0, "Figure": 0}
        self.fixed = FIXED[document.language]
        section = word.sections[-1]
        margins = (section.left_margin or 0) + (section.right_margin or 0)
        self.width = int((section.page_width or Mm(210)) - margins)

    def write(self) -> None:
        """The whole."""
        document = self.document
        self._paragraph("Document Organisation", document.meta.organisation)
        self._paragraph("Title", document.title)
        if document.subtitle:
            self._paragraph("Subtitle", document.subtitle)
        self._paragraph("Document Status", status_line(document))
        for block in document.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, text):
                self._paragraph(f"heading {level}", text)
            case Paragraph(words):
                self._paragraph("Normal", words)
            case BulletList(items):
                self._list("List Bullet", items, self.lists.bullets)
            case NumberedList(items):
                self._list("List Number", items, self.lists.numbered())
            case Note(words, title, tone):
                style = "Document Warning" if tone == "warning" else "Document Note"
                self._paragraph(style, (Run(f"{title}\n", bold=True), *runs(words)) if title else words)
            case PageBreak():
                self.turn_page = True
            case _:
                self._arranged(block)

    def _arranged(self, block: Table | Figure | Fields | Signatures) -> None:
        match block:
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Fields(items, beside):
                for field in items:
                    last = self._field(field, beside=beside)
                last.paragraph_format.space_after = SPACE_AFTER_FIELDS
            case Signatures(items):
                self._start_page()
                add_signatures(self.word, items, self.fixed, self.styles, self.width)
                self._paragraph("Document Cell", "")

    def _paragraph(self, style: str, words: Words) -> WordParagraph:
        paragraph = styled(self.word.add_paragraph(), self.styles.id(style))
        add_words(paragraph, words, self.styles.id("Hyperlink"))
        if self.turn_page:
            paragraph.paragraph_format.page_break_before = True
            self.turn_page = False
        return paragraph

    def _start_page(self) -> None:
        """A table cannot turn the page by itself; an empty paragraph does it."""
        if self.turn_page:
            self._paragraph("Document Cell", "")

    def _list(self, style: str, items: tuple[Words, ...], number: str) -> None:
        for item in items:
            properties = raw(self._paragraph(style, item)).get_or_add_pPr()
            numbering = properties.get_or_add_numPr()
            numbering.get_or_add_ilvl().val = 0
            numbering.get_or_add_numId().val = int(number)

    def _table(self, table: Table) -> None:
        if table.caption:
            caption = self._caption(self.fixed.table, "Table", table.caption)
            caption.paragraph_format.keep_with_next = True
        self._start_page()
        add_table(self.word, table, self.styles, self.width)
        self._paragraph("Document Cell", "")

    def _figure(self, figure: Figure) -> None:
        paragraph = self._paragraph("Normal", "")
        paragraph.paragraph_format.keep_with_next = bool(figure.caption)
        run = paragraph.add_run()
        run.add_picture(BytesIO(as_png(figure)), width=round(self.width * figure.width))
        next(raw(run).iter(qn("wp:docPr"))).set("descr", figure.alt)
        if figure.caption:
            self._caption(self.fixed.figure, "Figure", figure.caption).paragraph_format.space_before = 0
        if figure.table:
            self._table(figure.table)

    def _caption(self, word: str, series: str, text: str) -> WordParagraph:
        """The number is a field, so that Word can list and renumber the tables of a document that is worked on."""
        self.counts[series] += 1
        paragraph = self._paragraph("caption", (Run(f"{word} ", bold=True),))
        shown = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{self.counts[series]}</w:t></w:r>"
        field = f'<w:fldSimple {nsdecls("w")} w:instr="SEQ {series} \\* ARABIC">{shown}</w:fldSimple>'
        raw(paragraph).append(parse_xml(field))
        add_words(paragraph, (Run(". ", bold=True), Run(text)), self.styles.id("Hyperlink"))
        return paragraph

    def _field(self, field: Field, *, beside: bool) -> WordParagraph:
        """Gives the last paragraph of the field."""
        answer = field.answer or ("" if field.lines else self.fixed.not_filled_in)
        if beside and answer:
            between = "\t" if len(field.label) <= LONGEST_BESIDE else "\n"
            hint = f" ({field.hint})" if field.hint else ""
            return self._paragraph("Document Entry", (Run(field.label, bold=True), Run(f"{between}{answer}{hint}")))
        last = self._paragraph("Document Label", field.label)
        if field.hint:
            last = self._paragraph("Document Hint", field.hint)
        for part in answer.split("\n\n") if answer else ():
            last = self._paragraph("Normal", part)
        for number in range(0 if answer else field.lines):
            last = self._paragraph("Document Write Line", "")
            last.paragraph_format.keep_with_next = number < field.lines - 1
        return last
