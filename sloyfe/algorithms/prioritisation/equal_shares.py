"""Sharing hours or money so that everybody's part counts alike: the Method of Equal Shares.

Peters, Pierczyński and Skowron (2021, Proportional participatory budgeting with additive utilities, NeurIPS 34). What
is left is used as they propose: everybody's part is raised step by step as long as the choice stays within the budget,
and then the rest goes to what most points are given to.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sloyfe.algorithms.prioritisation.ballots import Ballots, Floats
from sloyfe.algorithms.prioritisation.group_views import SMALLEST

STEP = 0.01
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Shares:
    """What is chosen, in the order it was, what it costs, and the items that only the rest paid for."""

    chosen: tuple[int, ...]
    cost: float
    by_rest: tuple[int, ...]


@dataclass(frozen=True)
class Served:
    """Of a group: how many gave points to something that was chosen."""

    people: int
    served: int


def equal_shares(ballots: Ballots, costs: Sequence[float], budget: float) -> Shares:
    """What to spend `budget` on, when everybody has the same part of it to spend on what they gave points to.

    Raises ValueError for an item that costs nothing.
    """
    price = np.asarray(costs, dtype=float)
    if price.size and price.min() <= 0:
        raise ValueError("an item without a cost needs no share")
    wishes = ballots.levels.astype(float)
    chosen, raised = _bought(wishes, price, budget), budget
    wanted = int(np.count_nonzero(wishes.any(axis=0)))
    while len(chosen) < wanted:
        raised *= 1 + STEP
        more = _bought(wishes, price, raised)
        if price[more].sum() > budget + TOLERANCE or raised > len(price) * budget:
            break
        chosen = more
    rest = _from_the_rest(wishes, price, budget, chosen)
    everything = [*chosen, *rest]
    return Shares(tuple(everything), float(price[everything].sum()), tuple(rest))


def served(ballots: Ballots, chosen: Sequence[int], groups: Sequence[int]) -> tuple[Served, ...]:
    """For each group from 0 on: how many it has, and how many of them got something that they gave points to.

    Raises ValueError for a group of fewer than five; −1 is in none.
    """
    labels = np.asarray(groups)
    got = np.any(ballots.levels[:, list(chosen)] > 0, axis=1).reshape(-1)
    sizes = np.bincount(labels[labels >= 0])
    if len(sizes) and sizes.min() < SMALLEST:
        raise ValueError(f"a group of fewer than {SMALLEST} cannot be looked at by itself")
    return tuple(Served(int(size), int(got[labels == group].sum())) for group, size in enumerate(sizes))


def _bought(wishes: Floats, price: Floats, budget: float) -> list[int]:
    """What people buy together, each time what costs its supporters least for each point."""
    people = len(wishes)
    left = np.full(people, budget / max(1, people))
    chosen: list[int] = []
    while True:
        rates = {item: _rate(wishes[:, item], left, price[item]) for item in range(len(price)) if item not in chosen}
        found = {item: rate for item, rate in rates.items() if rate is not None}
        if not found:
            return chosen
        item = min(found, key=lambda one: (found[one], one))
        left -= np.minimum(left, found[item] * wishes[:, item])
        chosen.append(item)


def _rate(wishes: Floats, left: Floats, price: float) -> float | None:
    """The least that supporters must pay for each point so that together they pay the price; None if they cannot."""
    for_it = wishes > 0
    purse, wish = left[for_it], wishes[for_it]
    if purse.sum() < price - TOLERANCE:
        return None
    order = np.argsort(purse / wish)
    purse, wish = purse[order], wish[order]
    paid = np.concatenate([[0.0], np.cumsum(purse)[:-1]])
    points = np.cumsum(wish[::-1])[::-1]
    rates = (price - paid) / points
    enough = np.flatnonzero(rates <= purse / wish + TOLERANCE)
    return float(rates[enough[0]]) if len(enough) else float((purse / wish)[-1])


def _from_the_rest(wishes: Floats, price: Floats, budget: float, chosen: Sequence[int]) -> list[int]:
    left = budget - price[list(chosen)].sum()
    rest: list[int] = []
    for item in np.argsort(-wishes.sum(axis=0) / price, kind="stable"):
        if item not in chosen and price[item] <= left + TOLERANCE and wishes[:, item].any():
            rest.append(int(item))
            left -= price[item]
    return rest
