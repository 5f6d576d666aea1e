"""Blocks as HTML for other systems: what a block means stands in classes, languages in the way of the portal."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from sloyfe.cycle.competence.markup.artefacts import letters
from sloyfe.cycle.competence.markup.foreign import BOX, HEADING, PANELS
from sloyfe.cycle.competence.markup.tree import (
    Block,
    Box,
    Break,
    Cell,
    Embed,
    File,
    Goes,
    Heading,
    Hint,
    Image,
    Inline,
    Language,
    Link,
    Listing,
    Panels,
    Paragraph,
    Picture,
    RichText,
    Run,
    Said,
    Table,
    Target,
)
from sloyfe.cycle.competence.markup.unfit import fit, harmless

MARKS = {
    "bold": "strong", "italic": "em", "underlined": "u", "struck": "s", "sub": "sub", "super": "sup", "code": "code",
}  # fmt: skip


@dataclass(frozen=True)
class Foreign:
    """Where pages and files lie in the cartridge, by identity and path."""

    pages: Mapping[str, str]
    files: Mapping[str, str]

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """One below the other, each for the readers of its language."""
        return "\n".join(_for(block.language, self._block(block), "div") for block in blocks)

    def line(self, inlines: tuple[Inline, ...]) -> str:
        """What stands in a line."""
        return "".join(map(self._inline, inlines))

    def address(self, written: str, target: Target) -> str:
        """Where it leads inside the cartridge, else what was written; nowhere if it would run something there."""
        if target.goes == Goes.PAGE and target.reference in self.pages:
            return f"$WIKI_REFERENCE$/pages/{self.pages[target.reference]}"
        if target.goes == Goes.FILE and target.reference in self.files:
            return f"$IMS-CC-FILEBASE$/{quote(self.files[target.reference])}"
        return harmless(written)

    def _block(self, block: Block) -> str:
        match block:
            case Box():
                heading = f'<h3 class="{HEADING}">{self.line(block.heading)}</h3>' if block.heading else ""
                return f'<div class="{BOX} {BOX}-{block.meaning}">{heading}\n{self.blocks(block.blocks)}</div>'
            case Panels():
                return f'<div class="{PANELS} {PANELS}-{block.meaning}">{self._sections(block)}</div>'
            case Listing():
                items = "".join(
                    _for(item.language, self.blocks(item.blocks), "li", always=True) for item in block.items
                )
                return f"<ol>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"
            case Table():
                rows = "".join(f"<tr>{''.join(map(self._cell, row.cells))}</tr>" for row in block.rows)
                caption = f"<caption>{self.line(block.caption)}</caption>" if block.caption else ""
                return f"<table>{caption}<tbody>{rows}</tbody></table>"
            case Embed():
                return self._embed(block)
        return self._small(block)

    def _small(self, block: Block) -> str:
        match block:
            case Heading():
                level = min(max(block.level, 2), 6)
                return f"<h{level}>{self.line(block.inlines)}</h{level}>"
            case Paragraph():
                return f"<p>{self.line(block.inlines)}</p>"
            case Image():
                return f"<p>{self._inline(block.picture)}</p>"
            case File():
                return f"<p>{self._inline(block.link)}</p>"
            case RichText():
                return f"<p>{_text(block.text)}</p>"
        return ""

    def _sections(self, panels: Panels) -> str:
        made = (
            (each.language, f"<summary>{self.line(each.title)}</summary>\n{self.blocks(each.blocks)}")
            for each in panels.sections
        )
        return "".join(_for(language, f"<details>{inside}</details>", "div") for language, inside in made)

    def _cell(self, cell: Cell) -> str:
        name = "th" if cell.header else "td"
        spans = "".join(
            f' {key}="{number}"' for key, number in (("colspan", cell.columns), ("rowspan", cell.rows)) if number > 1
        )
        return _for(cell.language, self.blocks(cell.blocks), name, always=True, more=spans)

    def _embed(self, embed: Embed) -> str:
        """Shown where it may be; an address no browser opens is told in words."""
        address = self.address(embed.address, embed.target)
        title = embed.title or embed.provider
        inside = f'<iframe src="{_text(address)}" title="{_text(title)}"></iframe>' if address else _text(title)
        others = "".join(f'<p><a href="{_text(harmless(each))}">{_text(each)}</a></p>' for each in embed.others)
        return f"<p>{inside}</p>{others}\n{self.blocks(embed.blocks)}"

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Run():
                made = _text(inline.text)
                for mark in inline.marks:
                    made = f"<{MARKS[mark]}>{made}</{MARKS[mark]}>" if mark in MARKS else made
                return made
            case Break():
                return "<br>"
            case Picture():
                quiet = ' role="presentation"' if inline.decorative else ""
                source, title = _text(self.address(inline.address, inline.target)), _text(inline.title)
                titled = f' title="{title}"' if title else ""
                return f'<img src="{source}" alt="{_text(inline.alt)}"{titled}{quiet}>'
            case Link():
                address = _text(self.address(inline.address, inline.target))
                return f'<a href="{address}">{self.line(inline.inlines)}</a>'
            case Hint():
                return self._hint(inline)
            case Said():
                return _for(inline.language, self.line(inline.inlines), "span", always=True)

    def _hint(self, hint: Hint) -> str:
        """An explanation of mere letters; one that holds more stands in brackets."""
        words = self.line(hint.inlines)
        if all(isinstance(each, Run) and not each.marks for each in hint.explanation):
            return f'<abbr title="{_text("".join(letters(hint.explanation)))}">{words}</abbr>'
        return f"{words} ({self.line(hint.explanation)})"


def _for(language: Language, made: str, name: str, *, always: bool = False, more: str = "") -> str:
    """In an element for readers of one language; for everybody only if there must be one."""
    if language == Language.ANY:
        return f"<{name}{more}>{made}</{name}>" if always else made
    return f'<{name} class="language {language}" lang="{language}"{more}>{made}</{name}>'


def _text(written: str) -> str:
    return escape(fit(written))
