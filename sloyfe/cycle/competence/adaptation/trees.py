"""What a package is made of, seen as elements that keep their identity from version to version."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Generic, TypeVar

from sloyfe.cycle.competence.adaptation.keys import Key

Identity = str
W = TypeVar("W", bound=Hashable)


class Kind(IntEnum):
    """A page lies in a module, a block on a page: so nothing can come to lie in itself."""

    MODULE = 0
    PAGE = 1
    BLOCK = 2


@dataclass(frozen=True)
class Place:
    """What an element lies in, and its key among what lies there."""

    parent: Identity | None
    key: Key


@dataclass(frozen=True)
class Element(Generic[W]):
    """A module, page or block. What is `fixed` has a licence without derivatives; what is not `present` is out, and
    remembered."""

    identity: Identity
    kind: Kind
    place: Place
    wording: W
    minutes: int | None = None
    required: bool = False
    core: bool = False
    fixed: bool = False
    present: bool = True


@dataclass(frozen=True)
class Line(Generic[W]):
    """An element as it is read; a `shell` is out itself and is shown for what still lies in it."""

    element: Element[W]
    shell: bool


@dataclass(frozen=True)
class Tree(Generic[W]):
    """A version of a package, or what a level made of it; with everything that was ever in it."""

    elements: Mapping[Identity, Element[W]]
    fixed: bool = False

    @property
    def lines(self) -> list[Line[W]]:
        """What is shown, in reading order."""
        return [
            Line(self.elements[each], shell=not self.elements[each].present)
            for each in self.order
            if each in self.shown
        ]

    @cached_property
    def shown(self) -> frozenset[Identity]:
        """What is in, and what that lies in."""
        inside = [each.identity for each in self.elements.values() if each.present]
        return frozenset(inside) | {above for each in inside for above in self.above(each)}

    @cached_property
    def order(self) -> list[Identity]:
        """Every identity, also of what is out, in reading order."""
        return list(self._walk(None))

    @cached_property
    def children(self) -> Mapping[Identity | None, list[Identity]]:
        """What lies in each, in order, also what is out."""
        inside: dict[Identity | None, list[Identity]] = defaultdict(list)
        for each in sorted(self.elements.values(), key=lambda element: (element.place.key, element.identity)):
            inside[each.place.parent].append(each.identity)
        return dict(inside)

    def above(self, identity: Identity) -> Iterator[Identity]:
        """What it lies in, nearest first."""
        parent = self.elements[identity].place.parent
        while parent is not None:
            yield parent
            parent = self.elements[parent].place.parent

    def beneath(self, roots: Collection[Identity]) -> frozenset[Identity]:
        """These and everything that lies in them."""
        return frozenset(
            each for each in self.elements if each in roots or any(above in roots for above in self.above(each))
        )

    def marked(self, mark: Callable[[Element[W]], bool]) -> frozenset[Identity]:
        """What is in and carries the mark, with all that is in there."""
        roots = {each.identity for each in self.elements.values() if each.present and mark(each)}
        return frozenset(each for each in self.beneath(roots) if self.elements[each].present)

    def _walk(self, parent: Identity | None) -> Iterator[Identity]:
        for each in self.children.get(parent, []):
            yield each
            yield from self._walk(each)
