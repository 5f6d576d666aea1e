"""Make rounds: from a design where there is one, searched where there is none, and searched on to mix attributes."""

from collections.abc import Iterator
from random import Random

import numpy as np

from sloyfe.algorithms.rotation.certificate import certified, fewest_repeats, least_alike
from sloyfe.algorithms.rotation.dealing import dealt, shuffled_by
from sloyfe.algorithms.rotation.designs import Design, best_design
from sloyfe.algorithms.rotation.event import Event
from sloyfe.algorithms.rotation.kernels import Cooling, swap_points, swap_seats
from sloyfe.algorithms.rotation.levelling import Rounds, levelled
from sloyfe.algorithms.rotation.rotation import Rotation
from sloyfe.algorithms.rotation.seating import (
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

EFFORT = 12_000_000  # proposals: about two seconds of CPU
AGAIN = 3  # what a repeated meeting costs beside two who are alike
WARM, COLD = 0.5, 0.12


def rotate(event: Event, *, seed: int = 0, effort: int = EFFORT) -> Rotation:
    """The best rounds found within so many proposals; sooner where nothing better exists."""
    return _Search(event, seed).run(effort)


class _Search:
    def __init__(self, event: Event, seed: int) -> None:
        self.event = event
        self.dice = Random(seed)  # noqa: S311 - a search, to be made again from its seed
        self.mixing = mixing([(one.values, one.weight) for one in event.attributes], event.people)
        self.strata = self.mixing.stratum().tolist()
        self.enough = AGAIN * fewest_repeats(event) + sum(
            attribute.weight * least_alike(event, attribute) for attribute in event.attributes
        )

    def run(self, effort: int) -> Rotation:
        """Starts one after another, each searched on from, until one is proved best."""
        best: Rotation | None = None
        for start, method, warm, share in self._starts(effort):
            found = self._rotation(start, method)
            if not found.certificate.proved:
                found = self._rotation(self._searched(start, warm, int(share * effort)), f"{method}, search")
            if best is None or self._cost(found) < self._cost(best):
                best = found
            if best.certificate.proved:
                break
        if best is None:
            raise AssertionError("there is always a start")
        return best

    def _starts(self, effort: int) -> Iterator[tuple[Rounds, str, float, float]]:
        """Rounds to search on from, by what, how warm, and with what share of the effort."""
        design = best_design(self.event.groups, -(-self.event.people // self.event.groups), self.event.rounds)
        usable = len(design.rounds) > 1 and not self.event.pinned
        if usable:
            yield self._from_design(design, effort // 4), design.method, 0.2, 0.25
        yield self._dealt(), "deal", 0.2, 0.25
        yield self._dealt(), "deal", 0.9, 0.25 if usable else 0.75

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

    def _searched(self, start: Rounds, warm: float, effort: int) -> Rounds:
        event = self.event
        known = acquaintances(event.people, event.acquainted)
        seating = seated(start, self.mixing, known, (person for person, _group in event.pinned))
        meet(known, seating.seats)
        cost = likeness(seating) + AGAIN * repeats(known)
        swap_seats(seating, Cooling(self._seed(), effort, warm, COLD, AGAIN, self.enough), cost)
        return unseated(seating.seats, event.people)

    def _rotation(self, rounds: Rounds, method: str) -> Rotation:
        return Rotation(rounds, certified(self.event, rounds), method)

    def _cost(self, rotation: Rotation) -> int:
        weights = [attribute.weight for attribute in self.event.attributes]
        alike = [bound.reached for bound in rotation.certificate.attributes]
        return AGAIN * rotation.certificate.repeats + sum(a * b for a, b in zip(weights, alike, strict=True))

    def _seed(self) -> int:
        return self.dice.randrange(2**31)
