"""The preview on the screen: semantic HTML without a style of its own; `document.css` dresses it."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString

from sloyfe.documents.clean import cleaned
from sloyfe.documents.numbering import Numbering
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
    Signature,
    Signatures,
    Table,
    Words,
    runs,
)
from sloyfe.documents.words import FIXED, LOCALES, Fixed, short_date, status_line


def preview(document: Document) -> SafeString:
    """The document as an `article` to put in a page, with its title as `h2`: the page has the `h1`."""
    tidy = cleaned(document)
    return SafeString("\n".join(_Preview(tidy).lines()))


class _Preview:
    """Carries the numbers of tables and figures while the blocks are written in their order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.fixed: Fixed = FIXED[document.language]
        self.numbering = Numbering(self.fixed)

    def lines(self) -> Iterator[str]:
        """The whole, line by line."""
        document = self.document
        yield f'<article class="document" lang="{LOCALES[document.language]}">'
        yield '<header class="document-head">'
        if document.meta.organisation:
            yield f'<p class="document-organisation">{escape(document.meta.organisation)}</p>'
        yield f"<h2>{escape(document.title)}</h2>"
        if document.subtitle:
            yield f'<p class="document-subtitle">{escape(document.subtitle)}</p>'
        if status_line(document):
            yield f'<p class="document-status">{escape(status_line(document))}</p>'
        yield "</header>"
        for block in document.blocks:
            yield from self._block(block)
        yield "</article>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text):
                yield f"<h{level + 2}>{escape(text)}</h{level + 2}>"
            case Paragraph(words):
                yield f"<p>{_words(words)}</p>"
            case BulletList(items):
                yield _list("ul", items)
            case NumberedList(items):
                yield _list("ol", items)
            case Note(words, title, tone):
                head = f"<strong>{escape(title)}</strong><br>" if title else ""
                yield f'<p class="document-note" data-tone="{tone}">{head}{_words(words)}</p>'
            case PageBreak():
                yield '<hr class="document-page">'
            case _:
                yield from self._arranged(block)

    def _arranged(self, block: Table | Figure | Fields | Signatures) -> Iterator[str]:
        match block:
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Fields():
                yield from self._fields(block)
            case Signatures(items):
                yield from self._signatures(items)

    def _table(self, table: Table) -> Iterator[str]:
        caption = self.numbering.table(table.caption)
        yield _scrolling(caption or self.fixed.table)
        yield '<table class="ds-table document-table">'
        if caption:
            yield f"<caption>{escape(caption)}</caption>"
        yield from _columns(table.shares)
        yield "<thead>" + _row(table.header, "th", table, scope="col") + "</thead><tbody>"
        for row in table.full_rows:
            yield _row(row, "td", table)
        yield "</tbody></table></div>"

    def _figure(self, figure: Figure) -> Iterator[str]:
        kind = "png" if figure.is_png else "svg+xml"
        source = f"data:image/{kind};base64,{b64encode(figure.picture).decode()}"
        yield f'<figure><img src="{source}" alt="{escape(figure.alt)}">'
        caption = self.numbering.figure(figure.caption)
        yield f"<figcaption>{escape(caption)}</figcaption></figure>" if caption else "</figure>"
        if figure.table:
            yield from self._table(figure.table)

    def _fields(self, block: Fields) -> Iterator[str]:
        yield f'<dl class="document-fields" data-beside="{str(block.beside).lower()}">'
        for field in block.items:
            hint = f'<span class="document-hint">{escape(field.hint)}</span>' if field.hint else ""
            yield f"<div><dt>{escape(field.label)}{hint}</dt><dd>{self._answer(field)}</dd></div>"
        yield "</dl>"

    def _answer(self, field: Field) -> str:
        if field.answer:
            return "".join(f"<p>{_breaks(part)}</p>" for part in field.answer.split("\n\n"))
        if field.lines:
            rules = '<span class="document-rule"></span>' * field.lines
            return f'<span role="img" aria-label="{self.fixed.to_write_on}">{rules}</span>'
        return f'<span class="document-hint">{self.fixed.not_filled_in}</span>'

    def _signatures(self, items: tuple[Signature, ...]) -> Iterator[str]:
        fixed = self.fixed
        heads = (fixed.party, fixed.name_and_role, fixed.date, fixed.signature)
        yield _scrolling(fixed.signatures)
        yield '<table class="ds-table document-table document-signatures"><thead><tr>'
        yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>"
        for item in items:
            person = "<br>".join(escape(part) for part in (item.name, item.role) if part)
            date = f'<time datetime="{item.date}">{short_date(item.date)}</time>' if item.date else ""
            mark = item.mark or (fixed.signed if item.date else "")
            cells = "".join(f"<td>{cell}</td>" for cell in (person, date, escape(mark)))
            yield f'<tr><th scope="row">{escape(item.party)}</th>{cells}</tr>'
        yield "</tbody></table></div>"


def _scrolling(label: str) -> str:
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(label)}">'


def _list(tag: str, items: tuple[Words, ...]) -> str:
    return f"<{tag}>" + "".join(f"<li>{_words(item)}</li>" for item in items) + f"</{tag}>"


def _columns(shares: tuple[float, ...]) -> Iterator[str]:
    yield "<colgroup>" + "".join(f'<col width="{share:.1%}">' for share in shares) + "</colgroup>"


def _row(cells: tuple[Words, ...], tag: str, table: Table, scope: str = "") -> str:
    written = []
    for column, cell in enumerate(cells):
        is_head = scope or (table.row_headers and column == 0)
        name = "th" if is_head else tag
        direction = f' scope="{scope or "row"}"' if is_head else ""
        figures = ' class="numeric"' if column in table.right else ""
        written.append(f"<{name}{direction}{figures}>{_words(cell)}</{name}>")
    return "<tr>" + "".join(written) + "</tr>"


def _words(words: Words) -> str:
    return "".join(_run(run) for run in runs(words))


def _run(run: Run) -> str:
    written = _breaks(run.text)
    if run.italic:
        written = f"<em>{written}</em>"
    if run.bold:
        written = f"<strong>{written}</strong>"
    return f'<a href="{escape(run.link)}">{written}</a>' if run.link else written


def _breaks(text: str) -> str:
    return escape(text).replace("\n", "<br>")
