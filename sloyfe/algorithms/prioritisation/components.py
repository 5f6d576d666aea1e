"""The parts of an order that majorities alone decide (Truchon 1998, the extended Condorcet criterion)."""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from sloyfe.algorithms.prioritisation.ballots import Floats, Ints


def components(margins: Ints, tie_break: Floats) -> list[list[int]]:
    """Items in parts, first part first: whoever is in an earlier part loses to nobody in a later one.

    The parts are the strongly connected components of the strict majorities. Of any order, sorting it by part changes
    only pairs between parts, and each of those to the side that at least as many prefer; so some Kemeny order keeps
    the parts. Parts that tie come by the mean of `tie_break`, highest first.
    """
    beats = margins > 0
    count, part_of = connected_components(csr_array(beats), directed=True, connection="strong")
    members = [np.flatnonzero(part_of == part) for part in range(count)]
    means = np.array([tie_break[items].mean() for items in members])
    beaten = np.zeros((count, count), dtype=bool)
    for winner, loser in np.argwhere(beats):
        beaten[part_of[loser], part_of[winner]] = part_of[loser] != part_of[winner]
    left = set(range(count))
    order: list[list[int]] = []
    while left:
        free = [part for part in left if not any(beaten[part, other] for other in left)]
        chosen = max(free, key=lambda part: (means[part], -int(members[part][0])))
        order.append([int(item) for item in members[chosen]])
        left.remove(chosen)
    return order
