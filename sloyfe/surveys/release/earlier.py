"""What earlier waves told of who answered, beside those who answered now."""

from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sloyfe.algorithms.disclosure import Release, Snapshot, Sum, Tables
from sloyfe.surveys.release.groups import Groups


@dataclass(frozen=True)
class Earlier:
    """How many answered in each group of an earlier wave, and the groups of which this was told."""

    groups: Groups
    counts: Mapping[Hashable, int]
    told: AbstractSet[Hashable]

    def beside(self, groups: Groups, counts: Mapping[Hashable, int]) -> Snapshot:
        """The earlier wave under the names of the present groups, as somebody reads it who knows who answered twice.

        Where as many answered both times (one role in one unit), the reader is taken to know that they are the same
        people. Where the number is another, people have come and gone, and the one says nothing of the other.
        """
        names = {number: self._name(number, groups, counts) for number in self.counts}
        tables = Tables(
            {names[number]: count for number, count in self.counts.items()},
            tuple(Sum(names[each.whole], tuple(names[part] for part in each.parts)) for each in self.groups.sums),
        )
        known = {names[number] for number, count in self.counts.items() if number in self.told or not count}
        shown = {name: count for name, count in tables.counts.items() if name in known}
        return Snapshot(tables, Release(tables.sums, shown, frozenset(tables.counts) - known))

    def _name(self, number: Hashable, groups: Groups, counts: Mapping[Hashable, int]) -> Hashable:
        member = self.groups.members[number]
        same = groups.number.get(member)
        if number in self.groups.wholes:
            return member if same is None else same
        return (member, self.counts[number]) if same is None or counts[same] != self.counts[number] else same
