"""From points to an order with its grounds, and how groups of people saw it. Pure: values in, values out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

import numpy as np

from sloyfe.algorithms.prioritisation import (
    Agreement,
    Ballots,
    ItemView,
    Method,
    Pair,
    Proof,
    agreement,
    arranged,
    from_points,
    group_views,
    scores,
)
from sloyfe.kit.small_groups import SMALLEST, small_groups

WHOLE = "*"
SEED = 2026
# A page waits for its order; what the solver cannot prove in this time is said to be unproved.
SECONDS = 3.0


@dataclass(frozen=True)
class Given:
    """What one person gave one need."""

    giver: UUID
    group: str
    need: UUID
    points: int
    reason: str = ""


@dataclass(frozen=True)
class Ranked:
    """A need's place in the order. Equal ranks are told apart by nothing; needs of a band may as well change places."""

    need: UUID
    rank: int
    band: int
    points: int
    share: float
    next: Pair | None
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Ranking:
    """The order, how it was made, whether none overrules fewer, and how much people agree."""

    needs: tuple[Ranked, ...]
    method: Method
    is_proved: bool
    agreement: Agreement | None


@dataclass(frozen=True)
class View:
    """How a group spread its points and agrees within; `group` is None for small groups seen together."""

    group: str | None
    givers: int
    shares: Mapping[UUID, float] = field(default_factory=dict)
    agreement: Agreement | None = None


def rank(needs: Sequence[UUID], given: Sequence[Given]) -> Ranking:
    """The order of the points: of each two needs counts which of them got more from how many, not how much more."""
    ballots, everyone = _ballots(needs, given)
    order = arranged(ballots, seed=SEED, seconds=SECONDS)
    points = ballots.levels.sum(axis=0)
    gave = (ballots.levels > 0).sum(axis=0)
    reasons: defaultdict[UUID, list[str]] = defaultdict(list)
    for each in given:
        if each.reason:
            reasons[each.need].append(each.reason)
    ranked = tuple(
        Ranked(
            needs[place.item],
            place.rank,
            place.band,
            int(points[place.item]),
            int(gave[place.item]) / len(everyone) if everyone else 0.0,
            place.next,
            tuple(sorted(reasons[needs[place.item]])),
        )
        for place in order.places
    )
    return Ranking(ranked, order.method, order.proof is not Proof.NONE, order.agreement)


def views(needs: Sequence[UUID], given: Sequence[Given]) -> list[View]:
    """Each group's share of its own points, small groups together; none where that would show a person."""
    ballots, everyone = _ballots(needs, given)
    names, labels = _grouped(everyone)
    found = []
    for number, name in enumerate(names):
        inside = ballots.of(labels == number)
        points = inside.levels.sum(axis=0)
        total = int(points.sum())
        shares = {need: int(count) / total if total else 0.0 for need, count in zip(needs, points, strict=True)}
        found.append(View(name, inside.people, shares, agreement(scores(inside))))
    return found


def seen_by_groups(needs: Sequence[UUID], given: Sequence[Given]) -> dict[UUID, ItemView]:
    """What can be said of each need as the groups of `views` see it; empty where fewer than two can be shown."""
    ballots, everyone = _ballots(needs, given)
    names, labels = _grouped(everyone)
    if len(names) < 2:
        return {}
    return {needs[seen.item]: seen for seen in group_views(scores(ballots), labels.tolist(), seed=SEED)}


def deviates(chosen: Sequence[UUID], ranked: Sequence[Ranked]) -> bool:
    """Whether a chosen order places some need before one of a better rank, or leaves such a one out."""
    ranks = {each.need: each.rank for each in ranked}
    order = [ranks[need] for need in chosen]
    left_out = [rank for need, rank in ranks.items() if need not in set(chosen)]
    falls = all(earlier <= later for earlier, later in pairwise(order))
    return not falls or bool(order and left_out and min(left_out) < order[-1])


def _ballots(needs: Sequence[UUID], given: Sequence[Given]) -> tuple[Ballots, dict[UUID, str]]:
    """Everybody's points, and the group of each in the same order, which says nothing about who came first."""
    everyone = dict(sorted((each.giver, each.group) for each in given))
    number = {need: place for place, need in enumerate(needs)}
    points: dict[UUID, dict[int, int]] = {giver: {} for giver in everyone}
    for each in given:
        points[each.giver][number[each.need]] = each.points
    return from_points(list(points.values()), len(needs)), everyone


def _grouped(everyone: Mapping[UUID, str]) -> tuple[list[str | None], np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """The groups that may be shown, and the number of each person's; −1 for who cannot be seen in any."""
    counts = Counter(everyone.values())
    shown = small_groups(dict(sorted(counts.items())), whole=WHOLE)
    names: list[str | None] = [each.group for each in shown if not each.merged_into]
    small = {each.group for each in shown if each.merged_into}
    numbers = {name: number for number, name in enumerate(names)}
    if sum(counts[group] for group in small) >= SMALLEST:
        numbers |= dict.fromkeys(small, len(names))
        names.append(None)
    return names, np.array([numbers.get(group, -1) for group in everyone.values()], dtype=np.int64)
