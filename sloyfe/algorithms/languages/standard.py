"""Bokmål or nynorsk, also of few words: every piece of the text weighs for one of them.

A logistic regression on letter and word n-grams, which told near languages apart best in the DSL shared task of 2015
(Malmasi and Dras 2015; Zampieri et al. 2015, https://aclanthology.org/W15-5401, p. 1). The weights are learnt by
`benchmarks.language_learning` and committed: see docs/decisions/0019-weights-of-pieces-are-committed.md.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sloyfe.algorithms.languages.pieces import pieces

FILE = Path(__file__).with_name("weights.txt")
SURE = 0.95


@dataclass(frozen=True)
class Leaning:
    """The likelier of the two, empty where there are no letters; how likely it is, and whether that is enough."""

    language: str
    chance: float

    @property
    def sure(self) -> bool:
        """Wrong one time in twenty at most, in text like that which was learnt from."""
        return self.chance >= SURE


def standard(text: str) -> Leaning:
    """Which of the two written standards a Norwegian text is in; of other languages it knows nothing."""
    found = pieces(text)
    if not found:
        return Leaning("", 0.5)
    weights, always = _weights()
    odds = always + sum(weights.get(piece, 0) for piece in found) / math.sqrt(len(found))
    chance = 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
    return Leaning("nn", chance) if chance > 0.5 else Leaning("nb", 1 - chance)


@lru_cache(1)
def _weights() -> tuple[dict[str, float], float]:
    """Above zero is for nynorsk. The first line says what a unit is worth and what is always added."""
    first, *rows = FILE.read_text(encoding="utf-8").splitlines()
    unit, always = (float(number) for number in first.split())
    cut = (row.rsplit("\t", 1) for row in rows)
    return {piece: int(weight) * unit for piece, weight in cut}, always
