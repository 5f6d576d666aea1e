"""A package: its modules, their items, the pages they show, and the files that lie beside them."""

from dataclasses import dataclass
from enum import StrEnum

from sloyfe.cycle.competence.markup.notes import Remark, Removal
from sloyfe.cycle.competence.markup.titles import Title
from sloyfe.cycle.competence.markup.tree import Block, Language


class Format(StrEnum):
    """Where a package was read from."""

    CARTRIDGE = "cartridge"
    EXPORT = "export"
    HTML = "html"
    TEXT = "text"
    OWN = "own"


class PageKind(StrEnum):
    """What a page was where it came from."""

    PAGE = "page"
    ASSIGNMENT = "assignment"
    DISCUSSION = "discussion"
    ANNOUNCEMENT = "announcement"
    QUIZ = "quiz"
    QUESTION_BANK = "question_bank"
    SYLLABUS = "syllabus"
    WEB_LINK = "web_link"
    TOOL = "tool"
    FILE = "file"
    SUBHEADING = "subheading"


class State(StrEnum):
    """Whether readers saw it where it came from."""

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"


class Readers(StrEnum):
    """Whom a page seems to be for; a person decides."""

    EVERYONE = "everyone"
    LEADERS = "leaders"
    OWNERS = "owners"


class Sign(StrEnum):
    """What makes us propose an audience."""

    INDENT = "indent"
    LEADER_BOX = "leader_box"
    TITLE_CODE = "title_code"
    BOX_HEADING = "box_heading"


@dataclass(frozen=True)
class Audience:
    """A proposal, and the signs it rests on."""

    readers: Readers = Readers.EVERYONE
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True)
class Licence:
    """What may be done with it; `code` is empty when nobody said anything we know."""

    code: str = ""
    written: str = ""

    @property
    def forbids_changes(self) -> bool:
        """No derivatives, or all rights reserved."""
        return self.code in {"cc_by_nd", "cc_by_nc_nd", "private"}


@dataclass(frozen=True)
class Provenance:
    """Where a page was found and what it was called there."""

    format: Format
    source: str
    reference: str = ""


@dataclass(frozen=True)
class PageTree:
    """A page with its blocks in all its languages."""

    identity: str
    title: Title
    kind: PageKind
    blocks: tuple[Block, ...]
    provenance: Provenance
    state: State = State.PUBLISHED
    front: bool = False
    audience: Audience = Audience()
    licence: Licence = Licence()
    remarks: tuple[Remark, ...] = ()
    removals: tuple[Removal, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True)
class Requirement:
    """What counts as having done an item: view, mark, contribute, submit, score."""

    kind: str
    least: str = ""


@dataclass(frozen=True)
class Item:
    """A line of a module: a page, a file, an address, or a heading between them."""

    identity: str
    title: Title
    kind: PageKind
    page: str = ""
    address: str = ""
    indent: int = 0
    level: int = 0
    state: State = State.PUBLISHED
    requirement: Requirement | None = None


@dataclass(frozen=True)
class ModuleTree:
    identity: str
    title: Title
    items: tuple[Item, ...]
    state: State = State.PUBLISHED
    in_order: bool = False
    after: tuple[str, ...] = ()
    unlock_at: str = ""


@dataclass(frozen=True)
class AssetEntry:
    """A file of the package."""

    identity: str
    path: str
    size: int
    licence: Licence = Licence()
    used_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class PackageTree:
    """All of it, as it was read."""

    identity: str
    title: Title
    description: str
    format: Format
    version: str
    modules: tuple[ModuleTree, ...]
    pages: tuple[PageTree, ...]
    assets: tuple[AssetEntry, ...]
    licence: Licence = Licence()
    languages: tuple[Language, ...] = ()
    role_support: bool = False
    remarks: tuple[Remark, ...] = ()
    removals: tuple[Removal, ...] = ()
