"""What stands in a line."""

from dataclasses import dataclass

from sloyfe.cycle.competence.markup.tree.kinds import Goes, Language


@dataclass(frozen=True)
class Target:
    """Where a link leads, and the identity or path of what it leads to inside the package."""

    goes: Goes = Goes.UNKNOWN
    reference: str = ""


@dataclass(frozen=True)
class Origin:
    """Where a block was found: its tag as written, the file, the line."""

    tag: str = ""
    source: str = ""
    line: int = 0


UNKNOWN = Target()
NOWHERE = Origin()


@dataclass(frozen=True)
class Run:
    """Letters with the same marks (bold, italic …)."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Break:
    """A new line inside a paragraph."""


@dataclass(frozen=True)
class Picture:
    """An image in a line of text."""

    address: str
    alt: str = ""
    title: str = ""
    decorative: bool = False
    target: Target = UNKNOWN


@dataclass(frozen=True)
class Link:
    """An address kept as it was written, and where it was found to lead."""

    address: str
    inlines: tuple["Inline", ...] = ()
    target: Target = UNKNOWN


@dataclass(frozen=True)
class Hint:
    """Words with an explanation that shows when asked for (the tooltip)."""

    inlines: tuple["Inline", ...]
    explanation: tuple["Inline", ...]


@dataclass(frozen=True)
class Said:
    """Inlines for readers of one language."""

    language: Language
    inlines: tuple["Inline", ...]


Inline = Run | Break | Picture | Link | Hint | Said
