"""Suggested codes of made-up comments: how many get one, and how many of those a person would accept."""

import time
from collections.abc import Sequence
from typing import Any

from benchmarks.comments import Comment, comments
from sloyfe.algorithms.themes import Coder, Concepts, areas
from sloyfe.cycle.competence.content.synonyms import groups

SEEDS, CODED, IN_ALL, UNSEEN = 5, 100, 1000, 3


def coding() -> list[dict[str, Any]]:
    """Before anything is coded, after a hundred, and after a hundred of other sentences than these."""
    concepts = Concepts(groups())
    words = {key: area.words for key, area in areas().items()}
    drawn = [comments(IN_ALL, seed) for seed in range(SEEDS)]
    narrow = [comments(CODED, 50 + seed, without=UNSEEN) for seed in range(SEEDS)]
    new = [_not_of(every, few) for every, few in zip(drawn, narrow, strict=True)]
    began = time.process_time()
    coders = [Coder(words, concepts, _coded(every[:CODED])) for every in drawn]
    spent = (time.process_time() - began) / SEEDS
    others = [Coder(words, concepts, _coded(few)) for few in narrow]
    wordless = [Coder(dict.fromkeys(words, ()), concepts, _coded(every[:CODED])) for every in drawn]
    rest = [every[CODED:] for every in drawn]
    return [
        _row("nothing coded", [Coder(words, concepts)] * SEEDS, rest),
        _row("100 coded", coders, rest) | {"CPU s to learn": round(spent, 2)},
        _row("100 coded, no words of areas", wordless, rest),
        _row("nothing coded, sentences not met", [Coder(words, concepts)] * SEEDS, new),
        _row("100 coded, sentences not met", others, new),
    ]


def _not_of(every: Sequence[Comment], few: Sequence[Comment]) -> list[Comment]:
    known = frozenset[str]().union(*(one.sentences for one in few))
    return [one for one in every if not one.sentences & known]


def _coded(those: Sequence[Comment]) -> list[tuple[str, frozenset[str]]]:
    return [(one.text, one.codes) for one in those]


def _row(name: str, coders: Sequence[Coder], drawn: Sequence[Sequence[Comment]]) -> dict[str, Any]:
    told = [(coder.suggestions(one.text), one) for coder, those in zip(coders, drawn, strict=True) for one in those]
    given = [suggestion.code in one.codes for suggestions, one in told for suggestion in suggestions]
    return {
        "what": name,
        "comments": len(told),
        "with a suggestion, %": round(100 * sum(bool(suggestions) for suggestions, _one in told) / len(told), 1),
        "suggestions accepted, %": round(100 * sum(given) / max(1, len(given)), 1),
    }
