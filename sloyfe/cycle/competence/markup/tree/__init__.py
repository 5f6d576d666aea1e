"""The blocks and inlines of a page: frozen values, so that a version of a package can be kept as it was."""

from sloyfe.cycle.competence.markup.tree.blocks import (
    Block,
    Box,
    Cell,
    Embed,
    File,
    Heading,
    Image,
    Listing,
    ListItem,
    Panels,
    Paragraph,
    RichText,
    Row,
    Section,
    Table,
)
from sloyfe.cycle.competence.markup.tree.inlines import Break, Hint, Inline, Link, Origin, Picture, Run, Said, Target
from sloyfe.cycle.competence.markup.tree.kinds import Goes, Kind, Language
from sloyfe.cycle.competence.markup.tree.walking import inner, walk

__all__ = [
    "Block",
    "Box",
    "Break",
    "Cell",
    "Embed",
    "File",
    "Goes",
    "Heading",
    "Hint",
    "Image",
    "Inline",
    "Kind",
    "Language",
    "Link",
    "ListItem",
    "Listing",
    "Origin",
    "Panels",
    "Paragraph",
    "Picture",
    "RichText",
    "Row",
    "Run",
    "Said",
    "Section",
    "Table",
    "Target",
    "inner",
    "walk",
]
