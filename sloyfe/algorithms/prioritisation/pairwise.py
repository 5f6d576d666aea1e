"""Who prefers what to what: the table of pairs, Borda's scores, and how far up each person has each item."""

import numpy as np

from sloyfe.algorithms.prioritisation.ballots import Ballots, Floats, Ints


def preferences(ballots: Ballots) -> Ints:
    """How many have item i before item j, shape (items, items)."""
    columns = np.ascontiguousarray(_small(ballots.levels).T)
    counts = np.zeros((ballots.items, ballots.items), dtype=np.int64)
    for item, column in enumerate(columns):
        counts[item] = np.count_nonzero(column > columns, axis=1)
    return counts


def scores(ballots: Ballots) -> Floats:
    """The part of the other items that each person has each item before, shape (people, items); a tie is a half.

    It is the average rank turned round: 1 for a first place, 0 for the last, and what is left out shares what is left.
    """
    columns = np.ascontiguousarray(_small(ballots.levels).T)
    balance = np.zeros(columns.shape, dtype=np.int16)
    for column in columns:
        balance += columns > column
        balance -= columns < column
    return np.ascontiguousarray(0.5 + balance.T / (2 * max(1, ballots.items - 1)))


def borda(pairs: Ints, people: int) -> Floats:
    """Borda's count as the mean of `scores`, from the table of pairs alone."""
    items = len(pairs)
    if not people or items < 2:
        return np.full(items, 0.5)
    return np.asarray(0.5 + (pairs.sum(axis=1) - pairs.sum(axis=0)) / (2 * people * (items - 1)))


def margins(pairs: Ints) -> Ints:
    """By how many more people item i is before item j than after it."""
    return np.asarray(pairs - pairs.T)


def _small(levels: Ints) -> Ints:
    """Comparing small numbers is several times quicker."""
    narrow = levels.size and levels.min() >= -128 and levels.max() < 128
    return levels.astype(np.int8) if narrow else levels
