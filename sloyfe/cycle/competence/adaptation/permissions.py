"""What a level may not do to its master, and why."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sloyfe.cycle.competence.adaptation.binding import bounds
from sloyfe.cycle.competence.adaptation.layers import Facet, Layer, Level
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind, Tree

W = TypeVar("W", bound=Hashable)


class Reason(StrEnum):
    """Why something was refused."""

    COMMON_REQUIREMENT = "common_requirement"
    CORE_COMPONENT = "core_component"
    ORDER_AND_CHOICE_ONLY = "order_and_choice_only"
    OWNERS_ONLY = "owners_only"
    HOLDS_ALREADY = "holds_already"
    CHANGED_SINCE = "changed_since"
    NOT_THERE = "not_there"
    WRONG_PLACE = "wrong_place"
    NAME_IN_USE = "name_in_use"
    NO_MINUTES = "no_minutes"


@dataclass(frozen=True)
class Refused:
    """Nothing was done, and what stood in the way."""

    reason: Reason
    about: tuple[Identity, ...] = ()


def may_skip(layer: Layer[W], master: Tree[W], shown: Tree[W], identity: Identity) -> Refused | None:
    """Not what must be kept, and nothing that holds it."""
    bound = bounds(master)
    going = shown.beneath({identity})
    if cores := going & bound.exact:
        return Refused(Reason.CORE_COMPONENT, tuple(sorted(cores)))
    ours = {each for each, facet in layer.edits if facet == Facet.REQUIRED}
    if required := going & (bound.kept | ours):
        return Refused(Reason.COMMON_REQUIREMENT, tuple(sorted(required)))
    return None


def may_reword(master: Tree[W], element: Element[W]) -> Refused | None:
    """Neither core components nor what may not be built upon."""
    if element.identity in bounds(master).exact:
        return Refused(Reason.CORE_COMPONENT, (element.identity,))
    return may_change(element)


def may_change(element: Element[W]) -> Refused | None:
    """Not what its licence lets nobody build upon."""
    return Refused(Reason.ORDER_AND_CHOICE_ONLY, (element.identity,)) if element.fixed else None


def may_lie(shown: Tree[W], kind: Kind, parent: Identity | None, after: Identity | None) -> Refused | None:
    """In what its kind lies in, after something that is seen there."""
    if parent is not None and parent not in shown.shown:
        return Refused(Reason.NOT_THERE, (parent,))
    above = None if parent is None else shown.elements[parent].kind
    if above != (None if kind == Kind.MODULE else Kind(kind - 1)):
        return Refused(Reason.WRONG_PLACE, () if parent is None else (parent,))
    if after is not None and (after not in shown.shown or shown.elements[after].place.parent != parent):
        return Refused(Reason.NOT_THERE, (after,))
    return None


def may_move(shown: Tree[W], element: Element[W], parent: Identity | None) -> Refused | None:
    """No text in or out of a page that nobody may build upon; around on it is order."""
    if element.kind != Kind.BLOCK or element.place.parent == parent:
        return None
    pages = [each for each in (element.place.parent, parent) if each is not None and shown.elements[each].fixed]
    about = ((element.identity,) if element.fixed else ()) + tuple(pages)
    return Refused(Reason.ORDER_AND_CHOICE_ONLY, about) if about else None


def may_add(shown: Tree[W], parent: Identity | None) -> Refused | None:
    """Nothing into what nobody may build upon."""
    fixed = shown.fixed if parent is None else shown.elements[parent].fixed
    about = () if parent is None else (parent,)
    return Refused(Reason.ORDER_AND_CHOICE_ONLY, about) if fixed else None


def may_require(layer: Layer[W], identity: Identity) -> Refused | None:
    """Common requirements are the owner's."""
    return None if layer.level == Level.OWNER else Refused(Reason.OWNERS_ONLY, (identity,))
