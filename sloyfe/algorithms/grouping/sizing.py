"""How many people each group gets, before anybody is placed."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from sloyfe.algorithms.grouping.tasks import Size


def most_even(people: int, sizes: Sequence[Size]) -> list[int]:
    """As even as the sizes allow: whoever is next goes to the smallest group that has room."""
    taken = [size.least for size in sizes]
    left = people - sum(taken)
    open_groups = [(taken[group], group) for group, size in enumerate(sizes) if taken[group] < size.most]
    heapify(open_groups)
    for _person in range(left):
        count, group = heappop(open_groups)
        taken[group] = count + 1
        if count + 1 < sizes[group].most:
            heappush(open_groups, (count + 1, group))
    return taken


def most_pairs(people: int, sizes: Sequence[Size]) -> list[int]:
    """As uneven as the sizes allow, so that as many pairs as possible share a group (dynamic programme)."""
    best: list[dict[int, tuple[int, int]]] = [{0: (0, 0)}]
    for size in sizes:
        reached: dict[int, tuple[int, int]] = {}
        for placed, (pairs, _taken) in best[-1].items():
            for taken in range(size.least, min(size.most, people - placed) + 1):
                found = (pairs + taken * (taken - 1) // 2, taken)
                reached[placed + taken] = max(found, reached.get(placed + taken, (-1, 0)))
        best.append(reached)
    counts, placed = [], people
    for step in reversed(best[1:]):
        counts.append(step[placed][1])
        placed -= counts[-1]
    return counts[::-1]
