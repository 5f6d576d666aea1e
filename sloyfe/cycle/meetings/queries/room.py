"""How full the tables are, and where one more sits best without anybody moving."""

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import Any
from uuid import UUID

from sloyfe.cycle.meetings.models import Attendee

TRAITS = ("place_id", "role")
LOOKED_AT = 12


class Held:
    """Who sits where now, and how many of each place and role each table has; tables not named take nobody."""

    def __init__(self, groups: Iterable[UUID], seats: Iterable[Sequence[Any]]) -> None:
        self.inside: dict[UUID, Counter[object]] = {group: Counter() for group in groups}
        self.seated: set[UUID] = set()
        sizes: Counter[UUID] = Counter()
        for group, person, *traits in seats:
            self.seated.add(person)
            if group in self.inside:
                self.inside[group].update(_said(traits))
                sizes[group] += 1
        self.queue = [(sizes[group], number, group) for number, group in enumerate(self.inside)]
        heapify(self.queue)

    def seat(self, person: UUID, traits: Sequence[Any]) -> UUID:
        """One of the smallest tables, where fewest are like the newcomer."""
        smallest = self.queue[0][0]
        seen: list[tuple[int, int, UUID]] = []
        while self.queue and self.queue[0][0] == smallest and len(seen) < LOOKED_AT:
            seen.append(heappop(self.queue))
        best = min(seen, key=lambda each: sum(self.inside[each[2]][trait] for trait in _said(traits)))
        size, number, group = best
        for each in seen:
            heappush(self.queue, (size + 1, number, group) if each is best else each)
        self.seated.add(person)
        self.inside[group].update(_said(traits))
        return group


def traits_of(attendee: Attendee) -> tuple[object, ...]:
    """What somebody has in common with others."""
    return tuple(getattr(attendee, name) for name in TRAITS)


def _said(traits: Sequence[Any]) -> list[object]:
    return [(at, trait) for at, trait in enumerate(traits) if trait]
