"""Make rounds: from a design where there is one, searched where there is none, and searched on to mix attributes."""

from collections.abc import Iterator
from random import Random

import numpy as np

from sloyfe.algorithms.rotation.certificate import certified, fewest_repeats, least_alike
from sloyfe.algorithms.rotation.dealing import dealt, shuffled_by
from sloyfe.algorithms.rotation.designs import Design, best_design
from sloyfe.algorithms.rotation.event import Event
from sloyfe.algorithms.rotation.kernels import swap_points, swap_seats
from sloyfe.algorithms.rotation.levelling import Rounds, levelled
from sloyfe.algorithms.rotation.rotation import Rotation
from sloyfe.algorithms.rotation.seating import (
    Cooling,
    acquaintances,
    least_likeness,
    likeness,
    meet,
    met_again,
    mixing,
    repeats,
    seated,
    unseated,
)

EFFORT = 12_000_000  # proposals; a few seconds of CPU where no bound can be met, far less where all can
AGAIN = 3  # what a repeated meeting costs beside two who are alike
SPARSE = 0.05  # so few of the others that somebody meets
WARM, COOL, COLD = 0.6, 0.15, 0.1
POINT_SWAPS = 400  # proposals a person, while points are given to people


def rotate(event: Event, *, seed: int = 0, effort: int = EFFORT) -> Rotation:
    """The best rounds found within so many proposals; sooner where nothing better exists."""
    return _Search(event, seed).run(effort)


class _Search:
    def __init__(self, event: Event, seed: int) -> None:
        self.event = event
        self.dice = Random(seed)  # noqa: S311 - a search, to be made again from its seed
        self.mixing = mixing([(one.values, one.weight) for one in event.attributes], event.people)
        self.strata = self.mixing.stratum().tolist()

    def run(self, effort: int) -> Rotation:
        """Starts one after another, each searched on from, until one is proved best."""
        found: list[Rotation] = []
        for start, method, heat, again, share in self._starts(effort):
            found.append(self._rotation(start, method))
            if not found[-1].certificate.proved:
                searched = self._searched(start, heat, again, effort // share)
                found.append(self._rotation(searched, f"{method}, search"))
            if found[-1].certificate.proved:
                return found[-1]
        return min(found, key=self._cost)

    def _starts(self, effort: int) -> Iterator[tuple[Rounds, str, float, int, int]]:
        """Rounds to search on from, what made them, how warm to begin, what a repeat is to cost meanwhile, and of how
        many parts of the effort the search gets one.

        Where every bound can be met, a cool search that weighs all alike meets them soonest; and where few of all
        pairs are to meet, a short one often does from a deal, without a design.
        """
        event = self.event
        size = -(-event.people // event.groups)
        design = best_design(event.groups, size, event.rounds)
        if event.rounds * (size - 1) < SPARSE * event.people:
            yield self._dealt(), "deal", COOL, 1, 16
        if len(design.rounds) > 1 and not event.pinned:
            points = min(effort // 4, POINT_SWAPS * event.people)
            yield self._from_design(design, points), design.method, COOL, 1, 4
        yield self._dealt(), "deal", COOL, 1, 4
        yield self._dealt(), "deal", WARM, AGAIN, 4

    def _from_design(self, design: Design, effort: int) -> Rounds:
        """The design's points given to people and to seats that stay empty; rounds it does not reach are dealt."""
        event, points = self.event, design.groups * design.size
        given = [*shuffled_by(self.strata, range(event.people), self.dice), *range(event.people, points)]
        rounds = [[[given[point] for point in group] for group in groups] for groups in design.rounds]
        known = acquaintances(points, event.acquainted) if event.met else np.zeros((0, 0), np.uint16)
        seating = seated(rounds, self.mixing.with_empty_seats(points), known)
        if seating.weights.size or event.met:
            cost = likeness(seating) + AGAIN * (met_again(seating) if event.met else 0)
            cooling = Cooling(self._seed(), effort, WARM, COLD, AGAIN, least_likeness(seating))
            swap_points(seating, cooling, cost)
        return levelled(event, (*unseated(seating.seats, event.people), *self._dealt(len(rounds))))

    def _dealt(self, first: int = 0) -> Rounds:
        return tuple(dealt(self.event, at, self.strata, self.dice) for at in range(first, self.event.rounds))

    def _searched(self, start: Rounds, heat: float, again: int, effort: int) -> Rounds:
        event = self.event
        known = acquaintances(event.people, event.acquainted)
        seating = seated(start, self.mixing, known, (person for person, _group in event.pinned))
        meet(known, seating.seats)
        cost = likeness(seating) + again * repeats(known)
        swap_seats(seating, Cooling(self._seed(), effort, heat, COLD, again, self._enough(again)), cost)
        return unseated(seating.seats, event.people)

    def _rotation(self, rounds: Rounds, method: str) -> Rotation:
        ordered = tuple(tuple(tuple(sorted(group)) for group in groups) for groups in rounds)
        return Rotation(ordered, certified(self.event, ordered), method)

    def _enough(self, again: int) -> int:
        alike = (attribute.weight * least_alike(self.event, attribute) for attribute in self.event.attributes)
        return again * fewest_repeats(self.event) + sum(alike)

    def _cost(self, rotation: Rotation) -> int:
        weights = [attribute.weight for attribute in self.event.attributes]
        alike = [bound.reached for bound in rotation.certificate.attributes]
        return AGAIN * rotation.certificate.repeats + sum(a * b for a, b in zip(weights, alike, strict=True))

    def _seed(self) -> int:
        return self.dice.randrange(2**31)
