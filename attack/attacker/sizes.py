"""Attacks on how many answered: what follows, what is nearly known, what a person alone in a group can tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from attack.attacker.exactly import free_parts
from attack.attacker.facts import Facts, Weights
from attack.attacker.reach import CLOSE, DoesNotFitError, Reach
from attack.attacker.told import Group, Leaf, Told

EXACT = CLOSE * 10


@dataclass(frozen=True)
class Table:
    """How many answered anything, or one question: the groups, and the numbers that are told."""

    name: str
    groups: Mapping[Group, tuple[Leaf, ...]]
    told: Mapping[Group, int]

    @property
    def hidden(self) -> list[Group]:
        """Groups whose number is not told."""
        return [group for group in self.groups if group not in self.told]

    def sum_of(self, group: Group) -> Weights:
        """A group as the sum of its leaves."""
        return dict.fromkeys(((self.name, leaf) for leaf in self.groups[group]), 1.0)

    def facts(self) -> Facts:
        """The equations of this table alone."""
        facts = Facts()
        add(facts, self)
        return facts


@dataclass(frozen=True)
class Claim:
    """The attacker says that a hidden number lies between these two."""

    table: str
    group: Group
    low: float
    high: float

    @property
    def is_exact(self) -> bool:
        """Whether only one number is left."""
        return self.high - self.low < EXACT


def tables(told: Told) -> list[Table]:
    """Those who answered anything, and those who answered each question."""
    items = [Table(key, told.groups, {group: one.n for group, one in by.items()}) for key, by in told.figures.items()]
    return [Table("", told.groups, told.sizes), *(one for one in items if not _all_answered(told, one))]


def _all_answered(told: Told, table: Table) -> bool:
    """Whether the figures say that everybody answered this question: then it is the first table over again."""
    whole = next(place for place, above in told.parents.items() if above is None), ""
    return whole in table.told and table.told[whole] == told.sizes[whole] and table.told.items() <= told.sizes.items()


def add(facts: Facts, table: Table) -> None:
    """Put a table into the facts."""
    facts.know(name for group in table.groups for name in table.sum_of(group))
    for group, count in table.told.items():
        facts.equal(table.sum_of(group), count)


def follows(table: Table) -> Iterator[Group]:
    """A1: hidden groups whose number is a sum and difference of numbers that are told."""
    parts = free_parts(table.facts(), [table.sum_of(group) for group in table.hidden])
    for group, line in zip(table.hidden, parts, strict=True):
        if not line:
            yield group


def nearly_known(table: Table, reach: Reach) -> list[Claim]:
    """A2: hidden groups whose number is held within less than three by what is told in the same table."""
    return _claims(reach, [table])


def known_to(table: Table, reach: Reach, insider: Group) -> Iterator[Claim]:
    """A3: what follows for somebody who knows that they are alone in a hidden group."""
    others = [group for group in table.hidden if table.groups[group] != table.groups[insider]]
    still = reach.stuck(table.sum_of(insider), 1, [table.sum_of(group) for group in others])
    if not still:
        return
    facts = table.facts()
    facts.equal(table.sum_of(insider), 1)
    left = [others[place] for place in still]
    try:
        found = Reach(facts).narrow([table.sum_of(group) for group in left], within=EXACT, patience=1)
    except DoesNotFitError:
        return
    for place, (low, high) in found.items():
        yield Claim(table.name, left[place], low, high)


def together(told: Told) -> list[Claim]:
    """A4: places, roles and all questions at once. Nobody answers a question who is not among those who answered."""
    every = tables(told)
    facts = Facts()
    for table in every:
        add(facts, table)
    for table in every[1:]:
        for leaf in told.leaves:
            facts.at_most({(table.name, leaf): 1.0, ("", leaf): -1.0})
    return _claims(Reach(facts), every)


def if_the_same(first: Told, second: Told) -> list[tuple[int, Claim]] | None:
    """A5: what follows if exactly the same people answered both times, wherever both waves asked.

    Nothing (`None`) where that cannot be: then the figures themselves say that it was not so.
    """
    waves = [Table("", told.groups, told.sizes) for told in (first, second)]
    shared = [
        leaf for leaf in {*first.leaves, *second.leaves} if leaf[0] in first.parents and leaf[0] in second.parents
    ]
    if any((leaf in first.leaves) is not (leaf in second.leaves) for leaf in shared):
        return None
    facts = Facts()
    for table in waves:
        add(facts, table)
    reach, found = Reach(facts), []
    try:
        for nth, table in enumerate(waves):
            found += [(nth, claim) for claim in _claims(reach, [table])]
    except DoesNotFitError:
        return None
    return found


def _claims(reach: Reach, every: Sequence[Table]) -> list[Claim]:
    asked: list[tuple[Table, Group]] = [(table, group) for table in every for group in table.hidden]
    found = reach.narrow([table.sum_of(group) for table, group in asked])
    return [Claim(asked[at][0].name, asked[at][1], low, high) for at, (low, high) in found.items()]
