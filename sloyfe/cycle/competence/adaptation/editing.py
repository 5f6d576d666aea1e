"""A level's own decisions. Each gives the layer with it, or why not; the master is never touched."""

from collections.abc import Hashable
from dataclasses import replace
from typing import TypeVar

from sloyfe.cycle.competence.adaptation.binding import bounds, followed
from sloyfe.cycle.competence.adaptation.keys import Key, between
from sloyfe.cycle.competence.adaptation.layers import (
    Beside,
    Edit,
    Facet,
    Layer,
    Move,
    Own,
    Require,
    Retime,
    Reword,
    Skip,
)
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.permissions import (
    Reason,
    Refused,
    may_add,
    may_change,
    may_lie,
    may_move,
    may_require,
    may_reword,
    may_skip,
)
from sloyfe.cycle.competence.adaptation.releasing import OWN
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind, Place, Tree

W = TypeVar("W", bound=Hashable)


def skip(layer: Layer[W], master: Tree[W], identity: Identity) -> Layer[W] | Refused:
    """Leave it out; what lies in it goes along."""
    shown = outcome(layer, master)
    if identity not in shown.shown:
        return Refused(Reason.NOT_THERE, (identity,))
    return may_skip(layer, master, shown, identity) or _with(layer, master, identity, Facet.PRESENCE, Skip())


def move(
    layer: Layer[W], master: Tree[W], identity: Identity, parent: Identity | None, after: Identity | None
) -> Layer[W] | Refused:
    """Put it after something that lies in `parent`; without `after`, first."""
    shown = outcome(layer, master)
    if identity not in shown.shown or identity == after:
        return Refused(Reason.NOT_THERE, (identity,))
    element = shown.elements[identity]
    refused = may_lie(shown, element.kind, parent, after) or may_move(shown, element, parent)
    place = refused or _place(shown, parent, after, identity)
    if isinstance(place, Refused):
        return place
    earlier = layer.edits.get((identity, Facet.PLACE))
    over = earlier.over if isinstance(earlier, Move) else _seen(layer, master, identity).place
    return _with(layer, master, identity, Facet.PLACE, Move(place, over, _beside(layer, master, after)))


def add(
    layer: Layer[W],
    master: Tree[W],
    identity: Identity,
    kind: Kind,
    *,
    wording: W,
    parent: Identity | None,
    after: Identity | None,
) -> Layer[W] | Refused:
    """Something of our own; its identity is new and begins with `OWN`."""
    shown = outcome(layer, master)
    if not identity.startswith(OWN) or identity in shown.elements or identity in master.elements:
        return Refused(Reason.NAME_IN_USE, (identity,))
    if refused := may_lie(shown, kind, parent, after) or may_add(shown, parent):
        return refused
    element = Element(identity, kind, _place(shown, parent, after, identity), wording)
    own = Own(element, _beside(layer, master, after))
    return replace(layer, own={**layer.own, identity: own})


def reword(layer: Layer[W], master: Tree[W], identity: Identity, wording: W) -> Layer[W] | Refused:
    """Our own words in place of the master's; those we started from are remembered with them."""
    element = _shown(layer, master, identity)
    if refused := element if isinstance(element, Refused) else may_reword(master, element):
        return refused
    earlier = layer.edits.get((identity, Facet.WORDING))
    over = earlier.over if isinstance(earlier, Reword) else _seen(layer, master, identity).wording
    return _with(layer, master, identity, Facet.WORDING, Reword(wording, over))


def retime(layer: Layer[W], master: Tree[W], identity: Identity, minutes: int) -> Layer[W] | Refused:
    """Our own minutes."""
    element = _shown(layer, master, identity)
    if refused := element if isinstance(element, Refused) else may_change(element):
        return refused
    if minutes < 1:
        return Refused(Reason.NO_MINUTES, (identity,))
    earlier = layer.edits.get((identity, Facet.MINUTES))
    over = earlier.over if isinstance(earlier, Retime) else _seen(layer, master, identity).minutes
    return _with(layer, master, identity, Facet.MINUTES, Retime(minutes, over))


def require(layer: Layer[W], master: Tree[W], identity: Identity) -> Layer[W] | Refused:
    """Make it a common requirement."""
    element = _shown(layer, master, identity)
    if refused := element if isinstance(element, Refused) else may_require(layer, identity):
        return refused
    return _with(layer, master, identity, Facet.REQUIRED, Require())


def drop(layer: Layer[W], identity: Identity, facet: Facet) -> Layer[W]:
    """Take an edit of ours back; the master's, or what we first wrote, shows again."""
    return replace(layer, edits={key: edit for key, edit in layer.edits.items() if key != (identity, facet)})


def _with(layer: Layer[W], master: Tree[W], identity: Identity, facet: Facet, edit: Edit[W]) -> Layer[W]:
    """What we edit we have as we saw it, even if it showed only because it binds."""
    if identity in master.elements and identity not in layer.taken.elements:
        elements = {**layer.taken.elements, identity: _seen(layer, master, identity)}
        layer = replace(layer, taken=replace(layer.taken, elements=elements))
    return replace(layer, edits={**layer.edits, (identity, facet): edit})


def _shown(layer: Layer[W], master: Tree[W], identity: Identity) -> Element[W] | Refused:
    shown = outcome(layer, master)
    return shown.elements[identity] if identity in shown.shown else Refused(Reason.NOT_THERE, (identity,))


def _seen(layer: Layer[W], master: Tree[W], identity: Identity) -> Element[W]:
    """The element without our edits, as far as we have taken it."""
    if identity in layer.own:
        return layer.own[identity].element
    return followed(layer.taken, master, bounds(master))[identity]


def _beside(layer: Layer[W], master: Tree[W], after: Identity | None) -> Beside | None:
    return None if after is None else Beside(after, _seen(layer, master, after).place)


def _place(shown: Tree[W], parent: Identity | None, after: Identity | None, identity: Identity) -> Place:
    row = [each for each in shown.children.get(parent, []) if each != identity]
    at = 0 if after is None else row.index(after) + 1
    before: Key = shown.elements[row[at - 1]].place.key if at else ()
    following = shown.elements[row[at]].place.key if at < len(row) else None
    return Place(parent, between(before, following, identity))
