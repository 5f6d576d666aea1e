"""Keywords of planted comments: how many, how stable when texts are drawn again, and how many where none are."""

from collections.abc import Sequence
from random import Random
from typing import Any

from benchmarks.comments import comments
from sloyfe.algorithms.themes import Concepts, keywords
from sloyfe.cycle.competence.content.synonyms import groups

# As if kindergartens wrote the ones and schools the others.
YOUNGER = dict.fromkeys(("assessment_for_learning", "digital_judgement", "group_leadership", "leadership"), 0.03)
YOUNGER |= {"play_and_exploration": 3.0, "language_environment": 2.0}
OLDER = dict.fromkeys(("play_and_exploration", "transitions", "language_environment"), 0.03)
OLDER |= {"assessment_for_learning": 2.0, "digital_judgement": 2.0}
SEEDS, AGAIN = 8, 4


def keyness() -> list[dict[str, Any]]:
    """For as many texts on either side: tables shown, their words, their likeness to those of bootstrap draws."""
    return [_of(count, Concepts(groups())) for count in (60, 150, 300, 600)]


def _of(count: int, concepts: Concepts) -> dict[str, Any]:
    shown, likeness, false = [], [], 0
    for seed in range(SEEDS):
        ours, theirs = _written(count, seed, YOUNGER), _written(count, 100 + seed, OLDER)
        table = keywords(ours, theirs, concepts)
        false += len(keywords(_written(count, 200 + seed, OLDER), theirs, concepts).words)
        if table.words:
            shown.append(len(table.words))
            least = min(word.z for word in table.words)
            told = {word.concept for word in table.words}
            likeness += [_like(told, _clear(ours, theirs, concepts, least, again)) for again in range(AGAIN)]
    return {
        "texts on either side": count,
        "tables shown": f"{len(shown)} of {SEEDS}",
        "words in each": shown,
        "Jaccard": round(sum(likeness) / len(likeness), 2) if likeness else None,
        "false keywords": false,
    }


def _clear(ours: Sequence[str], theirs: Sequence[str], concepts: Concepts, least: float, seed: int) -> set[str]:
    dice = Random(seed)  # noqa: S311 - drawn to be drawn again
    drawn = (dice.choices(texts, k=len(texts)) for texts in (ours, theirs))
    table = keywords(*drawn, concepts, most=1000, least_holds=0.0)
    return {word.concept for word in table.words if word.z >= least}


def _like(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def _written(count: int, seed: int, weights: dict[str, float]) -> list[str]:
    return [comment.text for comment in comments(count, seed, weights=weights)]
