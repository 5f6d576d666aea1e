"""How much people agree on an order: Kendall's coefficient of concordance W, corrected for ties."""

from dataclasses import dataclass
from enum import StrEnum

from scipy.special import chdtrc

from sloyfe.algorithms.prioritisation.ballots import Floats

ALPHA = 0.05
SOME, GOOD, STRONG = 0.1, 0.3, 0.6


class Degree(StrEnum):
    """How far people have an order in common; NONE where chance could make as much."""

    NONE = "none"
    SOME = "some"
    GOOD = "good"
    STRONG = "strong"


@dataclass(frozen=True)
class Agreement:
    """Kendall's W (0–1), the mean Spearman correlation of two people that follows from it, and what that amounts to."""

    w: float
    correlation: float
    degree: Degree


def agreement(scores: Floats) -> Agreement | None:
    """How much the people behind `scores` (people, items) agree; None where nobody or nothing can be compared.

    W is the sum of squares between items over the total sum of squares of the ranks (Kendall and Babington Smith 1939);
    that is the form with average ranks, and so it is corrected for ties (Kendall and Gibbons 1990, chapter 6). Chance
    is judged by Friedman's chi-squared. W of few people is large by chance alone, the mean correlation is not.
    """
    people, items = scores.shape
    total = float(((scores - 0.5) ** 2).sum())
    if people < 2 or items < 2 or total <= 0:
        return None
    w = people * float(((scores.mean(axis=0) - 0.5) ** 2).sum()) / total
    correlation = (people * w - 1) / (people - 1)
    by_chance = float(chdtrc(items - 1, people * (items - 1) * w)) > ALPHA
    return Agreement(w, correlation, _degree(correlation, by_chance=by_chance))


def _degree(correlation: float, *, by_chance: bool) -> Degree:
    if by_chance or correlation < SOME:
        return Degree.NONE
    if correlation < GOOD:
        return Degree.SOME
    return Degree.GOOD if correlation < STRONG else Degree.STRONG
