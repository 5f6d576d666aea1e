"""Where a master's change and a level's own decisions meet. What meets is what changed on both sides since they last
agreed, the rule of three-way merging of trees (Lindholm 2004); nothing is chosen here, it is only told."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sloyfe.cycle.competence.adaptation.binding import Bounds, bounds
from sloyfe.cycle.competence.adaptation.layers import (
    Beside,
    Edit,
    Facet,
    Layer,
    Move,
    Retime,
    Reword,
    Skip,
)
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.permissions import may_add, may_change, may_move, may_reword
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Place, Tree

W = TypeVar("W", bound=Hashable)


class Clash(StrEnum):
    """How two decisions meet."""

    BOTH_REWORDED = "both_reworded"
    BOTH_MOVED = "both_moved"
    BOTH_RETIMED = "both_retimed"
    REMOVED_UNDER = "removed_under"
    HOLDER_REMOVED = "holder_removed"
    NEIGHBOUR_GONE = "neighbour_gone"
    SKIPPED_BUT_KEPT = "skipped_but_kept"
    NO_LONGER_PERMITTED = "no_longer_permitted"


@dataclass(frozen=True)
class Conflict:
    """A decision of ours, and what it met; open until settled, and again when the other side changes."""

    clash: Clash
    identity: Identity
    facet: Facet
    theirs: Hashable
    settled: bool = False


def conflicts(layer: Layer[W], master: Tree[W]) -> list[Conflict]:
    """All of them, also the settled ones, in the order of our edits."""
    bound, shown = bounds(master), outcome(layer, master)
    joined = Tree({**shown.elements, **master.elements}, master.fixed)
    found: list[Conflict] = []
    for (identity, facet), edit in layer.edits.items():
        if identity in master.elements:
            theirs = master.elements[identity]
            found += _meets(identity, facet, edit, theirs)
            found += _forbidden(joined, master, edit, theirs)
        if isinstance(edit, Skip):
            found += _overruled(shown, identity, bound)
        if isinstance(edit, Move):
            found += _adrift(master, identity, edit.place, edit.beside)
    for identity, own in layer.own.items():
        if (identity, Facet.PRESENCE) in layer.edits:
            continue
        if (identity, Facet.PLACE) not in layer.edits:
            found += _adrift(master, identity, own.element.place, own.beside)
        parent = shown.elements[identity].place.parent
        if (parent is None or parent in master.elements) and may_add(master, parent):
            found.append(Conflict(Clash.NO_LONGER_PERMITTED, identity, Facet.PRESENCE, parent))
    return [_looked_up(layer, conflict) for conflict in found]


def open_conflicts(layer: Layer[W], master: Tree[W]) -> list[Conflict]:
    """Those that nobody has settled."""
    return [conflict for conflict in conflicts(layer, master) if not conflict.settled]


def _meets(identity: Identity, facet: Facet, edit: Edit[W], theirs: Element[W]) -> Iterator[Conflict]:
    if not theirs.present:
        if not isinstance(edit, Skip):
            yield Conflict(Clash.REMOVED_UNDER, identity, facet, theirs)
        return
    match edit:
        case Reword(wording=ours, over=over) if theirs.wording not in {ours, over}:
            yield Conflict(Clash.BOTH_REWORDED, identity, facet, theirs.wording)
        case Move(place=ours, over=over) if theirs.place not in {ours, over}:
            yield Conflict(Clash.BOTH_MOVED, identity, facet, theirs.place)
        case Retime(minutes=ours, over=over) if theirs.minutes not in {ours, over}:
            yield Conflict(Clash.BOTH_RETIMED, identity, facet, theirs.minutes)


def _forbidden(joined: Tree[W], master: Tree[W], edit: Edit[W], theirs: Element[W]) -> Iterator[Conflict]:
    if not theirs.present:
        return
    match edit:
        case Reword() if refused := may_reword(master, theirs):
            yield Conflict(Clash.NO_LONGER_PERMITTED, theirs.identity, Facet.WORDING, refused)
        case Retime() if refused := may_change(theirs):
            yield Conflict(Clash.NO_LONGER_PERMITTED, theirs.identity, Facet.MINUTES, refused)
        case Move(place=place) if refused := may_move(joined, theirs, place.parent):
            yield Conflict(Clash.NO_LONGER_PERMITTED, theirs.identity, Facet.PLACE, refused)


def _overruled(shown: Tree[W], identity: Identity, bound: Bounds) -> Iterator[Conflict]:
    if kept := shown.beneath({identity}) & bound.kept:
        yield Conflict(Clash.SKIPPED_BUT_KEPT, identity, Facet.PRESENCE, tuple(sorted(kept)))


def _adrift(master: Tree[W], identity: Identity, place: Place, beside: Beside | None) -> Iterator[Conflict]:
    holder = master.elements.get(place.parent) if place.parent is not None else None
    if holder is not None and not holder.present:
        yield Conflict(Clash.HOLDER_REMOVED, identity, Facet.PLACE, holder)
    neighbour = master.elements.get(beside.identity) if beside is not None else None
    if beside is not None and neighbour is not None and (not neighbour.present or neighbour.place != beside.place):
        yield Conflict(Clash.NEIGHBOUR_GONE, identity, Facet.PLACE, neighbour)


def _looked_up(layer: Layer[W], conflict: Conflict) -> Conflict:
    key = (conflict.clash, conflict.identity, conflict.facet)
    settled = key in layer.settled and layer.settled[key] == conflict.theirs
    return Conflict(conflict.clash, conflict.identity, conflict.facet, conflict.theirs, settled)
