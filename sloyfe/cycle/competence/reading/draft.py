"""A page on its way in: what a file said, before it is known who shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sloyfe.cycle.competence.markup.blocks import blocks_of
from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.markup.packages import Format, Licence, PageKind, PageTree, Provenance, State
from sloyfe.cycle.competence.markup.scene import Scene, unknown
from sloyfe.cycle.competence.markup.titles import Title, read_title
from sloyfe.cycle.competence.markup.tree import Block, Language, Target
from sloyfe.cycle.competence.reading.checking import Source, check, seen_in
from sloyfe.cycle.competence.reading.html import CONTROL, read_html

Resolve = Callable[[str], Target]
LONGEST_IDENTITY = 180  # with room for what tells two apart


@dataclass
class Draft:
    """Pieces of HTML with their language, and what else is known of the page."""

    identity: str
    title: str
    kind: PageKind
    source: str
    pieces: Mapping[Language, str] = field(default_factory=dict)
    state: State = State.PUBLISHED
    front: bool = False
    format: Format = Format.CARTRIDGE
    licence: Licence = field(default_factory=Licence)
    reference: str = ""
    title_entries: Title | None = None
    notes: Notes = field(default_factory=Notes)

    def page(self, resolve: Resolve = unknown) -> PageTree:
        """The page, checked: what is in the source is in its blocks or in its notes."""
        self.notes.source = self.source
        blocks: list[Block] = []
        sources: list[Source] = []
        for language, html in self.pieces.items():
            scene = Scene(self.notes, resolve, language)
            blocks += blocks_of(read_html(html, self.notes).body.children, scene)
            sources.append(seen_in(html))
        title = self.title_entries or read_title(self.title)
        if title.odd:
            self.notes.remark(Defect.TITLE_ODD, quote=title.raw)
        page = PageTree(
            self.identity, title, self.kind, tuple(blocks), Provenance(self.format, self.source, self.reference),
            self.state, self.front, licence=self.licence,
        )  # fmt: skip
        return check(page, sources, self.notes)


def named_once(drafts: list[Draft]) -> list[Draft]:
    """Two pages of one identity are told apart, also where they differ only in what cannot be kept of it."""
    used: dict[str, int] = {}
    for draft in drafts:
        wished = CONTROL.sub("", draft.identity)[:LONGEST_IDENTITY]
        draft.identity = wished
        while draft.identity in used:
            used[wished] += 1
            draft.identity = f"{wished}#{used[wished]}"
        used[draft.identity] = 1
    return drafts
