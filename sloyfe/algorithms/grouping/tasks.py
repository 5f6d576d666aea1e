"""What is to be grouped, and by which rules."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Size:
    """How many people a group may have."""

    least: int
    most: int


@dataclass(frozen=True)
class Participant:
    """Somebody with one category in each attribute that applies, such as school, team or role."""

    key: str
    traits: Mapping[str, str]
    facilitator: bool = False


class RuleKind(StrEnum):
    """The stable names of rules; what people read is written by the caller."""

    SIZES = "sizes"
    APART = "apart"
    OWN_STAFF = "own_staff"
    TOGETHER = "together"
    PINNED = "pinned"
    FACILITATORS = "facilitators"


# How many people a rule speaks of, where that is settled.
SPOKEN_OF = {RuleKind.APART: 2, RuleKind.OWN_STAFF: 2, RuleKind.PINNED: 1, RuleKind.FACILITATORS: 0, RuleKind.SIZES: 0}


@dataclass(frozen=True)
class Rule:
    """One rule that always holds: of whom it speaks, and for a pinned person in which group."""

    kind: RuleKind
    people: tuple[str, ...] = ()
    group: int | None = None


@dataclass(frozen=True)
class Met:
    """Two people who were in a group before, and how much it matters that they meet somebody else now."""

    one: str
    other: str
    weight: float = 1.0


@dataclass(frozen=True)
class Task:
    """Everything a grouping is made from. `sizes`: one for each group; an attribute without weight is ignored."""

    participants: tuple[Participant, ...]
    sizes: tuple[Size, ...]
    weights: Mapping[str, float]
    rules: tuple[Rule, ...] = ()
    met: tuple[Met, ...] = ()
    places: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuses what has no meaning; rules that only conflict with each other are looked at later."""
        places = {participant.key: place for place, participant in enumerate(self.participants)}
        object.__setattr__(self, "places", places)
        if len(places) < len(self.participants):
            raise ValueError("two participants have the same key")
        _check_names([key for met in self.met for key in (met.one, met.other)], places)
        if not self.sizes or any(not 0 <= size.least <= size.most for size in self.sizes):
            raise ValueError("each group needs a size from 0 up, the least not above the most")
        if any(weight < 0 for weight in self.weights.values()) or any(met.weight < 0 for met in self.met):
            raise ValueError("a weight below 0 would ask for sameness")
        _check_rules(self.rules, places, len(self.sizes))

    def joined_by(self, latecomer: Participant, rules: Sequence[Rule]) -> "Task":
        """The task with one more person and what is asked of them; only what is new is looked at."""
        places = {**self.places, latecomer.key: len(self.participants)}
        if latecomer.key in self.places:
            raise ValueError("two participants have the same key")
        _check_rules(rules, places, len(self.sizes))
        joined = copy(self)
        object.__setattr__(joined, "participants", (*self.participants, latecomer))
        object.__setattr__(joined, "rules", (*self.rules, *rules))
        object.__setattr__(joined, "places", places)
        return joined

    @property
    def facilitated(self) -> bool:
        """Each group needs a facilitator."""
        return any(rule.kind == RuleKind.FACILITATORS for rule in self.rules)


def even_sizes(people: int, groups: int) -> tuple[Size, ...]:
    """Groups whose sizes differ by one at most."""
    return (Size(people // groups, -(-people // groups)),) * groups


def apart(one: str, other: str) -> Rule:
    """Two people who must not share a group."""
    return Rule(RuleKind.APART, (one, other))


def together(*people: str) -> Rule:
    """People who must share a group."""
    return Rule(RuleKind.TOGETHER, people)


def pinned(person: str, group: int) -> Rule:
    """Somebody whose group is settled; groups are counted from 0."""
    return Rule(RuleKind.PINNED, (person,), group)


def facilitators() -> Rule:
    """At least one facilitator in each group."""
    return Rule(RuleKind.FACILITATORS)


def leaders_apart(leaders: Mapping[str, str], staff: Mapping[str, str]) -> tuple[Rule, ...]:
    """No leader in a group with own staff; both say to which unit a person belongs."""
    return tuple(
        Rule(RuleKind.OWN_STAFF, (leader, person))
        for leader, led in leaders.items()
        for person, unit in staff.items()
        if unit == led and person != leader
    )


def pairs_kept_apart(rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """Every two people that some rule keeps apart."""
    kinds = {RuleKind.APART, RuleKind.OWN_STAFF}
    return [(rule.people[0], rule.people[1]) for rule in rules if rule.kind in kinds]


def _check_names(named: Iterable[str], places: Mapping[str, int]) -> None:
    if unknown := sorted(set(named) - places.keys()):
        raise ValueError(f"nobody has the key {unknown[0]}")


def _check_rules(rules: Sequence[Rule], places: Mapping[str, int], groups: int) -> None:
    _check_names([key for rule in rules for key in rule.people], places)
    for rule in rules:
        _check(rule, groups)


def _check(rule: Rule, groups: int) -> None:
    wanted = SPOKEN_OF.get(rule.kind)
    if wanted is not None and len(set(rule.people)) != wanted:
        raise ValueError(f"a rule of kind {rule.kind} speaks of {wanted} people")
    if rule.kind == RuleKind.PINNED and (rule.group is None or not 0 <= rule.group < groups):
        raise ValueError(f"{rule.people[0]} is pinned to a group that does not exist")
