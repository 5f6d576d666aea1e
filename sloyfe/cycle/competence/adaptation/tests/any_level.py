"""A level that somebody keeps adapting, and beside it a memory of what was done, kept without the layer."""

from dataclasses import dataclass, field, replace
from typing import Any

from sloyfe.cycle.competence.adaptation.changes import changes, value
from sloyfe.cycle.competence.adaptation.conflicts import conflicts
from sloyfe.cycle.competence.adaptation.deciding import leave, settle, take
from sloyfe.cycle.competence.adaptation.editing import add, drop, move, require, retime, reword, skip
from sloyfe.cycle.competence.adaptation.layers import Facet, Layer
from sloyfe.cycle.competence.adaptation.outcomes import outcome
from sloyfe.cycle.competence.adaptation.permissions import Refused
from sloyfe.cycle.competence.adaptation.tests.any_package import at
from sloyfe.cycle.competence.adaptation.trees import Kind, Tree

EDITS = ["skip", "move", "reword", "retime", "require", "drop", "add", "add"]


@dataclass
class AnyLevel:
    """What it wrote, with what it saw then; what it left; what it settled; all as it was told."""

    layer: Layer[str]
    master: Tree[str]
    words: dict[str, tuple[str, str]] = field(default_factory=dict)
    places: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    minutes: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    added: dict[str, str] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    beside: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)
    left: dict[tuple[str, Facet], Any] = field(default_factory=dict)
    settled: dict[Any, Any] = field(default_factory=dict)
    count: int = 0

    @property
    def outcome(self) -> Tree[str]:
        return outcome(self.layer, self.master)

    @property
    def touched(self) -> set[str]:
        """What it made its own or built upon."""
        holders = {own.element.place.parent or "" for own in self.layer.own.values()}
        neighbours = {after for after, _stood in self.beside.values()}
        return {identity for identity, _facet in self.layer.edits} | neighbours | holders

    def edit(self, what: str, pick: int, to: int) -> None:
        seen = self.outcome
        identity = at(sorted(seen.shown), pick)
        if identity is None:
            return
        if what == "drop":
            self._drop(pick)
            return
        self.count += 1
        layer = self._done(what, identity, to, seen)
        if isinstance(layer, Refused):
            return
        assert not (what in {"reword", "retime"} and seen.elements[identity].fixed)
        assert not (what == "add" and seen.fixed and seen.elements[identity].place.parent is None)
        self.layer = layer
        self._remember(what, identity, to, seen)

    def decide(self, how: str, pick: int) -> None:
        """Takes or leaves a change, or settles a conflict; doing it again does nothing."""
        if how == "settle":
            if conflict := at(conflicts(self.layer, self.master), pick):
                self.layer = settle(self.layer, conflict)
                self.settled[conflict.clash, conflict.identity, conflict.facet] = conflict.theirs
            return
        found = changes(self.layer, self.master)
        ours = [each for each in found if (each.identity, each.facet) in self.layer.edits]
        if not (change := at(ours if ours and pick % 2 else found, pick)):
            return
        layer = (take if how == "take" else leave)(self.layer, self.master, change)
        if how == "leave" and change.binding:
            assert isinstance(layer, Refused)
            return
        assert not isinstance(layer, Refused)
        again = (take if how == "take" else leave)(layer, self.master, change)
        assert again == layer
        self.layer = layer
        if how == "leave":
            self.left[change.identity, change.facet] = value(change.new, change.facet)
            for key, theirs in layer.settled.items():
                if key[1] == change.identity:
                    self.settled[key] = theirs
        else:
            pending = {(each.identity, each.facet) for each in changes(layer, self.master)}
            self.left = {key: left for key, left in self.left.items() if key in pending}

    def _done(self, what: str, identity: str, to: int, seen: Tree[str]) -> Layer[str] | Refused:
        if what == "skip":
            return skip(self.layer, self.master, identity)
        if what == "reword":
            return reword(self.layer, self.master, identity, f"Tekst {to % 4}")
        if what == "retime":
            return retime(self.layer, self.master, identity, to % 4)
        if what == "require":
            return require(self.layer, self.master, identity)
        parent, after = self._spot(seen, to, seen.elements[identity].kind, identity if what == "move" else "")
        if what == "move":
            return move(self.layer, self.master, identity, parent, after)
        kind = seen.elements[identity].kind
        name = f"own:{self.layer.level}{self.count}"
        return add(self.layer, self.master, name, kind, wording=f"Vår {self.count}", parent=parent, after=after)

    def _spot(self, seen: Tree[str], to: int, kind: Kind, moved: str) -> tuple[str | None, str | None]:
        holders = [each for each in seen.order if each in seen.shown and seen.elements[each].kind == kind - 1]
        parent = at(holders, to)
        row = [each for each in seen.children.get(parent, []) if each in seen.shown and each != moved]
        return parent, at([None, *row], to // 7)

    def _remember(self, what: str, identity: str, to: int, seen: Tree[str]) -> None:
        before, after = seen.elements[identity], self.outcome.elements[identity]
        if what == "skip":
            self.skipped.add(identity)
        elif what == "reword":
            self.words[identity] = (f"Tekst {to % 4}", self.words.get(identity, ("", before.wording))[1])
        elif what == "retime":
            self.minutes[identity] = (to % 4, self.minutes.get(identity, (0, before.minutes))[1])
        elif what == "move":
            self.places[identity] = (after.place, self.places.get(identity, (None, before.place))[1])
        elif what == "add":
            identity = f"own:{self.layer.level}{self.count}"
            self.added[identity] = f"Vår {self.count}"
        if what in {"move", "add"}:
            self._stand_beside(what, identity, to, seen, before.kind)

    def _stand_beside(self, what: str, identity: str, to: int, seen: Tree[str], kind: Kind) -> None:
        self.beside.pop((identity, what), None)
        _parent, after = self._spot(seen, to, kind, identity if what == "move" else "")
        if after is not None:
            unmoved = {key: edit for key, edit in self.layer.edits.items() if key[1] != Facet.PLACE}
            masters = outcome(replace(self.layer, edits=unmoved), self.master)
            self.beside[identity, what] = (after, masters.elements[after].place)

    def _drop(self, pick: int) -> None:
        if not (key := at(self.layer.edits, pick)):
            return
        self.layer = drop(self.layer, *key)
        assert drop(self.layer, *key) == self.layer
        identity, facet = key
        memory: dict[Facet, Any] = {
            Facet.WORDING: self.words, Facet.PLACE: self.places, Facet.MINUTES: self.minutes,
        }  # fmt: skip
        memory.get(facet, {}).pop(identity, None)
        if facet == Facet.PRESENCE:
            self.skipped.discard(identity)
        if facet == Facet.PLACE:
            self.beside.pop((identity, "move"), None)
