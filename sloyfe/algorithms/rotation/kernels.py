"""Annealing over who sits where, compiled.

Metropolis with geometric cooling (Kirkpatrick, Gelatt and Vecchi 1983). Most proposals start at somebody who could be
better placed (min-conflicts: Minton et al. 1992), and swap with somebody of the same stratum, which leaves the
attribute that the strata are made of as even as it was. What the arrays hold says `seating`.
"""

import numpy as np
from numba import njit

from sloyfe.algorithms.rotation.seating import Array, Cooling, Seating

IDLE = 0.1  # how often anybody is moved, and not somebody who could be better placed
LOOKS = 8  # at how many others, for one with whom a swap makes no group less mixed
TRIES = 10  # proposals for each who could be better placed, before looking who that is again
WITHIN = 0.75  # how often within the stratum


@njit(cache=True)
def swap_seats(s: Seating, cooling: Cooling, cost: int) -> int:
    """Anneal by swaps of two in one round, changing the arrays; returns the cost: repeats × `again`, and likeness."""
    np.random.seed(cooling.seed)
    heat, by = cooling.warm, (cooling.cold / cooling.warm) ** (1.0 / max(1, cooling.proposals))
    troubled = np.empty((s.group_of.size, 2), np.int64)
    done = 0
    while done < cooling.proposals and cost > cooling.enough:
        found = look_for_trouble(s, troubled)
        for _proposal in range(s.group_of.size // 4 + TRIES * found):
            done += 1
            heat *= by
            if found and np.random.random() > IDLE:
                at = np.random.randint(found)
                r, x = troubled[at, 0], troubled[at, 1]
            else:
                r, x = np.random.randint(s.group_of.shape[0]), np.random.randint(s.movable.size)
            if s.group_of[r, x] >= 0 and s.movable[x]:
                cost += propose_swap(s, cooling.again, heat, r, x)
            if cost <= cooling.enough:
                break
    return cost


@njit(cache=True)
def propose_swap(s: Seating, again: int, heat: float, r: int, x: int) -> int:
    """Swap somebody with somebody else, or not; returns by how much the cost grew."""
    n, here = s.movable.size, s.group_of[r, x]
    there, slot, change = -1, 0, 0
    for _look in range(LOOKS):
        there, slot = other_seat(s, r, x)
        if there >= 0:
            change = uneven(s, r, x, s.seats[r, there, slot], there)
            if change <= 0:
                break
    if there < 0:
        return 0
    y = s.seats[r, there, slot]
    mine, theirs = s.seats[r, here], s.seats[r, there]
    more = meetings(s, theirs, x, y, 0) - meetings(s, mine, x, x, 1)
    if y < n:
        more += meetings(s, mine, y, x, 0) - meetings(s, theirs, y, y, 1)
    change += again * more
    if change > 0 and np.random.random() >= np.exp(-change / heat):
        return 0
    acquaint(s, mine, x, -1)
    acquaint(s, theirs, y, -1)
    change_places(s, r, x, there, slot)
    acquaint(s, theirs, x, 1)
    acquaint(s, mine, y, 1)
    return change


@njit(cache=True)
def other_seat(s: Seating, r: int, x: int) -> tuple[int, int]:
    """A group and a seat in it that somebody could change with, or no group."""
    n, here = s.movable.size, s.group_of[r, x]
    if np.random.random() < WITHIN:
        y = of_same_stratum(s, x)
        there, slot = s.group_of[r, y], s.slot_of[r, y]
    else:
        there, slot = np.random.randint(s.seats.shape[1]), np.random.randint(s.seats.shape[2])
        y = s.seats[r, there, slot]
    if there < 0 or there == here or y < 0 or (y < n and not s.movable[y]):
        return -1, 0
    if y == n and (s.seats[r, here] == n).any():
        return -1, 0
    return there, slot


@njit(cache=True)
def swap_points(s: Seating, cooling: Cooling, cost: int) -> int:
    """Anneal by swaps of two in all rounds at once, so that nobody who has not met before meets twice."""
    np.random.seed(cooling.seed)
    rounds, n = s.group_of.shape
    heat, by = cooling.warm, (cooling.cold / cooling.warm) ** (1.0 / max(1, cooling.proposals))
    for _proposal in range(cooling.proposals):
        if cost <= cooling.enough:
            break
        heat *= by
        x = np.random.randint(n)
        y = of_same_stratum(s, x) if np.random.random() < WITHIN else np.random.randint(n)
        change = 0
        for r in range(rounds):
            here, there = s.group_of[r, x], s.group_of[r, y]
            if here != there:
                change += uneven(s, r, x, y, there)
                if s.known.size:
                    mine, theirs = s.seats[r, here], s.seats[r, there]
                    again = meetings(s, theirs, x, y, 0) - meetings(s, mine, x, x, 0)
                    again += meetings(s, mine, y, x, 0) - meetings(s, theirs, y, y, 0)
                    change += cooling.again * again
        if change > 0 and np.random.random() >= np.exp(-change / heat):
            continue
        cost += change
        for r in range(rounds):
            if s.group_of[r, x] != s.group_of[r, y]:
                change_places(s, r, x, s.group_of[r, y], s.slot_of[r, y])
    return cost


@njit(cache=True)
def of_same_stratum(s: Seating, person: int) -> int:
    """Anybody of the same stratum."""
    first, end = s.stratum_start[s.stratum[person]], s.stratum_start[s.stratum[person] + 1]
    return int(s.by_stratum[first + np.random.randint(end - first)])


@njit(cache=True)
def look_for_trouble(s: Seating, troubled: Array) -> int:
    """List everybody, round by round, who meets somebody again or is among too many alike; returns how many."""
    found = 0
    for r in range(s.group_of.shape[0]):
        for person in range(s.movable.size):
            here = s.group_of[r, person]
            if here >= 0 and not sits_well(s, r, here, person):
                troubled[found] = r, person
                found += 1
    return found


@njit(cache=True)
def sits_well(s: Seating, r: int, here: int, person: int) -> bool:
    """Meets nobody again, and is not among too many alike."""
    for a in range(s.weights.size):
        value = s.values[a, person]
        if s.counts[a, r, here, value] > s.most[a, r, value]:
            return False
    return meetings(s, s.seats[r, here], person, person, 1) == 0


@njit(cache=True)
def meetings(s: Seating, group: Array, person: int, leaving: int, more_than: int) -> int:
    """With how many of a group, apart from the one who leaves, somebody has met more than so often."""
    found = 0
    for other in group:
        if 0 <= other < s.movable.size and other != person and other != leaving:  # noqa: PLR1714 - compiled, a tuple costs
            found += s.known[person, other] > more_than
    return found


@njit(cache=True)
def uneven(s: Seating, r: int, x: int, y: int, there: int) -> int:
    """By how much likeness grows when x goes there and y, who may be nobody, comes instead."""
    here, change = s.group_of[r, x], 0
    for a in range(s.weights.size):
        one = s.values[a, x]
        other = s.values[a, y] if y < s.movable.size else -1
        if one != other:
            more = s.counts[a, r, there, one] - s.counts[a, r, here, one] + 1
            if other >= 0:
                more += s.counts[a, r, here, other] - s.counts[a, r, there, other] + 1
            change += s.weights[a] * more
    return change


@njit(cache=True)
def acquaint(s: Seating, group: Array, person: int, by: int) -> None:
    """Somebody meets all of a group, or has not met them after all."""
    if person < s.movable.size:
        for other in group:
            if 0 <= other < s.movable.size and other != person:
                s.known[person, other] += by
                s.known[other, person] += by


@njit(cache=True)
def change_places(s: Seating, r: int, x: int, there: int, slot: int) -> None:
    """x takes that seat, and whoever has it, if anybody, the seat of x."""
    here, old, y = s.group_of[r, x], s.slot_of[r, x], s.seats[r, there, slot]
    s.seats[r, here, old], s.seats[r, there, slot] = y, x
    s.group_of[r, x], s.slot_of[r, x] = there, slot
    for a in range(s.weights.size):
        s.counts[a, r, here, s.values[a, x]] -= 1
        s.counts[a, r, there, s.values[a, x]] += 1
    if y < s.movable.size:
        s.group_of[r, y], s.slot_of[r, y] = here, old
        for a in range(s.weights.size):
            s.counts[a, r, there, s.values[a, y]] -= 1
            s.counts[a, r, here, s.values[a, y]] += 1
