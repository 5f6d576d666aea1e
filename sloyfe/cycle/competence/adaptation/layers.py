"""What a level has decided for itself; its master stays as it is."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Place, Tree

W = TypeVar("W", bound=Hashable)


class Level(StrEnum):
    """The owner adapts the package, the unit adapts what came of that."""

    OWNER = "owner"
    UNIT = "unit"


class Facet(StrEnum):
    """What about an element can change by itself; named as its field, but for presence, which is all of it."""

    PRESENCE = "presence"
    PLACE = "place"
    WORDING = "wording"
    MINUTES = "minutes"
    REQUIRED = "required"
    CORE = "core"
    FIXED = "fixed"


@dataclass(frozen=True)
class Beside:
    """What somebody put something after, and where that stood then."""

    identity: Identity
    place: Place


@dataclass(frozen=True)
class Skip:
    """Not for us."""


@dataclass(frozen=True)
class Move:
    """A place of our own for it, instead of the one it had."""

    place: Place
    over: Place
    beside: Beside | None = None


@dataclass(frozen=True)
class Reword(Generic[W]):
    """Our own wording, and the one that we started from."""

    wording: W
    over: W


@dataclass(frozen=True)
class Retime:
    """Our own minutes."""

    minutes: int
    over: int | None


@dataclass(frozen=True)
class Require:
    """A common requirement: units do not drop it."""


@dataclass(frozen=True)
class Own(Generic[W]):
    """Something that a level added."""

    element: Element[W]
    beside: Beside | None = None


Edit = Skip | Move | Reword[W] | Retime | Require
Edits = Mapping[tuple[Identity, Facet], Edit[W]]


@dataclass(frozen=True)
class Layer(Generic[W]):
    """One level's edits and what it added, and how much of its master it has taken, left, or settled.

    `left` holds each change that was left as it was then, and `settled` what the other side of a conflict was: when
    that is something else, the question is open again.
    """

    level: Level
    taken: Tree[W]
    edits: Edits[W] = field(default_factory=dict)
    own: Mapping[Identity, Own[W]] = field(default_factory=dict)
    left: Mapping[tuple[Identity, Facet], Element[W]] = field(default_factory=dict)
    settled: Mapping[tuple[str, Identity, Facet], Hashable] = field(default_factory=dict)
