"""A quick try to keep some rules, before an integer programme is asked: the most bound first, where they fit."""

from collections import defaultdict
from collections.abc import Sequence
from random import Random

from sloyfe.algorithms.grouping.blocks import kept_together
from sloyfe.algorithms.grouping.tasks import Rule, RuleKind, Size, Task, pairs_kept_apart

ATTEMPTS = 4


def first_fit(task: Task, sizes: Sequence[Size], rules: Sequence[Rule]) -> list[int] | None:
    """A group for each participant that keeps these rules; None says nothing."""
    return next((found for seed in range(ATTEMPTS) if (found := _attempt(task, sizes, rules, Random(seed)))), None)  # noqa: S311 - no secret


def _attempt(task: Task, sizes: Sequence[Size], rules: Sequence[Rule], random: Random) -> list[int] | None:
    blocks = kept_together(task, rules)
    home = {place: block for block, places in enumerate(blocks) for place in places}
    pins = {home[task.places[rule.people[0]]]: rule.group for rule in rules if rule.kind == RuleKind.PINNED}
    leading = [any(task.participants[place].facilitator for place in places) for places in blocks]
    facilitated = any(rule.kind == RuleKind.FACILITATORS for rule in rules)
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs_kept_apart(rules):
        near[home[task.places[one]]].add(home[task.places[other]])
        near[home[task.places[other]]].add(home[task.places[one]])

    taken, served, group = [0] * len(sizes), [not facilitated] * len(sizes), dict[int, int]()

    def rank(block: int) -> tuple[bool, bool, int, int, float]:
        return (
            block not in pins,
            not (facilitated and leading[block]),
            -len(near[block]),
            -len(blocks[block]),
            random.random(),
        )

    for block in sorted(range(len(blocks)), key=rank):
        barred = {group[other] for other in near[block] if other in group}
        wanted = [pins[block]] if block in pins else range(len(sizes))
        fitting = [
            place
            for place in wanted
            if place is not None and place not in barred and taken[place] + len(blocks[block]) <= sizes[place].most
        ]
        if not fitting:
            return None
        best = min(fitting, key=lambda place: (served[place] or not leading[block], taken[place] - sizes[place].least))
        group[block] = best
        taken[best] += len(blocks[block])
        served[best] = served[best] or leading[block]
    if not all(served) or any(count < size.least for count, size in zip(taken, sizes, strict=True)):
        return None
    return [group[home[place]] for place in range(len(task.participants))]
