"""What elements are called, and where something may be put."""

from collections.abc import Callable, Collection

from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind
from sloyfe.cycle.competence.outlines.wordings import line_in, words
from sloyfe.cycle.competence.queries.adapting import Layout

BRIEF = 60
# What something may lie in, by name, and each place in it: first, or after something by name.
Holder = tuple[str, list[tuple[str, Identity, Identity | None]]]


def titled(layout: Layout, language: str) -> Callable[[Identity], str]:
    """What elements are called; a block is called by its page."""
    shown, master = layout.now.shown.elements, layout.now.master.elements

    def name(identity: Identity) -> str:
        element = shown.get(identity) or master[identity]
        parent = element.place.parent
        if element.kind == Kind.BLOCK and parent is not None:
            return name(parent)
        line = line_in(element.wording)
        return line.read(language) or line.address

    return name


def in_brief(element: Element[str], language: str) -> str:
    """The first words of a block."""
    if element.kind != Kind.BLOCK:
        return ""
    said = words(element.wording)
    whole = " ".join((said.get(language) or next(iter(said.values()), "")).split())
    return whole if len(whole) <= BRIEF else f"{whole[:BRIEF].rsplit(' ', 1)[0]} …"


def spots(layout: Layout, kind: Kind, language: str, of: Collection[Identity] | None = None) -> list[Holder]:
    """Where something of this kind may lie: for each holder by name, first in it or after something in it."""
    name = titled(layout, language)
    shown = layout.now.shown
    holders = [each for each in shown.order if each in shown.shown and shown.elements[each].kind == kind - 1]
    found: list[Holder] = []
    for holder in holders:
        if not layout.is_hidden(holder) and (of is None or holder in of):
            row = [each.element.identity for each in layout.inside(holder) if not each.skipped]
            called = {each: in_brief(shown.elements[each], language) or name(each) for each in row}
            first: list[tuple[str, Identity, Identity | None]] = [("", holder, None)]
            found.append((name(holder), first + [(called[each], holder, each) for each in row]))
    return found
