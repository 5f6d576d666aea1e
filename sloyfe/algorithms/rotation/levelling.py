"""Even out the groups of rounds after people went or came, moving as few as can be and letting nobody meet twice.

Plain Python, as it is for the day itself: who has met whom is one number's bits for each person.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import TypeVar

from sloyfe.algorithms.rotation.event import Event

Rounds = tuple[tuple[tuple[int, ...], ...], ...]
Choice = TypeVar("Choice")


def levelled(event: Event, rounds: Sequence[Sequence[Sequence[int]]], first: int = 0) -> Rounds:
    """Rounds where those present sit, and from number `first` on in groups that differ by one at most.

    Where that and no repeats do not go together, sizes go first.
    """
    before = _bits(event.acquainted, event.people)
    seated = [[[i for i in group if i in event.present[at]] for group in groups] for at, groups in enumerate(rounds)]
    met = [_met(groups, event.people) for groups in seated]
    for at in range(first, event.rounds):
        elsewhere = [
            reduce(or_, (others[person] for number, others in enumerate(met) if number != at), before[person])
            for person in range(event.people)
        ]
        _Round(event, seated[at], elsewhere).level(event.present[at])
        met[at] = _met(seated[at], event.people)
    return tuple(tuple(tuple(sorted(group)) for group in groups) for groups in seated)


class _Round:
    """One round while it is levelled; its groups are changed in place."""

    def __init__(self, event: Event, groups: list[list[int]], elsewhere: Sequence[int]) -> None:
        self.event, self.groups, self.elsewhere = event, groups, elsewhere
        self.pinned = dict(event.pinned)
        self.changed: set[int] = set()

    def level(self, present: Iterable[int]) -> None:
        """Seat those who came, move from the largest to the smallest groups, then undo what repeats that made."""
        for person in sorted(set(present).difference(*self.groups)):
            at = range(len(self.groups)) if person not in self.pinned else [self.pinned[person]]
            least = min(len(self.groups[group]) for group in at)
            room = [group for group in at if len(self.groups[group]) == least]
            self._seat(person, min(room, key=lambda group: (self._again(person, group), self._alike(person, group))))
        while (move := self._best_move()) is not None:
            person, origin, target = move
            self.groups[origin].remove(person)
            self._seat(person, target)
        for group in sorted(self.changed):
            for person in [one for one in self.groups[group] if self._again(one, group) and one not in self.pinned]:
                self._exchange(person, group)

    def _seat(self, person: int, group: int) -> None:
        self.groups[group].append(person)
        self.changed.add(group)

    def _best_move(self) -> tuple[int, int, int] | None:
        sizes = [len(group) for group in self.groups]
        least, most = min(sizes), max(sizes)
        if most - least < 2:
            return None
        movers = [
            (person, origin)
            for origin, size in enumerate(sizes)
            if size == most
            for person in self.groups[origin]
            if person not in self.pinned
        ]
        targets = [group for group, size in enumerate(sizes) if size == least]
        return _first_best(
            ((person, origin, target) for person, origin in movers for target in targets),
            lambda move: (
                self._again(move[0], move[2]) - self._again(move[0], move[1]),
                self._alike(move[0], move[2]) - self._alike(move[0], move[1]),
            ),
        )

    def _exchange(self, person: int, group: int) -> None:
        """With whom swapping leaves fewer repeats, if with anybody."""
        others = (
            (other, there)
            for there in range(len(self.groups))
            if there != group
            for other in self.groups[there]
            if other not in self.pinned
        )

        def gain(exchange: tuple[int, int]) -> tuple[int, int]:
            other, there = exchange
            again = self._again(person, there, other) + self._again(other, group, person)
            alike = self._alike(person, there, other) + self._alike(other, group, person)
            return again - self._again(person, group) - self._again(other, there), alike

        best = _first_best(others, gain)
        if best is not None and gain(best)[0] < 0:
            other, there = best
            self.groups[group][self.groups[group].index(person)] = other
            self.groups[there][self.groups[there].index(other)] = person

    def _again(self, person: int, group: int, leaving: int = -1) -> int:
        known = self.elsewhere[person]
        return sum(known >> other & 1 for other in self.groups[group] if other not in (person, leaving))

    def _alike(self, person: int, group: int, leaving: int = -1) -> int:
        return sum(
            attribute.weight
            for attribute in self.event.attributes
            for other in self.groups[group]
            if other not in (person, leaving) and attribute.values[other] == attribute.values[person]
        )


def _first_best(choices: Iterable[Choice], cost: Callable[[Choice], tuple[int, int]]) -> Choice | None:
    """The cheapest; the first that costs nothing is not surpassed by much, and ends the looking."""
    best: tuple[tuple[int, int], Choice] | None = None
    for choice in choices:
        price = cost(choice)
        if best is None or price < best[0]:
            best = price, choice
            if price <= (0, 0):
                break
    return best[1] if best else None


def _bits(pairs: Iterable[tuple[int, int]], people: int) -> list[int]:
    found = [0] * people
    for one, other in pairs:
        found[one] |= 1 << other
        found[other] |= 1 << one
    return found


def _met(groups: Iterable[Sequence[int]], people: int) -> list[int]:
    found = [0] * people
    for group in groups:
        bits = reduce(or_, (1 << person for person in group), 0)
        for person in group:
            found[person] = bits & ~(1 << person)
    return found
