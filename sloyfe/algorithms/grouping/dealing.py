"""Groups while somebody waits for the page: dealt out like cards, then mended by a fixed number of swaps.

No compiled code and no clock, so the same task and seed make the same groups anywhere. `mixing.mix` finds better ones.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heapreplace
from random import Random

from sloyfe.algorithms.grouping.tasks import Participant, RuleKind, Task, pairs_kept_apart

Traits = tuple[tuple[int, str], ...]
KEPT_APART = 25.0
TRIES = 12
ROUNDS = 4
MOST_TRIES = 80_000


def deal(task: Task, seed: int) -> tuple[tuple[str, ...], ...]:
    """Everybody in exactly one group, sizes as even as those who are pinned allow, and few alike together.

    Pins always hold. Facilitators are dealt first, so that each group has one where there are enough, and swap only
    among themselves. Two who are to be kept apart are so where swaps find it; `plans.broken` says where they are not.
    """
    table = _Table(task, Random(seed))  # noqa: S311 - no secret: to be dealt again
    table.mend()
    groups: list[list[str]] = [[] for _size in task.sizes]
    for participant, group in zip(task.participants, table.group, strict=True):
        groups[group].append(participant.key)
    return tuple(map(tuple, groups))


class _Table:
    """Who is in which group, and how many of each category each group has."""

    def __init__(self, task: Task, dice: Random) -> None:
        self.task, self.dice = task, dice
        names = [name for name, weight in task.weights.items() if weight]
        self.weights = [task.weights[name] for name in names]
        self.traits = [_told(one, names) for one in task.participants]
        self.pins = {rule.people[0]: rule.group for rule in task.rules if rule.kind == RuleKind.PINNED}
        self.apart: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs_kept_apart(task.rules):
            self.apart[task.places[one]].add(task.places[other])
            self.apart[task.places[other]].add(task.places[one])
        self.group = self._dealt()
        self.members: list[set[int]] = [set() for _size in task.sizes]
        self.counts: list[Counter[tuple[int, str]]] = [Counter() for _size in task.sizes]
        for person, group in enumerate(self.group):
            self._enter(person, group)
        self.peers: dict[object, list[int]] = defaultdict(list)
        for person in self._free():
            self.peers[self._peer(person)].append(person)

    def mend(self) -> None:
        """Swaps two people wherever that leaves fewer alike together; most tries go to those who sit worst."""
        free = list(self._free())
        left = MOST_TRIES
        for _round in range(ROUNDS):
            self.dice.shuffle(free)
            made = 0
            for person in free:
                if self._trouble(person, self.group[person]) <= 0:
                    continue
                left -= TRIES
                made += self._improve(person, free)
            if not made or left <= 0:
                return

    def _improve(self, person: int, free: Sequence[int]) -> bool:
        best, least = None, -1e-9
        for other in self._partners(person, free):
            if self.group[other] == self.group[person]:
                continue
            change = self._change(person, other)
            if change < least:
                best, least = other, change
        if best is not None:
            self._swap(person, best)
        return best is not None

    def _partners(self, person: int, free: Sequence[int]) -> Iterator[int]:
        """Some who are like this person in what weighs most, and some of all."""
        facilitator = self.task.participants[person].facilitator
        for turn in range(TRIES):
            peers = self.peers[self._peer(person)] if turn % 2 else free
            other = peers[int(self.dice.random() * len(peers))]
            if self.task.participants[other].facilitator == facilitator:
                yield other

    def _change(self, one: int, other: int) -> float:
        here, there = self.group[one], self.group[other]
        shared = sum(self.weights[trait[0]] for trait in set(self.traits[one]).intersection(self.traits[other]))
        apart = KEPT_APART if other in self.apart.get(one, ()) else 0.0
        before = self._trouble(one, here) + self._trouble(other, there)
        return self._trouble(one, there) + self._trouble(other, here) - 2 * (shared + apart) - before

    def _trouble(self, person: int, group: int) -> float:
        """What it costs somebody to sit in a group; in their own they are not counted themselves."""
        counts, own = self.counts[group], self.group[person] == group
        cost = 0.0
        for trait in self.traits[person]:
            if found := counts[trait] - own:
                cost += self.weights[trait[0]] * found
        if person in self.apart:
            cost += KEPT_APART * len(self.apart[person] & self.members[group])
        return cost

    def _swap(self, one: int, other: int) -> None:
        here, there = self.group[one], self.group[other]
        for person, gone, come in ((one, here, there), (other, there, here)):
            self.members[gone].discard(person)
            self.counts[gone].subtract(self.traits[person])
            self._enter(person, come)

    def _enter(self, person: int, group: int) -> None:
        self.group[person] = group
        self.members[group].add(person)
        self.counts[group].update(self.traits[person])

    def _free(self) -> Iterator[int]:
        return (n for n, one in enumerate(self.task.participants) if one.key not in self.pins)

    def _peer(self, person: int) -> object:
        return next(iter(self.traits[person]), None)

    def _dealt(self) -> list[int]:
        """One after another to the smallest group, those alike in a row, so that each goes to another group."""
        group = [0] * len(self.task.participants)
        sizes = [0] * len(self.task.sizes)
        for key, pinned in self.pins.items():
            group[self.task.places[key]] = pinned or 0
            sizes[pinned or 0] += 1
        order = list(range(len(sizes)))
        self.dice.shuffle(order)
        smallest = [(size, order[number], number) for number, size in enumerate(sizes)]
        heapify(smallest)
        frequent = Counter(trait for traits in self.traits for trait in traits)
        free = list(self._free())
        self.dice.shuffle(free)
        free.sort(key=lambda n: (not self.task.participants[n].facilitator, self._rank(n, frequent)))
        for person in free:
            size, turn, number = smallest[0]
            heapreplace(smallest, (size + 1, turn, number))
            group[person] = number
        return group

    def _rank(self, person: int, frequent: Counter[tuple[int, str]]) -> list[tuple[int, str]]:
        return [(-frequent[trait], trait[1]) for trait in self.traits[person]]


def _told(one: Participant, names: Sequence[str]) -> Traits:
    return tuple((at, one.traits[name]) for at, name in enumerate(names) if name in one.traits)
