"""The smallest set of rules that cannot all be kept, so that somebody can choose which to give up.

QuickXplain (Junker 2004, AAAI, 167–172) finds a set from which no rule can be left out. Hitting sets (Ignatiev,
Previti, Liffiton and Marques-Silva 2015, CP, 173–182) then look for a smaller one, and prove when there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from sloyfe.algorithms.grouping.feasibility import any_placement, every_rule
from sloyfe.algorithms.grouping.tasks import Rule, Task

CHECKS = 400


@dataclass(frozen=True)
class Conflict:
    """Rules that cannot all be kept; without any one of them the others can. `smallest`: no set with fewer exists."""

    rules: tuple[Rule, ...]
    smallest: bool


class InfeasibleError(ValueError):
    """No grouping keeps the rules."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__(f"{len(conflict.rules)} rules cannot all be kept")
        self.conflict = conflict


def conflict(task: Task) -> Conflict | None:
    """What stands in the way of any grouping, or None when there is one."""
    return smallest_conflict(task) if any_placement(task, every_rule(task)) is None else None


def smallest_conflict(task: Task) -> Conflict:
    """The smallest conflict of a task that has one."""
    return _Explanation(task).smallest()


class _Explanation:
    """Asks again and again whether some of the rules can be kept."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._rules = every_rule(task)
        self._checks = 0

    def smallest(self) -> Conflict:
        """Sets that every conflict must take from are collected until the least that does so is a conflict itself."""
        found = self._needed([], list(range(len(self._rules))), base_grew=False)
        to_hit = [self._left_out([one for one in found if one != out]) for out in found]
        while self._checks < CHECKS:
            hitting = _least_hitting(to_hit, len(self._rules))
            if len(hitting) >= len(found):
                return self._told(found, smallest=True)
            if not self._possible(hitting):
                return self._told(hitting, smallest=True)
            to_hit.append(self._left_out(hitting))
        return self._told(found, smallest=False)

    def _possible(self, some: Sequence[int]) -> bool:
        self._checks += 1
        return any_placement(self._task, [self._rules[one] for one in some]) is not None

    def _needed(self, base: list[int], rest: list[int], *, base_grew: bool) -> list[int]:
        """The rules of `rest` that are needed, beside `base`, for a conflict from which none can be left out."""
        if base_grew and not self._possible(base):
            return []
        if len(rest) == 1:
            return rest
        first, second = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        later = self._needed(base + first, second, base_grew=True)
        return self._needed(base + later, first, base_grew=bool(later)) + later

    def _left_out(self, kept: list[int]) -> list[int]:
        """What is left out when as many rules as fit are added to these; every conflict has one of those."""
        pending = [[one for one in range(len(self._rules)) if one not in kept]]
        out = []
        while pending:
            more = pending.pop()
            if self._possible(kept + more):
                kept = kept + more
            elif len(more) > 1:
                pending += [more[: len(more) // 2], more[len(more) // 2 :]]
            else:
                out += more
        return out

    def _told(self, found: Sequence[int], *, smallest: bool) -> Conflict:
        return Conflict(tuple(self._rules[one] for one in sorted(found)), smallest)


def _least_hitting(sets: Sequence[Sequence[int]], rules: int) -> list[int]:
    """The fewest rules that take at least one from each set."""
    rows = np.zeros((len(sets), rules))
    for row, hit in zip(rows, sets, strict=True):
        row[list(hit)] = 1.0
    found = milp(
        np.ones(rules), integrality=np.ones(rules), bounds=Bounds(0, 1), constraints=LinearConstraint(rows, 1, np.inf)
    )
    return [int(one) for one in np.flatnonzero(np.rint(found.x))]
