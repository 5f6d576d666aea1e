"""What is asked for: who takes part, in how many groups, in how many rounds, and what is to be mixed."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property

Pair = tuple[int, int]


class ImpossibleEventError(ValueError):
    """No rounds can be made of this, whatever is given up."""


@dataclass(frozen=True)
class Attribute:
    """Something that is to be spread over the groups of each round: unit, role."""

    name: str
    values: tuple[Hashable, ...]
    weight: int = 1


@dataclass(frozen=True)
class Event:
    """People are numbered from 0; rounds too.

    `absent` says for each round who is missing; rounds that it does not reach have everybody. `met` are pairs from
    earlier events, to be kept apart. `pinned` stay at their group in every round, as a facilitator at a table does.
    """

    people: int
    groups: int
    rounds: int
    attributes: tuple[Attribute, ...] = ()
    absent: tuple[frozenset[int], ...] = ()
    met: frozenset[Pair] = frozenset()
    pinned: tuple[Pair, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.rounds < 1 or self.groups < 1 or self.people < self.groups:
            raise ImpossibleEventError("there must be a round, a group, and somebody for every group")
        if any(len(attribute.values) != self.people for attribute in self.attributes):
            raise ImpossibleEventError("an attribute needs a value for each person")
        if len(self.absent) > self.rounds:
            raise ImpossibleEventError("somebody is absent from a round that is not held")
        if any(len(present) < self.groups for present in self.present):
            raise ImpossibleEventError("in some round fewer people than groups are present")
        self._check_numbers()

    def _check_numbers(self) -> None:
        everybody, tables = range(self.people), range(self.groups)
        named = {person for pair in self.met for person in pair} | {person for person, _group in self.pinned}
        if not named.union(*self.absent) <= set(everybody) or any(one == other for one, other in self.met):
            raise ImpossibleEventError("somebody is named who does not take part")
        if any(group not in tables for _person, group in self.pinned):
            raise ImpossibleEventError("somebody is pinned to a group that is not there")
        if len(dict(self.pinned)) < len(self.pinned):
            raise ImpossibleEventError("somebody is pinned twice")
        for present in self.present:
            limit = -(-len(present) // self.groups)
            at = [group for person, group in self.pinned if person in present]
            if any(at.count(group) > limit for group in set(at)):
                raise ImpossibleEventError("more people are pinned to a group than it has room for")

    @cached_property
    def present(self) -> tuple[frozenset[int], ...]:
        """Who is there, round by round."""
        everybody = frozenset(range(self.people))
        missing = (*self.absent, *[frozenset[int]()] * (self.rounds - len(self.absent)))
        return tuple(everybody - gone for gone in missing)

    @cached_property
    def acquainted(self) -> frozenset[Pair]:
        """The pairs that met before, each with the lower number first."""
        return frozenset((min(pair), max(pair)) for pair in self.met)
