"""BM25: rare words count more, a word said again counts less each time, and long texts have no advantage.

Robertson, S. and Zaragoza, H. (2009): The probabilistic relevance framework: BM25 and beyond. Foundations and Trends
in Information Retrieval 3(4), 333-389. https://doi.org/10.1561/1500000019
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

SATURATION, LENGTH = 1.2, 0.75  # k1 and b, as is usual
Term = frozenset[str]  # the stems that count as one word of the question


@dataclass(frozen=True)
class Document:
    """A text that holds at least one of the stems: how long it is, and how often it says each of them."""

    key: object
    words: int
    times: Mapping[str, int]


@dataclass(frozen=True)
class Found:
    """How well a document answers, and how many words of the question it has."""

    key: object
    score: float
    terms: int


def rank(terms: Sequence[Term], documents: Iterable[Document], *, of: int, mean_words: float) -> list[Found]:
    """The documents that have any of the terms, among `of` documents that are `mean_words` long; the best first."""
    known = list(documents)
    frequencies = [[_times(term, each) for term in terms] for each in known]
    weights = [_weight(sum(1 for row in frequencies if row[n]), of) for n in range(len(terms))]
    found = [
        Found(each.key, _score(row, weights, each.words / mean_words if mean_words else 1.0), sum(map(bool, row)))
        for each, row in zip(known, frequencies, strict=True)
    ]
    return sorted((each for each in found if each.terms), key=lambda each: (-each.terms, -each.score))


def _times(term: Term, document: Document) -> int:
    return sum(document.times.get(each, 0) for each in term)


def _weight(has_it: int, of: int) -> float:
    """The logarithm is of one more, so that a word that all have still counts a little."""
    return log(1 + (max(of, has_it) - has_it + 0.5) / (has_it + 0.5))


def _score(times: Sequence[int], weights: Sequence[float], length: float) -> float:
    damping = SATURATION * (1 - LENGTH + LENGTH * length)
    return sum(
        weight * each * (SATURATION + 1) / (each + damping) for each, weight in zip(times, weights, strict=True) if each
    )
