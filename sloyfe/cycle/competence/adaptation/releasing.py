"""A new version of a package, given where the one before it left off."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sloyfe.cycle.competence.adaptation.keys import Key, between
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind, Place, Tree

W = TypeVar("W", bound=Hashable)
# What a level adds itself begins with this, so that no package can bring something by the same name.
OWN = "own:"


@dataclass(frozen=True)
class Listed(Generic[W]):
    """A line of the package as it was read in; those in the same parent stand in order."""

    identity: Identity
    kind: Kind
    parent: Identity | None
    wording: W
    minutes: int | None = None
    required: bool = False
    core: bool = False
    fixed: bool = False


def release(before: Tree[W] | None, listed: Sequence[Listed[W]], *, fixed: bool = False) -> Tree[W]:
    """The version that reads as listed. As few as possible count as moved; what is no longer there is out."""
    known = before.elements if before else {}
    _check(listed, known)
    places = _places(listed, known)
    elements = {each: replace(element, present=False) for each, element in known.items()}
    for line in listed:
        elements[line.identity] = Element(
            line.identity, line.kind, places[line.identity], line.wording, line.minutes,
            line.required, line.core, line.fixed or fixed,
        )  # fmt: skip
    return Tree(elements, fixed)


def _check(listed: Sequence[Listed[W]], known: Mapping[Identity, Element[W]]) -> None:
    kinds = {line.identity: line.kind for line in listed}
    if len(kinds) < len(listed):
        raise ValueError("An identity is listed twice")
    for line in listed:
        if line.identity.startswith(OWN):
            raise ValueError(f"{line.identity} looks like something that a level added")
        above = None if line.kind == Kind.MODULE else Kind(line.kind - 1)
        if (None if line.parent is None else kinds.get(line.parent)) != above:
            raise ValueError(f"{line.identity} does not lie in what its kind lies in")
        if line.identity in known and known[line.identity].kind != line.kind:
            raise ValueError(f"{line.identity} was of another kind")


def _places(listed: Sequence[Listed[W]], known: Mapping[Identity, Element[W]]) -> dict[Identity, Place]:
    rows: dict[Identity | None, list[Identity]] = defaultdict(list)
    for line in listed:
        rows[line.parent].append(line.identity)
    places = {}
    for parent, row in rows.items():
        stood = [each for each in row if each in known and known[each].place.parent == parent]
        kept = _rising([known[each].place.key for each in stood])
        keys = {each: known[each].place.key for each in stood if known[each].place.key in kept}
        before: Key = ()
        for number, each in enumerate(row):
            following = next((keys[later] for later in row[number:] if later in keys), None)
            before = keys[each] if each in keys else between(before, following, each)
            places[each] = Place(parent, before)
    return places


def _rising(keys: Sequence[Key]) -> set[Key]:
    """A longest rising row among them: these need not move."""
    ends: list[Key] = []
    rows: list[list[Key]] = []
    for key in keys:
        at = bisect_left(ends, key)
        row = [*(rows[at - 1] if at else []), key]
        ends[at:], rows[at:] = [key, *ends[at + 1 :]], [row, *rows[at + 1 :]]
    return set(rows[-1]) if rows else set()
