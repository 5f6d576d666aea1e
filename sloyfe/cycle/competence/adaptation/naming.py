"""Which block of a new reading is which of the version before, where the blocks themselves bear no name."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count
from typing import Generic, TypeVar

from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind, Tree

W = TypeVar("W", bound=Hashable)
# Two texts on the same page that share half of their words are one that was reworded.
ALIKE = 0.5


@dataclass(frozen=True)
class Nameless(Generic[W]):
    """A block as it was read, on a page whose identity is known."""

    page: Identity
    wording: W


def named(before: Tree[W] | None, blocks: Sequence[Nameless[W]], text: Callable[[W], str]) -> list[Identity]:
    """An identity for each: of the same on its page, else of the same elsewhere, else of the likest on its page."""
    known = before.elements if before else {}
    free = [
        known[each]
        for each in (before.order if before else [])
        if known[each].kind == Kind.BLOCK and known[each].present
    ]
    names: dict[int, Identity] = {}
    for same_page in (True, False):
        for number, block in enumerate(blocks):
            found = (e for e in free if e.wording == block.wording and (not same_page or e.place.parent == block.page))
            if number not in names and (match := next(found, None)):
                names[number] = match.identity
                free.remove(match)
    for _likeness, number, match in sorted(_likenesses(blocks, names, free, text), key=lambda found: -found[0]):
        if number not in names and match in free:
            names[number] = match.identity
            free.remove(match)
    for number, block in enumerate(blocks):
        if number not in names:
            taken = {*known, *names.values()}
            names[number] = next(name for n in count(1) if (name := f"{block.page}#{n}") not in taken)
    return [names[number] for number in range(len(blocks))]


def _likenesses(
    blocks: Sequence[Nameless[W]], names: dict[int, Identity], free: Sequence[Element[W]], text: Callable[[W], str]
) -> Iterator[tuple[float, int, Element[W]]]:
    for number, block in enumerate(blocks):
        for element in free:
            if number not in names and element.place.parent == block.page:
                matcher = SequenceMatcher(
                    None, text(element.wording).split(), text(block.wording).split(), autojunk=False
                )
                if matcher.quick_ratio() >= ALIKE and (likeness := matcher.ratio()) >= ALIKE:
                    yield likeness, number, element
