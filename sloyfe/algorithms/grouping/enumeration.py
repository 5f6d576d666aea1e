"""Every grouping of a few people, gone through until the best of all is known.

Branch and bound (Land and Doig 1960, *Econometrica* 28:497–520): blocks are placed one after another, and a placement
that already costs as much as the best is not gone on with. Of empty groups that are alike only the first is tried.
"""

from dataclasses import dataclass

from sloyfe.algorithms.grouping.blocks import kept_together
from sloyfe.algorithms.grouping.floors import UNSEATED, Floor
from sloyfe.algorithms.grouping.plans import SAME
from sloyfe.algorithms.grouping.tasks import Task

MOST_BLOCKS = 12
MOST_PLACEMENTS = 30_000


@dataclass(frozen=True)
class Enumeration:
    """The best of all groupings that keep the rules, or None where none does."""

    best: tuple[tuple[str, ...], ...] | None


def enumerated(task: Task) -> Enumeration | None:
    """None where there are too many groupings to go through. The rules are not to contradict each other."""
    if len(kept_together(task, task.rules)) > MOST_BLOCKS:
        return None
    every = _Every(task)
    every.place(0, 0.0)
    return None if every.placements > MOST_PLACEMENTS else Enumeration(every.best)


class _Every:
    def __init__(self, task: Task) -> None:
        self.floor = Floor(task, {})
        floor = self.floor
        self.placements = 0
        self.best: tuple[tuple[str, ...], ...] | None = None
        self._least_cost = float("inf")
        self._pinned_to = set(floor.pinned.values())
        self.order = sorted(
            range(len(floor.blocks)),
            key=lambda block: (block not in floor.pinned, -len(floor.blocks[block]), -len(floor.apart.get(block, ()))),
        )
        self._left = [0] * (len(self.order) + 1)
        for at in range(len(self.order) - 1, -1, -1):
            self._left[at] = self._left[at + 1] + len(floor.blocks[self.order[at]])

    def place(self, at: int, cost: float) -> None:
        """Everything that can follow once the first blocks are placed at this cost."""
        if self.placements > MOST_PLACEMENTS or cost >= self._least_cost - SAME or not self._can_be_filled(at):
            return
        if at == len(self.order):
            if not self.floor.faulty():
                self.best, self._least_cost = self.floor.groups(), cost
            return
        block, floor = self.order[at], self.floor
        for group in self._open_to(block):
            more = floor.cost(block, group)
            self.placements += 1
            floor.shift(block, group)
            self.place(at + 1, cost + more)
            floor.shift(block, UNSEATED)

    def _open_to(self, block: int) -> list[int]:
        """Groups that have room and nobody to keep apart from."""
        floor, found, empty = self.floor, list[int](), set[tuple[int, int]]()
        for group, size in enumerate(floor.task.sizes):
            if not floor.size[group] and group not in self._pinned_to:
                if (size.least, size.most) in empty:
                    continue
                empty.add((size.least, size.most))
            if floor.size[group] + len(floor.blocks[block]) <= size.most and not floor.barred(block, group):
                found.append(group)
        return found

    def _can_be_filled(self, at: int) -> bool:
        """Enough people are left for the groups that are too small."""
        sizes = zip(self.floor.task.sizes, self.floor.size, strict=True)
        return sum(max(0, asked.least - size) for asked, size in sizes) <= self._left[at]
