"""A grouping as it is told: who sits where, how good that is, and why."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from sloyfe.algorithms.grouping.blocks import kept_together
from sloyfe.algorithms.grouping.bounds import Bound, bound_of
from sloyfe.algorithms.grouping.tasks import Rule, RuleKind, Task

SAME = 1e-9


@dataclass(frozen=True)
class Balance:
    """How evenly one attribute is spread: pairs of people in a group who are the same, and the proved fewest."""

    attribute: str
    pairs: int
    fewest: int
    widest: int  # the largest difference between two groups in how many of one category they have


@dataclass(frozen=True)
class Grouping:
    """Groups of keys, in the order of the sizes asked for. No grouping that keeps the rules costs less than `bound`."""

    groups: tuple[tuple[str, ...], ...]
    cost: float
    bound: float
    violations: tuple[Rule, ...]
    balances: tuple[Balance, ...]
    repeats: float
    seed: int

    @property
    def proved_best(self) -> bool:
        """No grouping that keeps the rules costs less."""
        return self.cost <= self.bound + SAME * max(1.0, abs(self.bound))

    @property
    def gap(self) -> float:
        """How far above the proved bound, as a share of it; 0 where it is proved best."""
        if self.proved_best:
            return 0.0
        return (self.cost - self.bound) / self.bound if self.bound else inf


def told(
    task: Task, groups: Sequence[Sequence[str]], seed: int, bound: Bound | None = None, *, is_best: bool = False
) -> Grouping:
    """Everything about a grouping, counted anew from the people in it; `is_best`: all others were gone through."""
    bound = bound or bound_of(task, kept_together(task, task.rules))
    balances = tuple(_balance(task, groups, attribute, fewest) for attribute, fewest in bound.fewest.items())
    place = {key: group for group, members in enumerate(groups) for key in members}
    repeats = sum(met.weight for met in task.met if place[met.one] == place[met.other])
    cost = sum(task.weights[one.attribute] * one.pairs for one in balances) + repeats
    return Grouping(
        groups=tuple(tuple(members) for members in groups),
        cost=cost,
        bound=cost if is_best else bound.cost,
        violations=broken(task, groups),
        balances=balances,
        repeats=repeats,
        seed=seed,
    )


def broken(task: Task, groups: Sequence[Sequence[str]]) -> tuple[Rule, ...]:
    """The rules that a grouping does not keep. That everybody has exactly one group is not a rule but a must."""
    place = {key: group for group, members in enumerate(groups) for key in members}
    if sorted(key for members in groups for key in members) != sorted(task.places):
        raise ValueError("everybody must have exactly one group")
    sizes = zip(task.sizes, groups, strict=True)
    wrong = [] if all(size.least <= len(group) <= size.most for size, group in sizes) else [Rule(RuleKind.SIZES)]
    leading = {participant.key for participant in task.participants if participant.facilitator}
    for rule in task.rules:
        where = [place[key] for key in rule.people]
        match rule.kind:
            case RuleKind.TOGETHER:
                kept = len(set(where)) <= 1
            case RuleKind.APART | RuleKind.OWN_STAFF:
                kept = len(set(where)) == len(where)
            case RuleKind.PINNED:
                kept = where == [rule.group]
            case RuleKind.FACILITATORS:
                kept = all(leading.intersection(members) for members in groups)
            case RuleKind.SIZES:
                kept = True  # looked at above
        wrong += [] if kept else [rule]
    return tuple(wrong)


def _balance(task: Task, groups: Sequence[Sequence[str]], attribute: str, fewest: int) -> Balance:
    traits = {one.key: trait for one in task.participants if (trait := one.traits.get(attribute)) is not None}
    counts = Counter((traits[key], group) for group, keys in enumerate(groups) for key in keys if key in traits)
    pairs = sum(count * (count - 1) // 2 for count in counts.values())
    inside: dict[str, list[int]] = defaultdict(list)
    for (category, _group), count in counts.items():
        inside[category].append(count)
    spans = (max(found) - (min(found) if len(found) == len(groups) else 0) for found in inside.values())
    return Balance(attribute, pairs, fewest, max(spans, default=0))
