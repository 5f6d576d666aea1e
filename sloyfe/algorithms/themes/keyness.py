"""Words that some write more than others: the log-odds ratio with an informative Dirichlet prior, and how sure it is.

Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008): Fightin' Words. Political Analysis 16(4), 372-403,
https://doi.org/10.1093/pan/mpn018. A text counts a concept once, so that nobody makes a keyword alone. The table is as
long as it holds: when the texts are drawn again (Efron 1979), the same words must come first.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.themes.concepts import Concepts

FEWEST_TEXTS: Final = 10
FEWEST_HOLDING: Final = 5
CLEAR: Final = 2.58
HOLDS: Final = 0.7
DRAWS: Final = 200
LOUDNESS: Final = 0.3
NORMAL_95: Final = 1.96
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Keyword:
    """A concept that stands out, as most write it; in how many texts; and the log-odds ratio with its 95 % interval."""

    concept: str
    written: str
    texts: int
    log_odds: float
    low: float
    high: float
    z: float


@dataclass(frozen=True)
class Keywords:
    """The clearest first; and how much of the table is the same when the texts are drawn again (Jaccard, 0-1)."""

    words: tuple[Keyword, ...]
    holds: float


def keywords(
    texts: Sequence[str],
    others: Sequence[str],
    concepts: Concepts,
    *,
    most: int = 40,
    least_holds: float = HOLDS,
    seed: int = 0,
) -> Keywords:
    """What these write more than the others: none where either are under ten that say something."""
    written: dict[str, Counter[str]] = {}
    bags = [bag for text in texts if (bag := _bag(text, concepts, written))]
    other_bags = [bag for text in others if (bag := _bag(text, concepts))]
    holding = Counter(concept for bag in bags for concept in bag)
    known = sorted(concept for concept, count in holding.items() if count >= FEWEST_HOLDING)
    if not known or min(len(bags), len(other_bags)) < FEWEST_TEXTS:
        return NONE
    ours, theirs = _table(bags, known), _table(other_bags, known)
    odds, spread = _log_odds(ours.sum(axis=0), theirs.sum(axis=0))
    clearness = odds / spread
    order = [int(place) for place in np.argsort(-clearness, kind="stable")[:most]]
    same = _held(ours, theirs, clearness, np.random.default_rng(seed))[:most]
    length = max((length for length, likeness in enumerate(same, 1) if likeness >= least_holds), default=0)
    found = tuple(
        _keyword(known[place], written[known[place]], holding[known[place]], odds[place], spread[place])
        for place in order[:length]
    )
    return Keywords(found, round(float(same[length - 1]), 3)) if length else NONE


NONE: Final = Keywords((), 0.0)


def _keyword(concept: str, written: Counter[str], texts: int, odds: float, spread: float) -> Keyword:
    low, high = odds - NORMAL_95 * spread, odds + NORMAL_95 * spread
    rounded = (round(float(value), 4) for value in (odds, low, high, odds / spread))
    return Keyword(concept, _shown(concept, written), texts, *rounded)


def _bag(text: str, concepts: Concepts, written: dict[str, Counter[str]] | None = None) -> frozenset[str]:
    pairs = frozenset((concept, word) for word, concept in concepts.of(text))
    if written is not None:
        for concept, word in pairs:
            written.setdefault(concept, Counter())[word] += 1
    return frozenset(concept for concept, _word in pairs)


def _shown(concept: str, written: Counter[str]) -> str:
    """As most write it, if so many do that it is nobody's own way; otherwise the dictionary's form."""
    word, count = min(written.items(), key=lambda each: (-each[1], each[0]))
    return word if count >= FEWEST_HOLDING else concept


def _table(bags: Sequence[frozenset[str]], known: Sequence[str]) -> Floats:
    """A row for each text: which of the known concepts it holds, and last how many others."""
    number = {concept: place for place, concept in enumerate(known)}
    table = np.zeros((len(bags), len(known) + 1))
    for row, bag in enumerate(bags):
        for concept in bag:
            table[row, number.get(concept, -1)] += 1
    return table


def _log_odds(ours: Any, theirs: Any) -> tuple[Floats, Floats]:
    """For counts of concepts (the last axis, of which the last are all others): the ratio and its standard deviation.

    The prior says what both together say, as loudly as a part of the smaller one would.
    """
    both = ours + theirs
    sizes = ours.sum(axis=-1, keepdims=True), theirs.sum(axis=-1, keepdims=True)
    prior = both / both.sum(axis=-1, keepdims=True) * np.minimum(*sizes) * LOUDNESS
    mine, other = ((side + prior)[..., :-1] for side in (ours, theirs))
    rest, other_rest = (size * 1.0 + prior.sum(axis=-1, keepdims=True) + 1 for size in sizes)
    odds = np.log(mine / (rest - mine)) - np.log(other / (other_rest - other))
    return odds, np.sqrt(1 / mine + 1 / other)


def _held(ours: Floats, theirs: Floats, clearness: Floats, chance: np.random.Generator) -> list[float]:
    """For each length of a table, how like it those are that are as clear when texts are drawn again (Jaccard)."""
    drawn = [
        chance.multinomial(len(table), np.full(len(table), 1 / len(table)), size=DRAWS) @ table
        for table in (ours, theirs)
    ]
    with np.errstate(divide="ignore", invalid="ignore"):
        odds, spread = _log_odds(*drawn)
        again = np.where(drawn[0][:, :-1] >= FEWEST_HOLDING, odds / spread, -np.inf)
    found = []
    for least in sorted((value for value in clearness if value >= CLEAR), reverse=True):
        inside = clearness >= least
        chosen = again >= least
        found.append(float(((chosen & inside).sum(axis=1) / (chosen | inside).sum(axis=1)).mean()))
    return found
