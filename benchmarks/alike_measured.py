"""Made-up comments in both standards and with slips: which are found to say the same, with stems and with concepts."""

from itertools import combinations
from random import Random
from typing import Any

from benchmarks.comments import sentences, slipped
from sloyfe.algorithms.themes import Concepts, alike
from sloyfe.cycle.competence.content.synonyms import groups


def merging() -> list[dict[str, Any]]:
    """Each sentence in bokmål, in nynorsk, and in one of them with a slip."""
    texts, meant = _texts()
    should = sum(meant[one] == meant[other] for one, other in combinations(range(len(texts)), 2))
    found = []
    for name, concepts in (("stems, as on a page", None), ("concepts", Concepts(groups()))):
        clusters = alike(texts, most=len(texts), concepts=concepts)
        pairs = [pair for cluster in clusters for pair in combinations(cluster.members, 2)]
        right = sum(meant[one] == meant[other] for one, other in pairs)
        found.append(
            {"by": name, "found, %": round(100 * right / should, 1), "right, %": round(100 * right / len(pairs), 1)}
        )
    return found


def _texts() -> tuple[list[str], list[int]]:
    dice = Random(1)  # noqa: S311 - drawn to be drawn again
    every = [one for code, those in sentences().items() if code not in {"nothing", "before", "after"} for one in those]
    texts, meant = [], []
    for number, both in enumerate(every):
        nb, nn = both.split(" | ")
        texts += [nb, nn, slipped(dice, nn if number % 2 else nb)]
        meant += [number] * 3
    return texts, meant
