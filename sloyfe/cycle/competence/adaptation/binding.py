"""What a master may demand of the level under it, from the moment it does."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Tree

W = TypeVar("W", bound=Hashable)


@dataclass(frozen=True)
class Bounds:
    """What may not be dropped, and among it what may not be reworded either."""

    kept: frozenset[Identity]
    exact: frozenset[Identity]


def bounds(master: Tree[W]) -> Bounds:
    """Common requirements and core components, with all that is in them."""
    exact = master.marked(lambda element: element.core)
    return Bounds(master.marked(lambda element: element.required) | exact, exact)


def followed(taken: Tree[W], master: Tree[W], bound: Bounds) -> Mapping[Identity, Element[W]]:
    """What a level has taken, with what holds whether taken or not: marks, what they keep, and core wordings.

    What it has not taken is in it as well, as something that is out: no identity ever goes, at any level.
    """
    elements = dict(taken.elements)
    for identity, newest in master.elements.items():
        ours = elements.get(identity)
        out = ours is None or not ours.present
        if out and identity in bound.kept:
            elements[identity] = newest
        elif ours is None:
            elements[identity] = replace(newest, present=False)
        else:
            elements[identity] = replace(
                ours, required=newest.required, core=newest.core, fixed=newest.fixed,
                wording=newest.wording if identity in bound.exact else ours.wording,
            )  # fmt: skip
    return elements
