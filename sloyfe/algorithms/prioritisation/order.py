"""The door: what people said, in; an order with its grounds, out."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sloyfe.algorithms.prioritisation.agreement import Agreement, agreement
from sloyfe.algorithms.prioritisation.ballots import Ballots, Floats, Ints
from sloyfe.algorithms.prioritisation.bands import bands
from sloyfe.algorithms.prioritisation.kemeny import SECONDS, Kemeny, Proof, kemeny
from sloyfe.algorithms.prioritisation.pairwise import borda, preferences, scores

FEW = 15
ALIKE = 1e-9


class Method(StrEnum):
    """How the order was made: by mean rank where few took part, else by the fewest overrulings."""

    BORDA = "borda"
    KEMENY = "kemeny"


@dataclass(frozen=True)
class Pair:
    """How many have the one before the other, how many the other way, and how many make no difference."""

    before: int
    after: int
    alike: int


@dataclass(frozen=True)
class Place:
    """An item in the order. Equal ranks are told apart by nothing; equal bands may as well change places.

    `score` is how many of the other items it is before, in the mean of all people; `next` compares it with the item in
    the next place.
    """

    item: int
    rank: int
    band: int
    score: float
    next: Pair | None


@dataclass(frozen=True)
class Order:
    """The items in order, how it was made and proved, and how much people agree."""

    method: Method
    people: int
    places: tuple[Place, ...]
    overruled: int
    bound: int
    proof: Proof
    agreement: Agreement | None


def arranged(ballots: Ballots, *, seed: int, seconds: float = SECONDS) -> Order:
    """The order of the items: Borda's with fewer than 15 people, Kemeny's from there on. Items nobody can tell apart
    come as they were numbered and share a rank."""
    pairs = preferences(ballots)
    mean = borda(pairs, ballots.people)
    best = kemeny(pairs, mean, seconds=seconds)
    method = Method.BORDA if ballots.people < FEW else Method.KEMENY
    by_score = tuple(int(item) for item in np.argsort(-np.round(mean, 12), kind="stable"))
    items = best.order if method is Method.KEMENY else by_score
    by_pairs = method is Method.KEMENY
    ranks = _ranks(items, mean, pairs, best) if by_pairs else _shared(items, mean)
    held = bands(ballots, items, by_pairs=by_pairs, seed=seed)
    places = tuple(
        Place(item, ranks[place], held[place], float(mean[item]), _next(pairs, items, place, ballots.people))
        for place, item in enumerate(items)
    )
    overruled = int(np.triu(pairs.T[np.ix_(items, items)], 1).sum())
    return Order(method, ballots.people, places, overruled, best.bound, best.proof, agreement(scores(ballots)))


def _next(pairs: Ints, items: tuple[int, ...], place: int, people: int) -> Pair | None:
    if place + 1 == len(items):
        return None
    one, other = items[place], items[place + 1]
    before, after = int(pairs[one, other]), int(pairs[other, one])
    return Pair(before, after, people - before - after)


def _shared(items: tuple[int, ...], mean: Floats) -> list[int]:
    """Equal scores share a rank."""
    return [1 + sum(bool(mean[other] > mean[item] + ALIKE) for other in items) for item in items]


def _ranks(items: tuple[int, ...], mean: Floats, pairs: Ints, best: Kemeny) -> list[int]:
    """Neighbours share a rank where neither Borda tells them apart nor a majority that holds all through."""
    part = {item: number for number, items in enumerate(best.parts) for item in items}
    ranks: list[int] = []
    together: list[int] = []
    for place, item in enumerate(items):
        same = together and all(
            abs(mean[item] - mean[other]) < ALIKE
            and (pairs[item, other] == pairs[other, item] or part[item] == part[other])
            for other in together
        )
        together = [*together, item] if same else [item]
        ranks.append(ranks[-1] if same else place + 1)
    return ranks
