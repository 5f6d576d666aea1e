"""What a master has that a level has not taken, element by element."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from sloyfe.cycle.competence.adaptation.binding import Bounds, bounds
from sloyfe.cycle.competence.adaptation.layers import Facet, Layer
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Tree
from sloyfe.kit.differences import Strand, woven

W = TypeVar("W", bound=Hashable)
# The words of a content in each of its languages.
Words = Callable[[W], Mapping[str, str]]


class Turn(StrEnum):
    """What happened to an element."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    RETIMED = "retimed"
    REQUIREMENT = "requirement"
    CORE = "core"
    LICENCE = "licence"


TURNS = {
    Facet.PLACE: Turn.MOVED,
    Facet.WORDING: Turn.REWORDED,
    Facet.MINUTES: Turn.RETIMED,
    Facet.REQUIRED: Turn.REQUIREMENT,
    Facet.CORE: Turn.CORE,
    Facet.FIXED: Turn.LICENCE,
}
MARKS = frozenset([Facet.REQUIRED, Facet.CORE, Facet.FIXED])


@dataclass(frozen=True)
class Change(Generic[W]):
    """One thing that a level may take or leave; what is `binding` holds already and can only be taken note of."""

    turn: Turn
    identity: Identity
    facet: Facet
    old: Element[W] | None
    new: Element[W]
    binding: bool = False
    left: bool = False

    def words(self, words: Words[W]) -> dict[str, list[Strand]]:
        """Old and new wording woven into one, for each language."""
        old = words(self.old.wording) if self.old is not None and self.turn != Turn.ADDED else {}
        new = words(self.new.wording) if self.turn != Turn.REMOVED else {}
        return {language: woven(old.get(language, ""), new.get(language, "")) for language in {**old, **new}}


def changes(layer: Layer[W], master: Tree[W]) -> list[Change[W]]:
    """All that is not taken, in the master's reading order; also what was left."""
    bound = bounds(master)
    found = []
    for identity in master.order:
        old, new = layer.taken.elements.get(identity), master.elements[identity]
        for turn, facet in _turns(old, new):
            left = layer.left.get((identity, facet))
            told = left is not None and value(left, facet) == value(new, facet)
            found.append(Change(turn, identity, facet, old, new, _binding(identity, turn, facet, bound), told))
    return found


def open_changes(layer: Layer[W], master: Tree[W]) -> list[Change[W]]:
    """Those that nobody has decided on."""
    return [change for change in changes(layer, master) if not change.left]


def value(element: Element[W], facet: Facet) -> Hashable:
    """What an element is in one regard; what is out is alike whatever it was."""
    if facet == Facet.PRESENCE:
        return element if element.present else None
    regard: Hashable = getattr(element, facet.value)
    return regard


def _turns(old: Element[W] | None, new: Element[W]) -> list[tuple[Turn, Facet]]:
    """Also of what is out on both sides: own words may hold it, or something may lie in it."""
    if new.present and (old is None or not old.present):
        return [(Turn.ADDED, Facet.PRESENCE)]
    if old is None:
        return []
    if old.present and not new.present:
        return [(Turn.REMOVED, Facet.PRESENCE)]
    return [(turn, facet) for facet, turn in TURNS.items() if value(old, facet) != value(new, facet)]


def _binding(identity: Identity, turn: Turn, facet: Facet, bound: Bounds) -> bool:
    kept = turn == Turn.ADDED and identity in bound.kept
    return facet in MARKS or kept or (turn == Turn.REWORDED and identity in bound.exact)
