"""A package laid out for those who adapt it at a place: every element with what can be done to it there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid5

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.adaptation.binding import Bounds, bounds
from sloyfe.cycle.competence.adaptation.layers import Edit, Facet, Require, Skip
from sloyfe.cycle.competence.adaptation.releasing import OWN
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.competence.outlines.listing import is_line
from sloyfe.cycle.competence.outlines.wordings import MANAGERS, Line, line_in, title_of
from sloyfe.cycle.competence.queries.adaptations import Standing
from sloyfe.cycle.competence.queries.outlines import sources
from sloyfe.cycle.competence.queries.packages import readable
from sloyfe.kit.text import Text

KEYS = UUID("0c4f6a52-6d3b-4a8e-9a53-5f0f2d7b1e64")


def key_of(identity: Identity) -> UUID:
    """What an address says of an element."""
    return uuid5(KEYS, identity)


@dataclass(frozen=True)
class Laid:
    """An element as those who adapt see it: whose it is, what was decided here, and what may still be."""

    element: Element[str]
    skipped: bool
    shell: bool
    may_skip: bool
    core: bool
    own: bool
    edits: Mapping[Facet, Edit[str]]
    first: bool
    last: bool
    title: Text

    @property
    def key(self) -> UUID:
        """What its address says."""
        return key_of(self.element.identity)

    @property
    def line(self) -> Line:
        """Its title, and where it leads."""
        return line_in(self.element.wording)

    @property
    def kind(self) -> str:
        """Module, page, line or block."""
        is_page = self.element.kind == Kind.PAGE
        return "line" if is_page and is_line(self.element.wording) else self.element.kind.name.lower()

    @property
    def is_own(self) -> bool:
        """Added at a level."""
        return self.element.identity.startswith(OWN)

    @property
    def moved(self) -> bool:
        """Put elsewhere here."""
        return Facet.PLACE in self.edits

    @property
    def reworded(self) -> bool:
        """Worded anew here."""
        return Facet.WORDING in self.edits

    @property
    def retimed(self) -> bool:
        """Given minutes of its own here."""
        return Facet.MINUTES in self.edits

    @property
    def required_here(self) -> bool:
        """Made a common requirement here."""
        return isinstance(self.edits.get(Facet.REQUIRED), Require)


@dataclass(frozen=True)
class Layout:
    """The whole package at a place, without what this person may not read."""

    now: Standing
    hidden: frozenset[Identity]

    @cached_property
    def modules(self) -> list[tuple[Laid, list[Laid]]]:
        """Modules with their pages and lines, also those that were chosen away."""
        return [(module, self.inside(module.element.identity)) for module in self.inside(None)]

    def inside(self, parent: Identity | None) -> list[Laid]:
        """What lies in an element, in order."""
        row = [each for each in self.now.shown.children.get(parent, []) if each not in self.hidden]
        seen = [each for each in row if each in self.now.shown.shown]
        return [self._laid(each, seen) for each in row if each in seen or self._is_skipped(each)]

    def laid(self, identity: Identity) -> Laid | None:
        """One element, if it is seen here."""
        element = self.now.shown.elements[identity]
        return next((each for each in self.inside(element.place.parent) if each.element.identity == identity), None)

    def find(self, key: UUID) -> Identity | None:
        """The element that an address means; none that lies on a page this person may not read."""
        tree = self.now.shown
        found = next((each for each in tree.elements if key_of(each) == key), None)
        return None if found is None or self.is_hidden(found) else found

    def is_hidden(self, identity: Identity) -> bool:
        """It is, or lies on, a page that this person may not read."""
        tree = self.now.shown if identity in self.now.shown.elements else self.now.master
        return identity in self.hidden or any(above in self.hidden for above in tree.above(identity))

    def _laid(self, identity: Identity, seen: list[Identity]) -> Laid:
        layer = self.now.layer
        edits = {facet: layer.edits[identity, facet] for facet in Facet if (identity, facet) in layer.edits}
        return Laid(
            element=self.now.shown.elements[identity],
            skipped=identity not in seen,
            shell=identity in seen and not self.now.shown.elements[identity].present,
            may_skip=identity not in self._keeping,
            core=identity in self._bounds.exact,
            own=identity in layer.own,
            edits=edits,
            first=bool(seen) and seen[0] == identity,
            last=bool(seen) and seen[-1] == identity,
            title=self._title(identity),
        )

    def _title(self, identity: Identity) -> Text:
        """Its own, or that of the page it leads to, or its address."""
        wording = self.now.shown.elements[identity].wording
        line = line_in(wording)
        if line.page in self.now.shown.elements and not line.titles:
            return title_of(self.now.shown.elements[line.page].wording)
        return title_of(wording) or Text.of(nb=line.address)

    def _is_skipped(self, identity: Identity) -> bool:
        layer = self.now.layer
        ours = layer.own.get(identity)
        known = ours.element if ours else layer.taken.elements.get(identity)
        return isinstance(layer.edits.get((identity, Facet.PRESENCE)), Skip) and known is not None and known.present

    @cached_property
    def _bounds(self) -> Bounds:
        return bounds(self.now.master)

    @cached_property
    def _keeping(self) -> frozenset[Identity]:
        """What must be kept, and what that lies in."""
        ours = {each for each, facet in self.now.layer.edits if facet == Facet.REQUIRED}
        kept = self.now.shown.beneath(ours) | self._bounds.kept
        known = [each for each in kept if each in self.now.shown.elements]
        return frozenset(kept) | {above for each in known for above in self.now.shown.above(each)}


def layout(now: Standing, visit: Visit) -> Layout:
    """The package at a place, for this person."""
    pages = {**{identity: UUID(key) for identity, key in now.newest.pages.items()}, **sources(now.package)}
    rows = Page.objects.in_space(visit.space).filter(version__package=now.package).exclude(readable(visit))
    unread = set(rows.values_list("pk", flat=True))
    hidden = {identity for identity, key in pages.items() if key in unread}
    return Layout(now, frozenset(hidden | set(_for_managers(now, visit.may(Can.PACKAGE_MANAGE)))))


def _for_managers(now: Standing, may: bool) -> Iterator[Identity]:
    for element in [] if may else now.master.elements.values():
        if element.kind == Kind.PAGE and line_in(element.wording).readers == MANAGERS:
            yield element.identity
