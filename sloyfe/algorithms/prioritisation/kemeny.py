"""Kemeny's order: the one that overrules the fewest pairwise preferences, with a proof that none overrules fewer."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sloyfe.algorithms.prioritisation.ballots import Floats, Ints
from sloyfe.algorithms.prioritisation.components import components
from sloyfe.algorithms.prioritisation.linear_ordering import cheapest_order, order_cost
from sloyfe.algorithms.prioritisation.pairwise import margins

SECONDS = 20.0


class Proof(StrEnum):
    """How it is known that no order overrules fewer preferences."""

    MAJORITIES = "majorities"
    CERTIFICATE = "certificate"
    SEARCH = "search"
    NONE = "none"


@dataclass(frozen=True)
class Kemeny:
    """An order, how many preferences it overrules, how many any order must overrule, and how that is known."""

    order: tuple[int, ...]
    overruled: int
    bound: int
    proof: Proof
    parts: tuple[tuple[int, ...], ...]


def kemeny(pairs: Ints, tie_break: Floats, *, seconds: float = SECONDS) -> Kemeny:
    """The order that overrules the fewest of `pairs`; orders that overrule equally many come by `tie_break`.

    `pairs[i, j]` is how many prefer i to j (Kemeny 1959, Mathematics without numbers, Daedalus 88:577); a tie is never
    overruled. Parts that majorities decide are split off first; each of the others is a linear ordering problem. The
    solver gets `seconds` for each part; where that is not enough the order is the best that moving single items finds,
    and `proof` says NONE.
    """
    against = pairs.T
    whole: list[int] = []
    proofs = {Proof.MAJORITIES}
    bound = int(np.minimum(pairs, against)[np.triu_indices(len(pairs), 1)].sum())
    parts = components(margins(pairs), tie_break)
    for part in parts:
        inside, extra, proof = _arranged(part, pairs, tie_break, seconds)
        whole += inside
        bound += extra
        proofs.add(proof)
    order = tuple(whole)
    weakest = [proof for proof in Proof if proof in proofs][-1]
    return Kemeny(order, order_cost(against, order), bound, weakest, tuple(map(tuple, parts)))


def _arranged(part: list[int], pairs: Ints, tie_break: Floats, seconds: float) -> tuple[list[int], int, Proof]:
    """A part in order, and how many more than the smaller side of each pair it must overrule."""
    if len(part) == 1:
        return part, 0, Proof.MAJORITIES
    inside = pairs[np.ix_(part, part)].T
    excess = inside - np.minimum(inside, inside.T)
    dearer = tie_break[part]
    against = (dearer[:, None] < dearer[None, :] - 1e-12).astype(np.int64)
    found = cheapest_order(excess, against, seconds=seconds)
    if found is None:
        return [part[item] for item in _improved(excess, dearer)], 0, Proof.NONE
    proof = Proof.CERTIFICATE if found.certified else Proof.SEARCH
    return [part[item] for item in found.order], found.bound, proof


def _improved(costs: Ints, tie_break: Floats) -> list[int]:
    """Single items are moved to where they cost least until no move helps."""
    order = [int(item) for item in np.argsort(-tie_break, kind="stable")]
    moved = True
    while moved:
        moved = False
        for item in order:
            rest = [other for other in order if other != item]
            after = np.concatenate([[0], np.cumsum(costs[rest, item])])
            before = np.concatenate([np.cumsum(costs[item, rest][::-1])[::-1], [0]])
            place = int(np.argmin(after + before))
            if (after + before)[place] < (after + before)[order.index(item)]:
                order = [*rest[:place], item, *rest[place:]]
                moved = True
    return order
