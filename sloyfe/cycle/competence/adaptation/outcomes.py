"""What a level shows: its master as far as taken, with its own edits on top."""

from collections.abc import Hashable
from dataclasses import replace
from typing import TypeVar

from sloyfe.cycle.competence.adaptation.binding import Bounds, bounds, followed
from sloyfe.cycle.competence.adaptation.layers import Edit, Facet, Layer, Move, Require, Retime, Reword, Skip
from sloyfe.cycle.competence.adaptation.trees import Element, Tree

W = TypeVar("W", bound=Hashable)


def outcome(layer: Layer[W], master: Tree[W]) -> Tree[W]:
    """A tree like the master, so that it can be the master of the next level."""
    bound = bounds(master)
    elements = dict(followed(layer.taken, master, bound))
    elements |= {identity: own.element for identity, own in layer.own.items()}
    for (identity, _facet), edit in layer.edits.items():
        elements[identity] = _edited(elements[identity], edit, bound)
    return _hidden(Tree(elements, master.fixed), layer, bound)


def _edited(element: Element[W], edit: Edit[W], bound: Bounds) -> Element[W]:
    """With the edit; own words and requirements keep an element in that the master has taken out."""
    match edit:
        case Move(place=place):
            return replace(element, place=place)
        case Retime(minutes=minutes):
            return replace(element, minutes=minutes)
        case Reword(wording=wording) if element.identity not in bound.exact:
            return replace(element, wording=wording, present=True)
        case Require():
            return replace(element, required=True, present=True)
    return element


def _hidden(tree: Tree[W], layer: Layer[W], bound: Bounds) -> Tree[W]:
    kept = bound.kept | {identity for identity, facet in layer.edits if facet == Facet.REQUIRED}
    skipped = {identity for (identity, _facet), edit in layer.edits.items() if isinstance(edit, Skip)} - kept
    hidden = tree.beneath(skipped) - kept
    return replace(
        tree,
        elements={
            identity: replace(element, present=False) if identity in hidden else element
            for identity, element in tree.elements.items()
        },
    )
