"""The document as a tree of plain values: what is said, and nothing about how a format says it."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["nb", "nn"]
Tone = Literal["info", "warning"]


@dataclass(frozen=True)
class Run:
    """A stretch of text that looks the same throughout; a link goes to a web or e-mail address."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Words = str | tuple[Run, ...]  # plain text is what most callers have


def runs(words: Words) -> tuple[Run, ...]:
    """Plain text as runs; runs as they are."""
    if isinstance(words, str):
        return (Run(words),) if words else ()
    return words


@dataclass(frozen=True)
class Heading:
    """Level 1 is a main part; writers close gaps, so that no level is skipped."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A line break in the text is a line break on paper."""

    words: Words


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """What a person typed in a box, as one paragraph for each part between blank lines."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    return tuple(Paragraph(part.strip()) for part in parts if part.strip())


@dataclass(frozen=True)
class BulletList:
    """Points without an order."""

    items: tuple[Words, ...]


@dataclass(frozen=True)
class NumberedList:
    """Points with an order; every list starts at 1."""

    items: tuple[Words, ...]


@dataclass(frozen=True)
class Table:
    """A table with one header row; `widths` are shares, `right` names columns of figures."""

    caption: str
    header: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...] = ()
    row_headers: bool = False
    right: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.header or any(len(row) > len(self.header) for row in self.rows):
            raise ValueError("Every column needs a header: it is read aloud with each cell.")
        if self.widths and (len(self.widths) != len(self.header) or min(self.widths) <= 0):
            raise ValueError("One positive width for each column, or none.")

    @property
    def shares(self) -> tuple[float, ...]:
        """The width of each column as a share of the whole."""
        widths = self.widths or (1.0,) * len(self.header)
        return tuple(width / sum(widths) for width in widths)

    @property
    def full_rows(self) -> tuple[tuple[Words, ...], ...]:
        """The rows with empty cells where the caller gave none."""
        return tuple(row + ("",) * (len(self.header) - len(row)) for row in self.rows)


@dataclass(frozen=True)
class Figure:
    """A picture (SVG or PNG) with the words that say the same; a chart should bring its figures as a table too.

    An SVG must carry its own colours as attributes: the style sheets of the screen do not reach a document.
    """

    picture: bytes
    alt: str
    caption: str = ""
    table: Table | None = None
    width: float = 1.0

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("A figure needs a text alternative.")
        if not 0 < self.width <= 1:
            raise ValueError("The width of a figure is a share of the text's width.")

    @property
    def is_png(self) -> bool:
        """PNG or else SVG."""
        return self.picture.startswith(b"\x89PNG")


@dataclass(frozen=True)
class Field:
    """A label and its answer. Without an answer, `lines` ruled lines are left to write on by hand."""

    label: str
    answer: str = ""
    lines: int = 0
    hint: str = ""


@dataclass(frozen=True)
class Fields:
    """Answers under their labels; `beside` puts short answers to the right of them."""

    items: tuple[Field, ...]
    beside: bool = False


@dataclass(frozen=True)
class Signature:
    """Who signs for whom; without a date there is room to sign by hand. `mark` says how it was signed."""

    party: str
    name: str = ""
    role: str = ""
    date: dt.date | None = None
    mark: str = ""


@dataclass(frozen=True)
class Signatures:
    """The signatures, one row each."""

    items: tuple[Signature, ...]


@dataclass(frozen=True)
class Note:
    """Something that should not be overlooked."""

    words: Words
    title: str = ""
    tone: Tone = "info"


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | BulletList | NumberedList | Table | Figure | Fields | Signatures | Note | PageBreak


@dataclass(frozen=True)
class Meta:
    """Who made it, when, which version, and how finished it is (in the language of the document)."""

    organisation: str = ""
    date: dt.date | None = None
    version: str = ""
    status: str = ""


@dataclass(frozen=True)
class Document:
    """One document in one language."""

    title: str
    language: Language
    subtitle: str = ""
    meta: Meta = Meta()
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if self.language not in ("nb", "nn"):
            raise ValueError("A document is in bokmål (nb) or nynorsk (nn).")
        if not self.title.strip():
            raise ValueError("A document needs a title.")
