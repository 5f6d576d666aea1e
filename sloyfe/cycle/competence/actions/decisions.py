"""What people press on the pages of adapting, as decisions of the pure part."""

from collections.abc import Collection

from sloyfe.cycle.competence.actions.adapting import Decision
from sloyfe.cycle.competence.adaptation import editing
from sloyfe.cycle.competence.adaptation.layers import Facet, Layer
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.permissions import Reason, Refused
from sloyfe.cycle.competence.adaptation.trees import Identity, Kind, Tree
from sloyfe.cycle.competence.queries.marks import mark_of

# What something lies in, and after what.
Spot = tuple[Identity, Identity | None]


def skipping(identity: Identity) -> Decision:
    """Leave it out."""
    return lambda layer, master: editing.skip(layer, master, identity)


def requiring(identity: Identity) -> Decision:
    """Make it a common requirement."""
    return lambda layer, master: editing.require(layer, master, identity)


def timing(identity: Identity, minutes: int) -> Decision:
    """Minutes of our own."""
    return lambda layer, master: editing.retime(layer, master, identity, minutes)


def dropping(identity: Identity, facet: Facet) -> Decision:
    """Take a decision of ours back."""
    return lambda layer, _master: editing.drop(layer, identity, facet)


def rewording(identity: Identity, wording: str, seen: str) -> Decision:
    """Words of our own, if it still says what was `seen` (a mark of it); the master's own are no words of ours."""

    def decision(layer: Layer[str], master: Tree[str]) -> Layer[str] | Refused:
        shown = outcome(layer, master)
        now = shown.elements[identity].wording if identity in shown.elements else ""
        if now != wording and mark_of(now) != seen:
            return Refused(Reason.CHANGED_SINCE, (identity,))
        dropped = editing.drop(layer, identity, Facet.WORDING)
        before = outcome(dropped, master)
        if identity in before.shown and before.elements[identity].wording == wording:
            return dropped
        return editing.reword(layer, master, identity, wording)

    return decision


def shifting(identity: Identity, up: bool, hidden: Collection[Identity]) -> Decision:
    """One step among what this person sees beside it."""

    def decision(layer: Layer[str], master: Tree[str]) -> Layer[str] | Refused:
        shown = outcome(layer, master)
        if identity not in shown.shown:
            return Refused(Reason.NOT_THERE, (identity,))
        parent = shown.elements[identity].place.parent
        row = [each for each in shown.children.get(parent, []) if each in shown.shown and each != identity]
        before, after = _around(shown, identity, [each for each in row if each not in hidden])
        if up and before is not None:
            at = row.index(before)
            return editing.move(layer, master, identity, parent, row[at - 1] if at else None)
        if not up and after is not None:
            return editing.move(layer, master, identity, parent, after)
        return layer

    return decision


def lying(identity: Identity, parent: Identity) -> Decision:
    """Last in another module or on another page."""

    def decision(layer: Layer[str], master: Tree[str]) -> Layer[str] | Refused:
        shown = outcome(layer, master)
        row = [each for each in shown.children.get(parent, []) if each in shown.shown and each != identity]
        return editing.move(layer, master, identity, parent, row[-1] if row else None)

    return decision


def adding(identity: Identity, kind: Kind, wording: str, spot: Spot, body: str = "") -> Decision:
    """Something of our own; a page with what stands on it."""

    def decision(layer: Layer[str], master: Tree[str]) -> Layer[str] | Refused:
        parent, after = spot
        added = editing.add(layer, master, identity, kind, wording=wording, parent=parent, after=after)
        if isinstance(added, Refused) or not body:
            return added
        inside = f"{identity}#1"
        return editing.add(added, master, inside, Kind.BLOCK, wording=body, parent=identity, after=None)

    return decision


def _around(shown: Tree[str], identity: Identity, row: Collection[Identity]) -> tuple[Identity | None, Identity | None]:
    place = {each: number for number, each in enumerate(shown.order)}
    before = [each for each in row if place[each] < place[identity]]
    after = [each for each in row if place[each] > place[identity]]
    return before[-1] if before else None, after[0] if after else None
