"""How good rounds are, beside what nothing can surpass: when they are equal, nothing better exists."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sloyfe.algorithms.rotation.event import Attribute, Event

Rounds = Sequence[Sequence[Sequence[int]]]


@dataclass(frozen=True)
class Bound:
    """What was reached, and the best that could be hoped for."""

    name: str
    reached: int
    best: int

    @property
    def met(self) -> bool:
        """Nothing better exists."""
        return self.reached == self.best

    @property
    def gap(self) -> float:
        """How far from the bound, as a share of it."""
        return abs(self.reached - self.best) / max(1, self.best)


@dataclass(frozen=True)
class Certificate:
    """`pairs`: people who meet for the first time; one bound for each attribute: pairs in a group who are alike.

    `repeats` are meetings of two who had met, here or before; `spread` the largest difference of sizes in a round.
    """

    pairs: Bound
    attributes: tuple[Bound, ...]
    repeats: int
    spread: int

    @property
    def proved(self) -> bool:
        """Every bound is met: no rotation is better in any respect."""
        return self.pairs.met and all(bound.met for bound in self.attributes) and self.spread <= 1


def certified(event: Event, rounds: Rounds) -> Certificate:
    """Count what the rounds give, apart from whatever made them."""
    meetings = Counter(
        (min(pair), max(pair)) for groups in rounds for group in groups for pair in combinations(group, 2)
    )
    new = sum(1 for pair in meetings if pair not in event.acquainted)
    sizes = [[len(group) for group in groups] for groups in rounds]
    return Certificate(
        Bound("pairs", new, _most_pairs(event)),
        tuple(
            Bound(attribute.name, _alike(attribute, rounds), least_alike(event, attribute))
            for attribute in event.attributes
        ),
        meetings.total() - new,
        max(max(one) - min(one) for one in sizes),
    )


def least_alike(event: Event, attribute: Attribute) -> int:
    """Pairs of one value that share a group, over all rounds, when every value is spread as evenly as it can be."""
    return sum(least_alike_in(event, attribute, at) for at in range(event.rounds))


def least_alike_in(event: Event, attribute: Attribute, at: int) -> int:
    """The same for one round."""
    counts = Counter(attribute.values[person] for person in event.present[at])
    return sum(_pairs_when_even(count, event.groups) for count in counts.values())


def _pairs_when_even(count: int, groups: int) -> int:
    each, over = divmod(count, groups)
    return (groups - over) * each * (each - 1) // 2 + over * (each + 1) * each // 2


def _most_pairs(event: Event) -> int:
    """The least of: the seats' pairs, the pairs that are left, and what each person can reach with their rounds.

    Groups are as even as they can be; those pinned together meet every time and are new only once.
    """
    left = event.people * (event.people - 1) // 2 - len(event.acquainted)
    known = Counter(person for pair in event.acquainted for person in pair)
    largest = [-(-len(present) // event.groups) for present in event.present]
    reach = sum(
        min(
            event.people - 1 - known[person],
            sum(size - 1 for size, present in zip(largest, event.present, strict=True) if person in present),
        )
        for person in range(event.people)
    )
    return max(0, min(_pairs_seated(event) - _pinned_repeats(event), left, reach // 2))


def fewest_repeats(event: Event) -> int:
    """Meetings of two who have met that no even groups can avoid."""
    return _pairs_seated(event) - _most_pairs(event)


def _pairs_seated(event: Event) -> int:
    return sum(_pairs_when_even(len(present), event.groups) for present in event.present)


def _pinned_repeats(event: Event) -> int:
    together = [
        (min(one, other), max(one, other))
        for (one, here), (other, there) in combinations(event.pinned, 2)
        if here == there
    ]
    return sum(
        max(0, sum(one in here and other in here for here in event.present) - ((one, other) not in event.acquainted))
        for one, other in together
    )


def _alike(attribute: Attribute, rounds: Rounds) -> int:
    counts = (Counter(attribute.values[person] for person in group) for groups in rounds for group in groups)
    return sum(count * (count - 1) // 2 for values in counts for count in values.values())
