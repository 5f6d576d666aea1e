"""Rounds as arrays for the compiled search, and back."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

Array = np.ndarray[Any, Any]
Rounds = Sequence[Sequence[Sequence[int]]]
NO_SEAT = -1
EMPTY_SEATS = 8  # what two empty seats in a group cost, while points are given to people


class Seating(NamedTuple):
    """People are 0 … n − 1; n is nobody, a seat left empty so that groups of a round differ by one.

    `seats[r, g, s]` is who sits there; `group_of` and `slot_of` [r, i] where person i sits, −1 when absent;
    `values[a, i]` the value of a person, `counts[a, r, g, v]` how many of that value a group has, `most[a, r, v]` how
    many it has at most when they are spread evenly; `known[i, j]` how often two have met. People of one stratum are
    `by_stratum[stratum_start[k] : stratum_start[k + 1]]`.
    """

    seats: Array
    group_of: Array
    slot_of: Array
    values: Array
    counts: Array
    most: Array
    weights: Array
    known: Array
    movable: Array
    stratum: Array
    stratum_start: Array
    by_stratum: Array


class Cooling(NamedTuple):
    """How an annealing goes: a repeated meeting costs `again`; it ends at a cost of `enough`."""

    seed: int
    proposals: int
    warm: float
    cold: float
    again: int
    enough: int


class Mixing(NamedTuple):
    """What is to be spread, as numbers: `values[a, i]` of person i, and what likeness costs."""

    values: Array
    weights: Array

    def stratum(self) -> Array:
        """The values of the attribute that has fewest, which is the one hardest to spread."""
        kinds = [(int(row.max(initial=0)), a) for a, row in enumerate(self.values) if row.max(initial=0) > 0]
        return self.values[min(kinds)[1]] if kinds else np.zeros(self.values.shape[1], np.int64)

    def with_empty_seats(self, points: int) -> "Mixing":
        """As many points more that nobody has, which are to be spread too, and are of no value that somebody has."""
        people = self.values.shape[1]
        if points == people:
            return self
        empty = np.repeat(self.values.max(axis=1, initial=-1)[:, None] + 1, points - people, axis=1)
        taken = np.arange(points) >= people
        values = np.vstack([np.hstack([self.values, empty]), taken]).astype(np.int64)
        return Mixing(values, np.append(self.weights, EMPTY_SEATS))


def mixing(columns: Sequence[tuple[Sequence[Hashable], int]], people: int) -> Mixing:
    """Attributes' values and weights, numbered as they come."""
    values = np.zeros((len(columns), people), np.int64)
    for a, (column, _weight) in enumerate(columns):
        numbers: dict[Hashable, int] = {}
        values[a] = [numbers.setdefault(value, len(numbers)) for value in column]
    return Mixing(values, np.array([weight for _column, weight in columns], np.int64))


def seated(rounds: Rounds, spread: Mixing, known: Array, pinned: Iterable[int] = ()) -> Seating:
    """The arrays for these rounds; `known` is who met before them, and is taken over."""
    n = spread.values.shape[1]
    groups, slots = len(rounds[0]), max(len(group) for groups in rounds for group in groups)
    seats = np.full((len(rounds), groups, slots), NO_SEAT, np.int64)
    group_of = np.full((len(rounds), n), NO_SEAT, np.int64)
    slot_of = np.full((len(rounds), n), NO_SEAT, np.int64)
    for r, one in enumerate(rounds):
        limit = max(len(group) for group in one)
        for g, group in enumerate(one):
            seats[r, g, :limit] = n
            seats[r, g, : len(group)] = group
            group_of[r, list(group)] = g
            slot_of[r, list(group)] = range(len(group))
    movable = np.ones(n, np.bool_)
    movable[list(pinned)] = False
    stratum = spread.stratum()
    starts = np.concatenate([[0], np.cumsum(np.bincount(stratum))])
    by_stratum = np.argsort(stratum, kind="stable")
    counts, most = _counted(group_of, groups, spread.values)
    return Seating(
        seats, group_of, slot_of, spread.values, counts, most, spread.weights, known, movable,
        stratum, starts, by_stratum,
    )  # fmt: skip


def _counted(group_of: Array, groups: int, values: Array) -> tuple[Array, Array]:
    """How many of each value sit in each group, and at most do when they are spread evenly."""
    kinds = int(values.max(initial=0)) + 1
    counts = np.zeros((len(values), len(group_of), groups, kinds), np.int64)
    for a, row in enumerate(values):
        for r, where in enumerate(group_of):
            there = where >= 0
            np.add.at(counts[a, r], (where[there], row[there]), 1)
    return counts, -(-counts.sum(axis=2) // groups)


def meet(known: Array, seats: Array) -> None:
    """Count the meetings of these seats into `known`."""
    n = len(known)
    for group in seats.reshape(-1, seats.shape[2]):
        people = group[(group >= 0) & (group < n)]
        known[np.ix_(people, people)] += 1
        known[people, people] -= 1


def likeness(seating: Seating) -> int:
    """Pairs in a group who are alike, by weight."""
    pairs = (seating.counts.astype(np.int64) * (seating.counts - 1) // 2).sum(axis=(1, 2, 3))
    return int(pairs @ seating.weights)


def least_likeness(seating: Seating) -> int:
    """The same, if every value could be spread evenly."""
    totals = seating.counts.sum(axis=2, dtype=np.int64)
    groups = seating.counts.shape[2]
    each, over = totals // groups, totals % groups
    pairs = (groups - over) * (each * (each - 1) // 2) + over * (each * (each + 1) // 2)
    return int(pairs.sum(axis=(1, 2)) @ seating.weights)


def acquaintances(people: int, pairs: Iterable[tuple[int, int]]) -> Array:
    """Who met before, as a table of noughts and ones."""
    known = np.zeros((people, people), np.uint16)
    for one, other in pairs:
        known[one, other] = known[other, one] = 1
    return known


def met_again(seating: Seating) -> int:
    """Meetings in these rounds of two who met before them."""
    return sum(
        int(seating.known[np.ix_(group, group)].sum()) // 2
        for group in seating.seats.reshape(-1, seating.seats.shape[2])
    )


def repeats(known: Array) -> int:
    """Meetings of two who had met."""
    return int((np.maximum(known, 1) - 1).sum()) // 2


def unseated(seats: Array, people: int) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The rounds again."""
    return tuple(
        tuple(tuple(sorted(int(person) for person in group if 0 <= person < people)) for group in one) for one in seats
    )
