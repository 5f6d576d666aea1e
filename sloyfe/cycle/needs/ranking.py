"""From points to an order, and how groups of people saw it. Pure: values in, values out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

from sloyfe.kit.small_groups import SMALLEST, small_groups

ALIKE = 0.15
WHOLE = "*"


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
    """A need's place in the order; equal points share a rank."""

    need: UUID
    rank: int
    points: int
    givers: int
    share: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """How a group spread its points; `group` is None for small groups seen together."""

    group: str | None
    givers: int
    shares: Mapping[UUID, float] = field(default_factory=dict)


def rank(needs: Sequence[UUID], given: Sequence[Given]) -> list[Ranked]:
    """Most points first; `share` is the part of all givers who gave the need anything."""
    points: Counter[UUID] = Counter()
    givers: defaultdict[UUID, set[UUID]] = defaultdict(set)
    reasons: defaultdict[UUID, list[str]] = defaultdict(list)
    for each in given:
        points[each.need] += each.points
        if each.points:
            givers[each.need].add(each.giver)
        if each.reason:
            reasons[each.need].append(each.reason)
    everyone = len({each.giver for each in given})
    order = sorted(needs, key=lambda need: -points[need])
    ranks = {need: 1 + sum(points[other] > points[need] for other in needs) for need in needs}
    return [
        Ranked(
            need,
            ranks[need],
            points[need],
            len(givers[need]),
            len(givers[need]) / everyone if everyone else 0.0,
            tuple(sorted(reasons[need])),
        )
        for need in order
    ]


def views(needs: Sequence[UUID], given: Sequence[Given]) -> list[View]:
    """Each group's share of its own points, small groups together; none where that would show a person."""
    members: defaultdict[str, set[UUID]] = defaultdict(set)
    for each in given:
        members[each.group].add(each.giver)
    shown = small_groups({group: len(people) for group, people in members.items()}, whole=WHOLE)
    small = {each.group for each in shown if each.merged_into}
    found = [
        _view(each.group, {each.group}, len(members[each.group]), needs, given)
        for each in shown
        if each.group not in small
    ]
    together = len(set().union(*(members[group] for group in small))) if small else 0
    if together >= SMALLEST:
        found.append(_view(None, small, together, needs, given))
    return found


def spread(need: UUID, seen: Sequence[View]) -> float | None:
    """How far apart the groups are about a need; None where fewer than two groups can be shown."""
    if len(seen) < 2:
        return None
    shares = [view.shares[need] for view in seen]
    return max(shares) - min(shares)


def deviates(chosen: Sequence[UUID], ranked: Sequence[Ranked]) -> bool:
    """Whether a chosen order places some need before one that got more points, or leaves such a one out."""
    points = {each.need: each.points for each in ranked}
    order = [points[need] for need in chosen]
    left_out = [points[need] for need in points if need not in set(chosen)]
    falls = all(earlier >= later for earlier, later in pairwise(order))
    return not falls or bool(order and left_out and max(left_out) > order[-1])


def _view(group: str | None, groups: set[str], count: int, needs: Sequence[UUID], given: Sequence[Given]) -> View:
    points: Counter[UUID] = Counter()
    for each in given:
        if each.group in groups:
            points[each.need] += each.points
    total = points.total()
    return View(group, count, {need: points[need] / total if total else 0.0 for need in needs})
