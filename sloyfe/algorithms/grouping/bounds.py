"""How few same-category pairs any grouping can have: proved, and fast enough to tell with every result.

For one attribute alone the pairs are fewest when each category is spread evenly. That is a bound for the sum over
attributes, as each term is. It is strengthened by what cannot be spread: people who stay together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heapreplace

from sloyfe.algorithms.grouping.tasks import RuleKind, Size, Task


@dataclass(frozen=True)
class Bound:
    """For each attribute with weight, and for those who met, what no grouping goes below; and the cost of that."""

    fewest: Mapping[str, int]
    repeats: float
    cost: float


def bound_of(task: Task, blocks: Sequence[tuple[int, ...]]) -> Bound:
    """What no grouping that keeps these people together costs less than."""
    units = _settled_together(task, blocks)
    fewest, repeats = _fewest_pairs(task, units), _repeats_forced(task, units)
    return Bound(fewest, repeats, sum(task.weights[name] * pairs for name, pairs in fewest.items()) + repeats)


def _fewest_pairs(task: Task, units: Sequence[tuple[int, ...]]) -> dict[str, int]:
    fewest = {}
    largest, smallest = max(size.least for size in task.sizes), min(size.most for size in task.sizes)
    people, groups = len(task.participants), len(task.sizes)

    def pairs(parts: list[int]) -> int:
        """Where even counts fit the sizes, the sizes say nothing more."""
        in_blocks, count = _spread_in_blocks(parts, groups), sum(parts)
        if -(-count // groups) <= smallest and count + largest <= people:
            return in_blocks
        return max(in_blocks, _spread_in_sizes(count, people, task.sizes))

    for attribute, weight in task.weights.items():
        if weight:
            loads = _loads(task, attribute, units)
            fewest[attribute] = sum(map(pairs, loads.values()))
    return fewest


def _repeats_forced(task: Task, units: Sequence[tuple[int, ...]]) -> float:
    """The weight of those who met before and must share a group again."""
    home = {place: unit for unit, places in enumerate(units) for place in places}
    return sum(met.weight for met in task.met if home[task.places[met.one]] == home[task.places[met.other]])


def _settled_together(task: Task, blocks: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Blocks, with those that are pinned to the same group as one."""
    home = {place: block for block, places in enumerate(blocks) for place in places}
    group = {home[task.places[rule.people[0]]]: rule.group for rule in task.rules if rule.kind == RuleKind.PINNED}
    merged: dict[object, list[int]] = defaultdict(list)
    for block, places in enumerate(blocks):
        merged[("pinned", group[block]) if block in group else block] += places
    return [tuple(places) for places in merged.values()]


def _loads(task: Task, attribute: str, units: Iterable[tuple[int, ...]]) -> dict[str, list[int]]:
    """For each category, how many of it come in each unit that has any."""
    loads: dict[str, list[int]] = defaultdict(list)
    traits = [participant.traits.get(attribute) for participant in task.participants]
    for places in units:
        for category, count in Counter(traits[place] for place in places).items() if len(places) > 1 else ():
            if category is not None:
                loads[category].append(count)
        if len(places) == 1 and (alone := traits[places[0]]) is not None:
            loads[alone].append(1)
    return loads


def _spread_in_blocks(loads: Sequence[int], groups: int) -> int:
    """The fewest pairs where parts of a category stay together.

    Parts in groups of their own, then the rest one by one to the smallest group. Two parts in one group are never
    better: taking from that group what the other part lacks in an emptier one makes both closer to even. With more
    parts than groups the smallest are taken apart, which can only lower the bound.
    """
    if max(loads) == 1:
        return _evenly(len(loads), groups)
    largest = sorted(loads, reverse=True)[:groups]
    filled = largest + [0] * (groups - len(largest))
    heapify(filled)
    for _person in range(sum(loads) - sum(largest)):
        heapreplace(filled, filled[0] + 1)
    return _pairs(filled)


def _spread_in_sizes(count: int, people: int, sizes: Sequence[Size]) -> int:
    """The fewest pairs where no group takes more than its size, and others do not suffice to fill it."""
    filled = [max(0, size.least - (people - count)) for size in sizes]
    room = [(taken, size.most) for taken, size in zip(filled, sizes, strict=True)]
    left, level = count - sum(filled), 0
    while left > 0 and any(most > level for _taken, most in room):
        for group, (_taken, most) in enumerate(room):
            if left > 0 and filled[group] == level < most:
                filled[group] += 1
                left -= 1
        level += 1
    return _pairs(filled)


def _evenly(count: int, groups: int) -> int:
    each, over = divmod(count, groups)
    return over * each * (each + 1) // 2 + (groups - over) * each * (each - 1) // 2


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)
