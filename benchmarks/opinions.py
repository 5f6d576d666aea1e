"""What people might say about a list of needs, drawn from a seed, with things planted that unite or divide them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sloyfe.algorithms.prioritisation import Ballots, group_views, scores
from sloyfe.algorithms.prioritisation.group_views import ItemView, Kind

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Views = Callable[[Floats, Ints, int], tuple[ItemView, ...]]

SHARES = (0.5, 0.25, 0.15, 0.1)
STRONG = 3.0
TRUTH = 12_000
NOTHING = 0.05


@dataclass(frozen=True)
class Plan:
    """How dear each item is to each role, shape (roles, items); what is planted; and how many items a person names."""

    dearness: Floats
    agreed: frozenset[int]
    contested: frozenset[int]
    named: int


@dataclass(frozen=True)
class Found:
    """Of a run: planted items, how many of them were told as what they are, and whether anything untrue was told."""

    planted: int
    recovered: int
    false: bool


def draw(people: int, items: int, named: int, dice: np.random.Generator, *, taste: float = 1.0) -> Ballots:
    """People who share a taste to some degree, each naming their first few."""
    return _named(dice.normal(size=items) * taste + dice.gumbel(size=(people, items)), named)


def planted(dice: np.random.Generator, items: int = 12, named: int = 5, *, each: int = 2) -> Plan:
    """Some items that every role has high, and some that half of the roles have high and the others low."""
    dearness = np.tile(dice.normal(size=items) * 0.5, (len(SHARES), 1))
    chosen = [int(item) for item in dice.permutation(items)]
    agreed, contested = chosen[:each], chosen[each : 2 * each]
    dearness[:, agreed] = STRONG
    lovers = dice.permutation(len(SHARES)) < len(SHARES) // 2
    for place, item in enumerate(contested):
        dearness[:, item] = np.where(lovers == bool(place % 2), -STRONG, STRONG)
    return Plan(dearness, frozenset(agreed), frozenset(contested), named)


def roles_of(people: int) -> Ints:
    """Roles of unlike sizes, at least five in each."""
    sizes = [max(5, round(share * people)) for share in SHARES]
    sizes[0] += people - sum(sizes)
    return np.repeat(np.arange(len(sizes)), sizes)


def said(plan: Plan, roles: Ints, dice: np.random.Generator) -> Ballots:
    """What people in these roles say."""
    return _named(plan.dearness[roles] + dice.gumbel(size=(len(roles), plan.dearness.shape[1])), plan.named)


def ours(points: Floats, roles: Ints, seed: int) -> tuple[ItemView, ...]:
    """What the product tells."""
    return group_views(points, roles.tolist(), seed=seed)


def tried(plan: Plan, people: int, seed: int, views: Views = ours) -> Found:
    """One run: what was told of what was planted, and whether something was told that is not so."""
    dice = np.random.default_rng(seed)
    roles = roles_of(people)
    many = np.repeat(np.arange(len(SHARES)), TRUTH // len(SHARES))
    table = scores(said(plan, many, dice))
    truth = np.stack([table[many == role].mean(axis=0) for role in range(len(SHARES))])
    kinds = [view.kind for view in views(scores(said(plan, roles, dice)), roles, seed)]
    recovered = sum(kinds[item] is Kind.HIGH for item in plan.agreed)
    recovered += sum(kinds[item] is Kind.CONTESTED for item in plan.contested)
    false = any(_untrue(kind, truth[:, item]) for item, kind in enumerate(kinds))
    return Found(len(plan.agreed) + len(plan.contested), recovered, false)


def _untrue(kind: Kind, means: Floats) -> bool:
    if kind is Kind.HIGH:
        return bool(means.min() <= 0.5)
    if kind is Kind.LOW:
        return bool(means.max() >= 0.5)
    return kind is Kind.CONTESTED and bool(means.max() - means.min() < NOTHING)


def _named(dearness: Floats, named: int) -> Ballots:
    people, items = dearness.shape
    order = np.argsort(-dearness, axis=1)[:, :named]
    levels = np.zeros((people, items), dtype=np.int64)
    levels[np.arange(people)[:, None], order] = items - np.arange(min(named, items))
    return Ballots(levels)
