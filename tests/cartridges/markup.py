"""The portal's markup, written as its editor stores it: a tag is the first row of an ordinary table."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """A page as the portal keeps it, and what a correct reading of it gives.

    `blocks` names the kinds in document order with the languages each is read in: `goals/nb`, `tip/*` for a block that is
    not marked with a language, `tabs/nb+nn` for a block that holds variants. `defects` are numbers of the
    known error cases, or words for what has no number.
    """

    slug: str
    title: str
    body: str
    titles: Mapping[str, str]
    blocks: str = ""
    links: int = 0
    indent: int = 0
    leaders: bool = False
    published: bool = True
    requirement: str = ""
    defects: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    lost_on_purpose: tuple[str, ...] = field(default=())


def table(*rows: tuple[str, ...] | str, cell: str = "td") -> str:
    """A table with a row for each argument; a text is a row of one cell."""
    drawn = [(row,) if isinstance(row, str) else row for row in rows]
    lines = "".join("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>\n" for row in drawn)
    return f'<table style="width: 100%;" border="1"><tbody>\n{lines}</tbody></table>\n'


def box(tag: str, content: str) -> str:
    """The shape nearly every box has: two rows, one column."""
    return table(f"[{tag}]", content)


def said(language: str, content: str, element: str = "div") -> str:
    """One variant of a language, typed by hand round what it says."""
    return f'<{element} class="language" lang="{language}">{content}</{element}>'


def link(href: str, text: str) -> str:
    """An ordinary link."""
    return f'<a href="{href}">{text}</a>'
