"""Where an order is firm, and which neighbours may as well change places."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.prioritisation.ballots import Ballots
from sloyfe.algorithms.prioritisation.resampling import draws_of, in_portions

FEWEST = 10
SURE = 0.95
DRAWS = 400

Bools = NDArray[np.bool_]
Floats32 = NDArray[np.float32]


def bands(ballots: Ballots, order: Sequence[int], *, by_pairs: bool, seed: int, draws: int = DRAWS) -> tuple[int, ...]:
    """The band of each place in the order, counted from 0: between bands the order is firm.

    A line is drawn between two places only where the same items come above it in nearly every draw of the same people,
    and all lines of an order hold at once in at least 95 of 100 draws. `by_pairs`: items come above where a majority
    prefers each of them to each below, which every Kemeny order keeps; otherwise where Borda puts each of them above.
    With fewer than ten people there are no lines.
    """
    if ballots.people < FEWEST or ballots.items < 2:
        return (0,) * ballots.items
    drawn = _drawn_margins(ballots.levels[:, list(order)], draws, seed)
    holds = _above_by_pairs(drawn) if by_pairs else _above_by_borda(drawn)
    lines = _together(holds)
    return tuple(int(band) for band in np.concatenate([[0], np.cumsum(lines)]))


def _drawn_margins(levels: NDArray[np.int64], draws: int, seed: int) -> Floats32:
    """By how many more people each item is before each other in each draw, shape (draws, items, items)."""
    people, items = levels.shape
    upper, lower = np.triu_indices(items, 1)
    weights = draws_of(people, draws, seed)
    sums = np.zeros((draws, len(upper)), dtype=np.float32)
    for portion in in_portions(people):
        some = levels[portion]
        signs = np.sign(some[:, upper] - some[:, lower]).astype(np.float32)
        sums += weights[:, portion] @ signs
    margins = np.zeros((draws, items, items), dtype=np.float32)
    margins[:, upper, lower] = sums
    margins[:, lower, upper] = -sums
    return margins


def _above_by_pairs(margins: Floats32) -> Bools:
    """Whether all above a place beat all below it, shape (draws, items − 1)."""
    down = np.minimum.accumulate(margins, axis=1)
    least = np.minimum.accumulate(down[:, :, ::-1], axis=2)[:, :, ::-1]
    return np.asarray(np.diagonal(least, offset=1, axis1=1, axis2=2) > 0)


def _above_by_borda(margins: Floats32) -> Bools:
    scores = margins.sum(axis=2)
    least_above = np.minimum.accumulate(scores, axis=1)[:, :-1]
    most_below = np.maximum.accumulate(scores[:, ::-1], axis=1)[:, ::-1][:, 1:]
    return np.asarray(least_above > most_below)


def _together(holds: Bools) -> Bools:
    """The lines that hold at once in nearly all draws, the firmest taken first."""
    joint = np.ones(len(holds), dtype=bool)
    lines = np.zeros(holds.shape[1], dtype=bool)
    for line in np.argsort(-holds.mean(axis=0), kind="stable"):
        lines[line] = (joint & holds[:, line]).mean() >= SURE
        if lines[line]:
            joint &= holds[:, line]
    return lines
