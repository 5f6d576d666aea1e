"""The blocks of a page as HTML: boxes are sections with their kind said in words, what is folded is `details`."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Cell,
    Embed,
    File,
    Heading,
    Image,
    Kind,
    Listing,
    ListItem,
    Panels,
    Paragraph,
    RichText,
    Row,
    Section,
    Table,
)
from sloyfe.cycle.competence.views.drawing.lines import Places, is_web, joined, line, link, outside, picture, plainly
from sloyfe.cycle.competence.views.drawing.words import KINDS

DEEPEST = 6


@dataclass
class Drawing:
    """One page on its way to HTML; it counts its boxes and knows how deep its headings have come."""

    places: Places
    prefix: str = "b"
    above: int = 1
    count: int = 0

    def __post_init__(self) -> None:
        self.last = self.above

    def blocks(self, blocks: Iterable[Block]) -> SafeString:
        """What is for readers of the language, one below the other."""
        return joined(self._block(block) for block in blocks if self.places.says(block.language))

    def _block(self, block: Block) -> SafeString:
        match block:
            case Heading():
                made = self._heading(block)
            case Listing():
                items = joined(self._item(item) for item in block.items if self.places.says(item.language))
                made = format_html("<ol>{}</ol>" if block.ordered else "<ul>{}</ul>", items)
            case Table():
                made = self._table(block)
            case Embed():
                made = self._embed(block)
            case Box():
                made = self._box(block)
            case Panels():
                sections = (each for each in block.sections if self.places.says(each.language))
                folds = joined(self._fold(each, block.meaning) for each in sections)
                made = format_html('<div class="folds">{}</div>', folds)
            case _:
                made = self._small(block)
        return made

    def _small(self, block: Block) -> SafeString:
        """What holds no other blocks."""
        match block:
            case Paragraph():
                return format_html("<p>{}</p>", line(block.inlines, self.places))
            case Image():
                return format_html("<figure>{}</figure>", picture(block.picture, self.places))
            case File():
                return format_html('<p class="package-file">{}</p>', link(block.link, self.places))
            case RichText():
                return format_html('<p class="package-formula">{}</p>', block.text)
        return format_html("{}", "")

    def _heading(self, heading: Heading) -> SafeString:
        """No level is skipped, and none stands above the box it is in."""
        level = min(max(heading.level, self.above + 1), self.last + 1, DEEPEST)
        self.last = level
        words = line(heading.inlines, self.places)
        return format_html("<h{}>{}</h{}>", level, words, level) if words else words

    def _item(self, item: ListItem) -> SafeString:
        return format_html("<li>{}</li>", self._inside(item.blocks))

    def _inside(self, blocks: tuple[Block, ...]) -> SafeString:
        """A single paragraph needs no frame of its own."""
        said = [block for block in blocks if self.places.says(block.language)]
        if len(said) == 1 and isinstance(said[0], Paragraph):
            return line(said[0].inlines, self.places)
        return self.blocks(said)

    def _box(self, box: Box) -> SafeString:
        self.count += 1
        key, outer, level = f"{self.prefix}{self.count}", self.above, min(self.last + 1, DEEPEST)
        words, kind = line(box.heading, self.places), KINDS.get(box.meaning, KINDS[Kind.GENERAL])
        if words and plainly(box.heading).casefold() != str(kind).casefold():
            top = format_html(
                '<p class="box-kind">{}</p><h{} class="box-heading" id="{}">{}</h{}>', kind, level, key, words, level
            )
        else:
            top = format_html('<h{} class="box-kind" id="{}">{}</h{}>', level, key, kind, level)
        self.above, before = level, self.last
        self.last = level
        inside = self.blocks(box.blocks)
        self.above, self.last = outer, before
        if box.meaning == Kind.QUOTE:
            inside = format_html("<blockquote>{}</blockquote>", inside)
        return format_html(
            '<section class="box" data-kind="{}" aria-labelledby="{}">{}{}</section>', box.meaning.value, key, top,
            inside,
        )  # fmt: skip

    def _fold(self, section: Section, meaning: Kind) -> SafeString:
        """Folded out on paper; else as the reader leaves it."""
        title = line(section.title, self.places) or _("Vis mer")
        frame = '<details class="fold" data-kind="{}" open>' if self.places.opened else (
            '<details class="fold" data-kind="{}">'
        )  # fmt: skip
        start = format_html(frame, meaning.value)
        inside = self.blocks(section.blocks)
        return format_html('{}<summary>{}</summary><div class="fold-content">{}</div></details>', start, title, inside)

    def _table(self, table: Table) -> SafeString:
        self.count += 1
        caption = line(table.caption, self.places)
        name = plainly(table.caption) or _("Tabell %(number)s på siden") % {"number": self.count}
        rows = [self._row(row, first=number == 0) for number, row in enumerate(table.rows)]
        head = format_html("<caption>{}</caption>", caption) if caption else caption
        return format_html(
            '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table class="ds-table">{}<tbody>{}</tbody>'
            "</table></div>", name, head, joined(rows),
        )  # fmt: skip

    def _row(self, row: Row, *, first: bool) -> SafeString:
        cells = [cell for cell in row.cells if self.places.says(cell.language)]
        scope = "col" if first and all(cell.header for cell in cells) else "row"
        return format_html("<tr>{}</tr>", joined(self._cell(cell, scope) for cell in cells))

    def _cell(self, cell: Cell, scope: str) -> SafeString:
        span = format_html(' colspan="{}"', cell.columns) if cell.columns > 1 else format_html("{}", "")
        if cell.rows > 1:
            span = format_html('{} rowspan="{}"', span, cell.rows)
        inside = self._inside(cell.blocks)
        if cell.header and inside:
            return format_html('<th scope="{}"{}>{}</th>', scope, span, inside)
        return format_html("<td{}>{}</td>", span, inside)

    def _embed(self, embed: Embed) -> SafeString:
        """Nothing is fetched from elsewhere before the reader asks for it."""
        title = embed.title or _("Innhold som ligger et annet sted")
        words = f"{title} ({embed.provider})" if embed.provider else title
        address = self.places.files.get(embed.target.reference) or (embed.address if is_web(embed.address) else "")
        shown = outside(address, words) if address else format_html("{}", words)
        told = address if address and self.places.opened else self._waiting()
        return format_html(
            '<div class="embed"><p>{}</p><p class="muted">{}</p>{}</div>', shown, told, self.blocks(embed.blocks)
        )

    def _waiting(self) -> str:
        return _("Åpnes et annet sted. Ingenting hentes derfra før du velger det.")
