"""Where the reader of a page is: which file, for whom, and how its links are found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

from sloyfe.cycle.competence.markup.elements import Element, text_of
from sloyfe.cycle.competence.markup.notes import Defect, Notes
from sloyfe.cycle.competence.markup.tree import Goes, Language, Origin, Target

PORTAL_MARKS = ("kpas-lti", "kommune-statistikk", "fylke-statistikk", "sikt-diploma", "download-diploma")


def unknown(_address: str) -> Target:
    """A page read by itself knows no other pages."""
    return Target(Goes.UNKNOWN)


@dataclass(frozen=True)
class Scene:
    """What the parts of the reader hand on to each other."""

    notes: Notes
    resolve: Callable[[str], Target] = unknown
    language: Language = Language.ANY
    inside: tuple[str, ...] = ()

    def at(self, element: Element) -> Self:
        """The scene inside an element, which may be for readers of one language."""
        names = [element.get("id").lower(), *element.classes]
        if any(mark in name for mark in PORTAL_MARKS for name in names):
            self.notes.remark(Defect.PORTAL_FUNCTION, element.line, " ".join(filter(None, names)))
        if not element.is_variant:
            return self
        if element.language is None:
            self.notes.remark(Defect.LANGUAGE_UNKNOWN, element.line, element.get("lang") or text_of([element]))
            return self
        if self.language not in {Language.ANY, element.language}:
            self.notes.remark(Defect.LANGUAGE_NESTED, element.line, text_of([element]))
        return replace(self, language=element.language)

    def within(self, name: str) -> Self:
        """The scene inside a box or a panel of this name."""
        return replace(self, inside=(*self.inside, name))

    def origin(self, line: int, tag: str = "") -> Origin:
        """Where a block that starts on this line was found."""
        return Origin(tag, self.notes.source, line)
