"""Taking or leaving what a master brings, one change at a time; no edit of ours is touched by it."""

from collections.abc import Hashable, Sequence
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
    return take_each(layer, master, [change])


def take_each(layer: Layer[W], master: Tree[W], chosen: Sequence[Change[W]]) -> Layer[W] | Refused:
    """Several at once, which ends where one after the other does."""
    current = _current(layer, master, chosen)
    if isinstance(current, Refused) or not current:
        return current if isinstance(current, Refused) else layer
    taken = dict(layer.taken.elements)
    for change in current:
        new = change.new
        taken[new.identity] = _with(taken.get(new.identity, new), new, change.facet)
        if new.present and change.facet in {Facet.PRESENCE, Facet.PLACE}:
            for above in master.above(new.identity):
                if above not in taken or not taken[above].present:
                    taken[above] = master.elements[above]
    return _kept_up(replace(layer, taken=replace(layer.taken, elements=taken)), master)


def take_all(layer: Layer[W], master: Tree[W]) -> Layer[W]:
    """Everything, also what was left before."""
    return replace(layer, taken=master, left={})


def leave(layer: Layer[W], master: Tree[W], change: Change[W]) -> Layer[W] | Refused:
    """Stay as we are until that element changes again, and settle what the change met in our edits of the same."""
    return leave_each(layer, master, [change])


def leave_each(layer: Layer[W], master: Tree[W], chosen: Sequence[Change[W]]) -> Layer[W] | Refused:
    """Several at once, which ends where one after the other does."""
    current = _current(layer, master, chosen)
    if isinstance(current, Refused) or not current:
        return current if isinstance(current, Refused) else layer
    if binding := [each.identity for each in current if each.binding]:
        return Refused(Reason.HOLDS_ALREADY, tuple(binding))
    left = {(each.identity, each.facet): each.new for each in current}
    layer = replace(layer, left={**layer.left, **left})
    for conflict in open_conflicts(layer, master):
        if {(conflict.identity, conflict.facet), (conflict.identity, Facet.PRESENCE)} & left.keys():
            layer = settle(layer, conflict)
    return layer


def settle(layer: Layer[W], conflict: Conflict) -> Layer[W]:
    """We have seen it, and ours stays as it is."""
    key = (conflict.clash, conflict.identity, conflict.facet)
    return replace(layer, settled={**layer.settled, key: conflict.theirs})


def _current(layer: Layer[W], master: Tree[W], chosen: Sequence[Change[W]]) -> list[Change[W]] | Refused:
    """The changes as they are now, but for those that were done meanwhile; none may have become another one."""
    found = {(each.identity, each.facet): each for each in changes(layer, master)}
    current = []
    for change in chosen:
        now = found.get((change.identity, change.facet))
        if now and value(now.new, change.facet) != value(change.new, change.facet):
            return Refused(Reason.CHANGED_SINCE, (change.identity,))
        current += [now] if now else []
    return current


def _kept_up(layer: Layer[W], master: Tree[W]) -> Layer[W]:
    """What was taken, or is taken along, is no longer left."""
    pending: set[tuple[Identity, Facet]] = {(each.identity, each.facet) for each in changes(layer, master)}
    return replace(layer, left={key: left for key, left in layer.left.items() if key in pending})


def _with(ours: Element[W], new: Element[W], facet: Facet) -> Element[W]:
    return new if facet == Facet.PRESENCE else replace(ours, **{facet.value: getattr(new, facet.value)})
