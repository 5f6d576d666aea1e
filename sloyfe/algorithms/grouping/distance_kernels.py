"""The inner loop of the search over distances, compiled. Only files named *_kernels know numba."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from sloyfe.algorithms.grouping.draw_kernels import Bits, draw

Whole = NDArray[np.int32]
Long = NDArray[np.int64]
NEVER = -1_000_000_000  # further down than any noise reaches


class Plane(NamedTuple):
    """Where everybody is. `pull`: the distances of each person to each group together; `own`: to their own group."""

    distances: Whole
    pull: Whole
    group: Whole
    own: Whole
    size: Whole
    low: Whole
    high: Whole


@njit(cache=True)
def pulls(distances: Whole, group: Whole, groups: int) -> Whole:
    """The sum of distances from each person to each group, shape (groups, people)."""
    people = distances.shape[0]
    pull = np.zeros((groups, people), np.int32)
    for person in range(people):
        place = group[person]
        for other in range(people):
            pull[place, other] += distances[person, other]
    return pull


@njit(cache=True)
def move(plane: Plane, person: int, place: int) -> None:
    """One person to another group; `pull` and `own` follow."""
    left, joined = plane.pull[plane.group[person]], plane.pull[place]
    row = plane.distances[person]
    for other in range(row.shape[0]):
        left[other] -= row[other]
        joined[other] += row[other]
    plane.group[person] = place
    for other in range(row.shape[0]):
        plane.own[other] = plane.pull[plane.group[other], other]


@njit(cache=True)
def look_for_room(plane: Plane, noise: Whole, person: int) -> tuple[int, int]:
    """Insert moves of one person into groups that have room: what was gained, and how many made it worse."""
    gained, worse = 0, 0
    for place in range(plane.size.shape[0]):
        left = plane.group[person]
        if plane.size[left] <= plane.low[left]:
            break
        if place == left or plane.size[place] >= plane.high[place]:
            continue
        gain = plane.pull[place, person] - plane.own[person]
        if gain > noise[place]:
            move(plane, person, place)
            plane.size[left] -= 1
            plane.size[place] += 1
            gained += gain
            worse += gain < 0
    return gained, worse


@njit(cache=True)
def swap_anywhere(plane: Plane, noise: Whole, person: int) -> tuple[int, int]:
    """Swaps of one person with everybody else in turn: what was gained, and how many made it worse."""
    row = plane.distances[person]
    gained, worse = 0, 0
    for other in range(row.shape[0]):
        here, there = int(plane.group[person]), int(plane.group[other])
        if here == there:
            continue
        gain = plane.pull[there, person] - plane.own[person] + plane.pull[here, other] - plane.own[other]
        gain -= 2 * row[other]
        if gain > noise[other]:
            move(plane, person, there)
            move(plane, other, here)
            gained += gain
            worse += gain < 0
    return gained, worse


@njit(cache=True)
def any_swap(plane: Plane, step: Whole, noise: Whole, person: int) -> bool:
    """Whether any swap of the person is accepted: asked for everybody without a branch, so that the processor does
    eight at a time. Most of the time the answer is no."""
    people, here = plane.distances.shape[0], plane.group[person]
    for place in range(step.shape[0]):
        step[place] = plane.pull[place, person] - plane.own[person]
    step[here] = NEVER
    home, row, own, group = plane.pull[here], plane.distances[person], plane.own, plane.group
    found = 0
    for other in range(people):
        found += step[group[other]] + home[other] - own[other] - 2 * row[other] > noise[other]
    return found > 0


@njit(cache=True)
def walk(plane: Plane, noise: Whole, moves: int, bits: Bits, values: Long, best: Whole) -> int:  # noqa: PLR0917 - what lives between calls
    """Metropolis steps at one temperature; returns how many accepted moves made it worse.

    `noise` is the temperature times the logarithm of evenly spread shares, in random order: a gain above the next
    entry is accepted. `values`: now, and the best seen, which `best` holds.
    """
    people, groups = plane.distances.shape[0], plane.size.shape[0]
    step = np.empty(groups, np.int32)
    looked, worse = 0, 0
    while looked < moves:
        person = draw(bits, people)
        start = draw(bits, noise.shape[0] - people - groups)
        gained, bad = look_for_room(plane, noise[start + people :], person)
        edge = noise[start : start + people]
        if any_swap(plane, step, edge, person):
            more, more_bad = swap_anywhere(plane, edge, person)
            gained, bad = gained + more, bad + more_bad
        looked += people + groups
        worse += bad
        values[0] += gained
        if values[0] > values[1]:
            values[1] = values[0]
            best[:] = plane.group
    return worse
