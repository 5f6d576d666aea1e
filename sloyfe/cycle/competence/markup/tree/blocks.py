"""What stands below each other on a page."""

from dataclasses import dataclass

from sloyfe.cycle.competence.markup.tree.inlines import NOWHERE, UNKNOWN, Inline, Link, Origin, Picture, Target
from sloyfe.cycle.competence.markup.tree.kinds import Kind, Language


@dataclass(frozen=True, kw_only=True)
class Block:
    """What all blocks carry."""

    language: Language = Language.ANY
    origin: Origin = NOWHERE

    @property
    def kind(self) -> Kind:
        """What it is."""
        return KINDS[type(self).__name__]


@dataclass(frozen=True)
class Heading(Block):
    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph(Block):
    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class ListItem:
    blocks: tuple[Block, ...]
    language: Language = Language.ANY


@dataclass(frozen=True)
class Listing(Block):
    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Cell:
    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1
    language: Language = Language.ANY


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table(Block):
    rows: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()


@dataclass(frozen=True)
class Image(Block):
    picture: Picture


@dataclass(frozen=True)
class Embed(Block):
    """Something that is shown from elsewhere."""

    provider: str
    address: str
    title: str = ""
    others: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    target: Target = UNKNOWN


@dataclass(frozen=True)
class File(Block):
    """A file of the package that stands by itself, to be downloaded."""

    link: Link


@dataclass(frozen=True)
class RichText(Block):
    """What has no block of its own (a formula, a drawing), with the words that it holds."""

    name: str
    text: str


@dataclass(frozen=True)
class Box(Block):
    """A box with a meaning: goals, task, tip …"""

    meaning: Kind
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]

    @property
    def kind(self) -> Kind:
        return self.meaning


@dataclass(frozen=True)
class Section:
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    language: Language = Language.ANY


@dataclass(frozen=True)
class Panels(Block):
    """Sections of which not all are seen at once: reveal, tabs, accordion."""

    meaning: Kind
    sections: tuple[Section, ...]

    @property
    def kind(self) -> Kind:
        return self.meaning


KINDS = {
    "Heading": Kind.HEADING,
    "Paragraph": Kind.PARAGRAPH,
    "Listing": Kind.LIST,
    "Table": Kind.TABLE,
    "Image": Kind.IMAGE,
    "Embed": Kind.EMBED,
    "File": Kind.FILE,
    "RichText": Kind.RICH_TEXT,
}
