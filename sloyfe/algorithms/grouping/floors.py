"""Who sits where while the day goes on, in plain Python: nothing here waits for compiled code."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sloyfe.algorithms.grouping.blocks import kept_together
from sloyfe.algorithms.grouping.tasks import Task, pairs_kept_apart

UNSEATED = -1


class Floor:
    """Blocks of people in groups, with the counts from which a change is told at once."""

    def __init__(self, task: Task, seats: Mapping[str, int]) -> None:
        """`seats`: the group of everybody who sits already."""
        people = task.participants
        self.task, self._facilitated = task, task.facilitated
        self.blocks = [tuple(people[place].key for place in places) for places in kept_together(task, task.rules)]
        self.home = {key: block for block, keys in enumerate(self.blocks) for key in keys}
        self.seats = seats
        self.group = [UNSEATED] * len(self.blocks)
        self.leading = [sum(people[task.places[key]].facilitator for key in keys) for keys in self.blocks]
        self.members: list[set[int]] = [set() for _size in task.sizes]
        self.size, self.facilitators = [0] * len(task.sizes), [0] * len(task.sizes)
        self._counts: list[dict[tuple[str, str], int]] = [defaultdict(int) for _size in task.sizes]
        self._traits = [self._traits_of(keys) for keys in self.blocks]
        pins = (rule for rule in task.rules if rule.group is not None)
        self.pinned = {self.home[rule.people[0]]: rule.group for rule in pins if rule.group is not None}
        self._near: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for met in task.met:
            self._pair(self._near, met.one, met.other, met.weight)
        self.apart: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for one, other in pairs_kept_apart(task.rules):
            self._pair(self.apart, one, other, 1.0)
        for block, keys in enumerate(self.blocks):
            where = [seats[key] for key in keys if key in seats]
            if where:
                self.shift(block, self.pinned.get(block, max(where, key=where.count)))

    def shift(self, block: int, there: int) -> None:
        """One block to another group; counts follow."""
        for group, sign in ((self.group[block], -1), (there, 1)):
            if group == UNSEATED:
                continue
            self.size[group] += sign * len(self.blocks[block])
            self.facilitators[group] += sign * self.leading[block]
            (self.members[group].add if sign > 0 else self.members[group].discard)(block)
            counts = self._counts[group]
            for trait, _weight, times in self._traits[block]:
                counts[trait] += sign * times
        self.group[block] = there

    def cost(self, block: int, there: int) -> float:
        """What it costs to have the block in a group that it is not in."""
        counts, cost = self._counts[there], 0.0
        for trait, weight, times in self._traits[block]:
            if count := counts.get(trait):
                cost += weight * times * count
        for other, weight in self._near[block].items() if block in self._near else ():
            cost += weight if self.group[other] == there else 0.0
        return cost

    def saved(self, block: int) -> float:
        """What it costs to have the block where it is."""
        alone = sum(weight * times * times for _trait, weight, times in self._traits[block])
        return self.cost(block, self.group[block]) - alone

    def barred(self, block: int, there: int) -> int:
        """How many in the group it must not be with; many where it is pinned elsewhere."""
        if block not in self.apart and block not in self.pinned:
            return 0
        kept_out = sum(self.group[other] == there for other in self.apart.get(block, ()))
        return kept_out + (len(self.blocks) if self.pinned.get(block, there) != there else 0)

    def faults(self, group: int, more: int = 0, leading: int = 0) -> int:
        """How far a group is from its size, and whether it lacks a facilitator, when so many more come."""
        size, asked = self.size[group] + more, self.task.sizes[group]
        lacking = self._facilitated and self.facilitators[group] + leading < 1
        return max(0, asked.least - size) + max(0, size - asked.most) + int(lacking)

    def disturbed(self, block: int, there: int) -> int:
        """How many who sat elsewhere would sit in that group."""
        return sum(self.seats.get(key, there) != there for key in self.blocks[block])

    def wrong(self, group: int) -> bool:
        """Whether some rule is not kept in a group."""
        return self.faults(group) > 0 or any(self.barred(block, group) for block in self.members[group])

    def faulty(self) -> list[int]:
        """Groups where something is wrong."""
        return [group for group in range(len(self.size)) if self.wrong(group)]

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Keys by group, in the order of the participants."""
        groups: list[list[str]] = [[] for _size in self.size]
        for participant in self.task.participants:
            groups[self.group[self.home[participant.key]]].append(participant.key)
        return tuple(tuple(keys) for keys in groups)

    def _traits_of(self, keys: Sequence[str]) -> tuple[tuple[tuple[str, str], float, int], ...]:
        """Each category of a block, what it weighs, and how many have it."""
        task, weights = self.task, self.task.weights
        found = [one for key in keys for one in task.participants[task.places[key]].traits.items()]
        counted = Counter(found).items() if len(keys) > 1 else ((one, 1) for one in found)
        return tuple((trait, weight, times) for trait, times in counted if (weight := weights.get(trait[0])))

    def _pair(self, near: dict[int, dict[int, float]], one: str, other: str, weight: float) -> None:
        first, second = self.home[one], self.home[other]
        if first != second:
            near[first][second] += weight
            near[second][first] += weight
