"""Words of one written language and their twins in the other, also as the first or the last part of a longer word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sloyfe.algorithms.searching.words import stem

SHORTEST_PART = 4


class Synonyms:
    """Groups of words that mean the same."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._twins: Mapping[str, frozenset[str]] = _twins(groups := [tuple(group) for group in groups])
        self._parts = {word: group for group in groups for word in group if len(word) >= SHORTEST_PART}

    def stems(self, word: str) -> frozenset[str]:
        """The stems that somebody who writes this word looks for, the word's own among them."""
        written = {word, *self._exchanged(word)}
        written |= {again for each in tuple(written) for again in self._exchanged(each)}
        own = {stem(each) for each in written}
        return frozenset(own).union(*(self._twins.get(each, frozenset()) for each in own))

    def _exchanged(self, word: str) -> set[str]:
        """The word with its first or last part as the other language has it: skoleeier, skuleeier, skoleeigar."""
        found = set()
        for cut in range(SHORTEST_PART, len(word) - 2):
            found |= {twin + word[cut:] for twin in self._parts.get(word[:cut], ())}
        for cut in range(3, len(word) - SHORTEST_PART + 1):
            found |= {word[:cut] + twin for twin in self._parts.get(word[cut:], ())}
        return found


def _twins(groups: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        stems = {stem(word) for word in group}
        for each in stems:
            found[each] |= stems
    return {each: frozenset(stems) for each, stems in found.items()}
