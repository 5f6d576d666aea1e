"""Codes suggested for texts: by words of each code at first, more and more by what a person has confirmed.

For each code a logistic regression on concepts, their four-letter pieces and the code's own words, of which the last
are believed in beforehand (a normal prior about a positive weight), so that it can say something of the first text and
is corrected by the next. A text may have several codes, or none. Nothing here is a decision: a person confirms.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from sloyfe.algorithms.regression import logistic
from sloyfe.algorithms.themes.concepts import Concepts

LIKELY: Final = 0.5
PIECE: Final = 4
SHORTEST_PART: Final = 4
MOST_HITS: Final = 2
# What is believed before anything is confirmed, and how firmly.
OWN_WORD, OTHERS_WORD, CONSTANT = 2.4, -0.7, -1.8
FIRM, LOOSE = 4.0, 0.15
ALWAYS: Final = "always"
Features = dict[str, float]
Coded = tuple[str, Collection[str]]


@dataclass(frozen=True)
class Suggestion:
    """A code, and how likely it is that a person would give it (0-1)."""

    code: str
    chance: float


class Coder:
    """Suggests codes, each known by words of its own and by texts that a person has coded."""

    def __init__(self, words: Mapping[str, Collection[str]], concepts: Concepts, coded: Sequence[Coded] = ()) -> None:
        self._concepts = concepts
        self._owners: dict[str, set[str]] = {}
        for code, own in words.items():
            for word in own:
                for language in ("nb", "nn"):
                    self._owners.setdefault(concepts.name(word.lower(), language), set()).add(code)
        self._codes = tuple(dict.fromkeys([*words, *sorted({code for _text, codes in coded for code in codes})]))
        self._weights = self._learnt(coded)

    def suggestions(self, text: str, *, least: float = LIKELY) -> tuple[Suggestion, ...]:
        """The likeliest first; none where none is likely."""
        found = self._features(text)
        odds = {
            code: sum(weights.get(name, 0.0) * value for name, value in found.items())
            for code, weights in self._weights.items()
        }
        told = (Suggestion(code, round(float(1 / (1 + np.exp(-each))), 4)) for code, each in odds.items())
        return tuple(sorted((one for one in told if one.chance >= least), key=lambda one: (-one.chance, one.code)))

    def _features(self, text: str) -> Features:
        concepts = {concept for _word, concept in self._concepts.of(text)}
        pieces = {f"·{one[at : at + PIECE]}" for one in concepts for at in range(len(one) - PIECE + 1)}
        found: Features = {ALWAYS: 1.0}
        found |= dict.fromkeys(sorted(concepts), 1.0)
        found |= dict.fromkeys(sorted(pieces), max(1, len(pieces)) ** -0.5)
        for concept in concepts:
            for code in self._owned(concept):
                found[f"#{code}"] = min(MOST_HITS, found.get(f"#{code}", 0.0) + 1)
        return found

    def _owned(self, concept: str) -> set[str]:
        """The codes whose word this is, or is the first or last part of it."""
        parts = (concept[:cut] for cut in range(SHORTEST_PART, len(concept)))
        ends = (concept[cut:] for cut in range(1, len(concept) - SHORTEST_PART + 1))
        return set().union(*(self._owners.get(one, ()) for one in (concept, *parts, *ends)))

    def _learnt(self, coded: Sequence[Coded]) -> Mapping[str, Features]:
        found = [self._features(text) for text, _codes in coded]
        names = sorted({ALWAYS, *(f"#{code}" for code in self._codes)}.union(*found))
        table = _table(found, names)
        firmness = np.array([FIRM if name[0] == "#" or name == ALWAYS else LOOSE for name in names])
        learnt = {}
        for code in self._codes:
            middle = np.array([_believed(name, code) for name in names])
            yes = np.array([code in codes for _text, codes in coded], dtype=np.bool_)
            weights = logistic(table, yes, middle, firmness) if coded else middle
            learnt[code] = {name: float(weight) for name, weight in zip(names, weights, strict=True) if weight}
        return learnt


def _believed(name: str, code: str) -> float:
    if name == ALWAYS:
        return CONSTANT
    if name.startswith("#"):
        return OWN_WORD if name == f"#{code}" else OTHERS_WORD
    return 0.0


def _table(found: Sequence[Features], names: Sequence[str]) -> Any:
    number = {name: place for place, name in enumerate(names)}
    rows = [row for row, each in enumerate(found) for _name in each]
    columns = [number[name] for each in found for name in each]
    values: NDArray[np.float64] = np.array([value for each in found for value in each.values()], dtype=np.float64)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))
