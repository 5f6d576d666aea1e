"""Taking or leaving what a master brings, one change at a time; no edit of ours is touched by it."""

from collections.abc import Hashable
from dataclasses import replace
from typing import TypeVar

from sloyfe.cycle.competence.adaptation.changes import Change, changes, value
from sloyfe.cycle.competence.adaptation.conflicts import Conflict, open_conflicts
from sloyfe.cycle.competence.adaptation.layers import Facet, Layer, Level
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Tree

W = TypeVar("W", bound=Hashable)


def first_layer(level: Level, master: Tree[W]) -> Layer[W]:
    """A level that begins takes its master as it is."""
    return Layer(level, master)


def take(layer: Layer[W], master: Tree[W], change: Change[W]) -> Layer[W] | Refused:
    """As the master has it now. What it comes to lie in comes along; done before, it does nothing."""
    current = _current(layer, master, change)
    if current is None or isinstance(current, Refused):
        return current or layer
    new = current.new
    taken = dict(layer.taken.elements)
    taken[new.identity] = _with(taken.get(new.identity, new), new, current.facet)
    if new.present and current.facet in {Facet.PRESENCE, Facet.PLACE}:
        for above in master.above(new.identity):
            if above not in taken or not taken[above].present:
                taken[above] = master.elements[above]
    return _kept_up(replace(layer, taken=replace(layer.taken, elements=taken)), master)


def take_all(layer: Layer[W], master: Tree[W]) -> Layer[W]:
    """Everything, also what was left before."""
    return replace(layer, taken=master, left={})


def leave(layer: Layer[W], master: Tree[W], change: Change[W]) -> Layer[W] | Refused:
    """Stay as we are until that element changes again, and settle what the change met in our edits of the same."""
    current = _current(layer, master, change)
    if current is None or isinstance(current, Refused):
        return current or layer
    if current.binding:
        return Refused(Reason.HOLDS_ALREADY, (change.identity,))
    layer = replace(layer, left={**layer.left, (change.identity, change.facet): current.new})
    for conflict in open_conflicts(layer, master):
        if conflict.identity == change.identity and change.facet in {conflict.facet, Facet.PRESENCE}:
            layer = settle(layer, conflict)
    return layer


def settle(layer: Layer[W], conflict: Conflict) -> Layer[W]:
    """We have seen it, and ours stays as it is."""
    key = (conflict.clash, conflict.identity, conflict.facet)
    return replace(layer, settled={**layer.settled, key: conflict.theirs})


def _current(layer: Layer[W], master: Tree[W], change: Change[W]) -> Change[W] | Refused | None:
    """The change as it is now, unless it was done meanwhile or became another one."""
    same = (each for each in changes(layer, master) if each.identity == change.identity)
    current = next((each for each in same if each.facet == change.facet), None)
    if current and value(current.new, change.facet) != value(change.new, change.facet):
        return Refused(Reason.CHANGED_SINCE, (change.identity,))
    return current


def _kept_up(layer: Layer[W], master: Tree[W]) -> Layer[W]:
    """What was taken, or is taken along, is no longer left."""
    pending: set[tuple[Identity, Facet]] = {(each.identity, each.facet) for each in changes(layer, master)}
    return replace(layer, left={key: left for key, left in layer.left.items() if key in pending})


def _with(ours: Element[W], new: Element[W], facet: Facet) -> Element[W]:
    return new if facet == Facet.PRESENCE else replace(ours, **{facet.value: getattr(new, facet.value)})
