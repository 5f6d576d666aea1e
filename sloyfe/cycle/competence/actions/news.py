"""Taking and leaving what a master brought, and settling what meets decisions of one's own."""

from collections.abc import Collection

from sloyfe.cycle.competence.actions.adapting import Decision
from sloyfe.cycle.competence.adaptation.changes import Change, changes
from sloyfe.cycle.competence.adaptation.conflicts import Conflict, open_conflicts
from sloyfe.cycle.competence.adaptation.deciding import leave_each, settle, take_each
from sloyfe.cycle.competence.adaptation.editing import drop, skip
from sloyfe.cycle.competence.adaptation.layers import Facet, Layer
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.trees import Tree
from sloyfe.cycle.competence.queries.adapting import key_of
from sloyfe.cycle.competence.queries.marks import pick_of, pick_of_conflict

Held = Layer[str] | Refused


def taking(picks: Collection[str]) -> Decision:
    """These, as they were seen."""

    def decision(layer: Layer[str], master: Tree[str]) -> Held:
        chosen = _chosen(layer, master, picks)
        return chosen if isinstance(chosen, Refused) else take_each(layer, master, chosen)

    return decision


def leaving(picks: Collection[str]) -> Decision:
    """Stay as we are; what holds already is passed over."""

    def decision(layer: Layer[str], master: Tree[str]) -> Held:
        chosen = _chosen(layer, master, picks)
        if isinstance(chosen, Refused):
            return chosen
        return leave_each(layer, master, [each for each in chosen if not each.binding])

    return decision


def settling(pick: str, *, ours: bool) -> Decision:
    """Keep ours, or take theirs instead."""

    def decision(layer: Layer[str], master: Tree[str]) -> Held:
        found = [each for each in open_conflicts(layer, master) if _same(pick_of_conflict(each), pick)]
        if not found:
            return layer
        [conflict] = found
        if pick_of_conflict(conflict) != pick:
            return Refused(Reason.CHANGED_SINCE, (conflict.identity,))
        return _keep_ours(layer, master, conflict) if ours else _take_theirs(layer, master, conflict)

    return decision


def _chosen(layer: Layer[str], master: Tree[str], picks: Collection[str]) -> list[Change[str]] | Refused:
    """The changes that were picked, if they are what was seen; those that were done meanwhile are passed over."""
    found = {(str(key_of(each.identity)), each.facet.value): each for each in changes(layer, master)}
    chosen = []
    for pick in picks:
        element, facet, _mark = pick.split(".")
        change = found.get((element, facet))
        if change is not None and pick_of(change) != pick:
            return Refused(Reason.CHANGED_SINCE, (change.identity,))
        chosen += [change] if change else []
    return chosen


def _keep_ours(layer: Layer[str], master: Tree[str], conflict: Conflict) -> Held:
    layer = settle(layer, conflict)
    return leave_each(layer, master, [each for each in _of(layer, master, conflict) if not each.binding])


def _take_theirs(layer: Layer[str], master: Tree[str], conflict: Conflict) -> Held:
    """Our decision goes; what we added ourselves is left out, and can be had back."""
    if (conflict.identity, conflict.facet) in layer.edits:
        layer = drop(layer, conflict.identity, conflict.facet)
    elif conflict.identity in layer.own:
        return skip(layer, master, conflict.identity)
    return take_each(layer, master, _of(layer, master, conflict))


def _of(layer: Layer[str], master: Tree[str], conflict: Conflict) -> list[Change[str]]:
    found = changes(layer, master)
    return [
        each for each in found if each.identity == conflict.identity and each.facet in {conflict.facet, Facet.PRESENCE}
    ]


def _same(one: str, other: str) -> bool:
    """The same conflict, whatever its other side is now."""
    return one.rpartition(".")[0] == other.rpartition(".")[0]
