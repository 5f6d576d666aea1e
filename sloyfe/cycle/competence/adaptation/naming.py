"""Which block of a new reading is which of the version before, where the blocks themselves bear no name."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Generic, TypeVar

from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind, Tree

W = TypeVar("W", bound=Hashable)
# Two texts on the same page that share half of their words are one that was reworded.
ALIKE = 0.5
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Nameless(Generic[W]):
    """A block as it was read, on a page whose identity is known."""

    page: Identity
    wording: W


def named(
    before: Tree[W] | None, blocks: Sequence[Nameless[W]], text: Callable[[W], str], besides: Collection[Identity] = ()
) -> list[Identity]:
    """An identity for each: of the same on its page, else of the same elsewhere, else of the likest on its page.

    A new one is none of those that stand `besides`.
    """
    known = before.elements if before else {}
    order = before.order if before else []
    free = {each: known[each] for each in order if known[each].kind == Kind.BLOCK and known[each].present}
    names: dict[int, Identity] = {}
    for same_page in (True, False):
        alike: dict[Hashable, deque[Identity]] = defaultdict(deque)
        for identity, element in free.items():
            alike[element.place.parent if same_page else None, element.wording].append(identity)
        for number, block in enumerate(blocks):
            row = alike.get((block.page if same_page else None, block.wording))
            if number not in names and row:
                names[number] = row.popleft()
                del free[names[number]]
    for _likeness, number, identity in sorted(_likenesses(blocks, names, free, text), key=lambda found: found[0]):
        if number not in names and identity in free:
            names[number] = identity
            del free[identity]
    taken = {*known, *names.values(), *besides}
    for number, block in enumerate(blocks):
        if number not in names:
            names[number] = next(name for n in count(1) if (name := f"{block.page}#{n}") not in taken)
            taken.add(names[number])
    return [names[number] for number in range(len(blocks))]


def _likenesses(
    blocks: Sequence[Nameless[W]], names: Mapping[int, Identity], free: Mapping[Identity, Element[W]],
    text: Callable[[W], str],
) -> Iterator[tuple[tuple[float, int], int, Identity]]:  # fmt: skip
    """The likest first, and of those as like the ones that stand at the same place among what is left."""
    old: dict[Identity | None, list[tuple[Identity, Counter[str]]]] = defaultdict(list)
    for identity, element in free.items():
        old[element.place.parent].append((identity, _words(text(element.wording))))
    new: dict[Identity, list[tuple[int, Counter[str]]]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if number not in names and block.page in old:
            new[block.page].append((number, _words(text(block.wording))))
    for page, row in new.items():
        for at, (number, mine) in enumerate(row):
            for place, (identity, theirs) in enumerate(old[page]):
                likeness = 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())
                if likeness >= ALIKE:
                    yield (-likeness, abs(at - place)), number, identity


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))
