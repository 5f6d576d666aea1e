"""What should hold, said a second time without the code that is tested."""

from collections.abc import Iterator

from sloyfe.cycle.competence.adaptation.changes import value
from sloyfe.cycle.competence.adaptation.conflicts import Clash
from sloyfe.cycle.competence.adaptation.layers import Facet
from sloyfe.cycle.competence.adaptation.tests.any_level import AnyLevel
from sloyfe.cycle.competence.adaptation.trees import Tree

Told = tuple[Clash, str, Facet]


def required(tree: Tree[str], mark: str) -> set[str]:
    """What is in and marked, or lies in what is."""
    marked = {each for each, element in tree.elements.items() if element.present and getattr(element, mark)}
    return {
        each
        for each, element in tree.elements.items()
        if element.present and not marked.isdisjoint({each, *tree.above(each)})
    }


def expected(level: AnyLevel) -> set[Told]:
    """What should be told, from what the level remembers and what its master says now."""
    return {*_on_the_same(level), *_required(level), *_skipped(level), *_adrift(level)}


def _on_the_same(level: AnyLevel) -> Iterator[Told]:
    theirs = level.master.elements
    for memory, facet, clash in (
        (level.words, Facet.WORDING, Clash.BOTH_REWORDED),
        (level.places, Facet.PLACE, Clash.BOTH_MOVED),
        (level.minutes, Facet.MINUTES, Clash.BOTH_RETIMED),
    ):
        for each, sides in memory.items():
            if each in theirs and not theirs[each].present:
                yield Clash.REMOVED_UNDER, each, facet
            elif each in theirs and value(theirs[each], facet) not in sides:
                yield clash, each, facet


def _required(level: AnyLevel) -> Iterator[Told]:
    for each, facet in level.layer.edits:
        if facet == Facet.REQUIRED and each in level.master.elements and not level.master.elements[each].present:
            yield Clash.REMOVED_UNDER, each, facet


def _skipped(level: AnyLevel) -> Iterator[Told]:
    shown = level.outcome
    kept = required(level.master, "required") | required(level.master, "core")
    for each in level.skipped:
        if any(each == one or each in shown.above(one) for one in kept):
            yield Clash.SKIPPED_BUT_KEPT, each, Facet.PRESENCE


def _adrift(level: AnyLevel) -> Iterator[Told]:
    theirs = level.master.elements
    for each in {*level.places, *(set(level.added) - level.skipped)}:
        moved = each in level.places
        place = level.places[each][0] if moved else level.layer.own[each].element.place
        if place.parent in theirs and not theirs[place.parent].present:
            yield Clash.HOLDER_REMOVED, each, Facet.PLACE
        after, stood = level.beside.get((each, "move" if moved else "add"), (None, None))
        if after in theirs and (not theirs[after].present or theirs[after].place != stood):
            yield Clash.NEIGHBOUR_GONE, each, Facet.PLACE
