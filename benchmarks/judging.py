"""How often what is told is so: planted agreement, firm lines, groups of opinion, and which pairs are asked about."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from scipy.stats import kendalltau

from benchmarks.opinions import TRUTH, Plan, ours, planted, roles_of, said, tried
from sloyfe.algorithms.prioritisation import Ballots, Kind, arranged, scores
from sloyfe.algorithms.prioritisation.ballots import Floats
from sloyfe.algorithms.prioritisation.group_views import HIGH, ItemView
from sloyfe.algorithms.prioritisation.opinion_groups import opinion_groups
from sloyfe.algorithms.prioritisation.paired_choices import Strengths, next_pair, strengths

Ints = NDArray[np.int64]
ALIKE = 0.15


@dataclass(frozen=True)
class Judged:
    """Of so many runs: the part of planted items that were told, and the part of runs that told something untrue."""

    rule: str
    people: int
    planted: bool
    recovered: float | None
    false_runs: float


def groups_judged(sizes: tuple[int, ...], runs: int) -> list[Judged]:
    """With two items that all agree on and two that divide the roles, and with nothing planted."""
    rules = {"ours": ours, "means further apart than 0.15": by_threshold}
    found = []
    for rule, views in rules.items():
        for people in sizes:
            for each in (2, 0):
                told = [
                    tried(planted(np.random.default_rng(run), each=each), people, run, views) for run in range(runs)
                ]
                items = sum(one.planted for one in told)
                recovered = sum(one.recovered for one in told) / items if items else None
                found.append(Judged(rule, people, bool(each), recovered, sum(one.false for one in told) / runs))
    return found


def by_threshold(points: Floats, roles: Ints, _seed: int) -> tuple[ItemView, ...]:
    """The simple rule: groups differ where their means do, and agree where all means are high."""
    means = np.stack([points[roles == role].mean(axis=0) for role in range(int(roles.max()) + 1)])
    apart = np.ptp(means, axis=0) > ALIKE
    kinds = np.where(apart, Kind.CONTESTED, np.where(means.min(axis=0) >= HIGH, Kind.HIGH, Kind.OPEN))
    return tuple(ItemView(item, Kind(kind), (), None) for item, kind in enumerate(kinds))


def lines_judged(people: int, items: int, runs: int) -> tuple[float, float]:
    """The part of runs in which some line was drawn that all people together do not draw, and lines in a run."""
    wrong, lines = 0, 0
    for run in range(runs):
        plan = planted(np.random.default_rng(run), items)
        dice = np.random.default_rng(run)
        everyone = arranged(said(plan, roles_of(TRUTH), dice), seed=run)
        order = [place.item for place in everyone.places]
        some = arranged(said(plan, roles_of(people), dice), seed=run)
        drawn = [n for n in range(1, items) if some.places[n].band != some.places[n - 1].band]
        lines += len(drawn)
        wrong += any({place.item for place in some.places[:n]} != set(order[:n]) for n in drawn)
    return wrong / runs, lines / runs


def opinions_judged(people: int, runs: int) -> dict[int, float]:
    """By how many kinds of people there are (one, two, three): how often as many groups of opinion were told."""
    found = {}
    for kinds in (1, 2, 3):
        right = 0
        for run in range(runs):
            dice = np.random.default_rng((run, kinds))
            tastes = dice.normal(size=(kinds, 12)) * 1.5
            table = np.concatenate([scores(_alike(taste, people // kinds, dice)) for taste in tastes])
            told = opinion_groups(table, seed=run)
            right += (1 if told is None else len(told.groups)) == kinds
        found[kinds] = right / runs
    return found


def choices_judged(items: int, runs: int, asked: tuple[int, ...]) -> dict[str, list[float]]:
    """Kendall's tau between the order found and the true one after so many choices, in the mean, by how pairs come."""
    ways: dict[str, Callable[[Floats, np.random.Generator], tuple[int, int]]] = {
        "ours": _ours,
        "most informative (D-optimal)": _d_optimal,
        "by chance": _by_chance,
    }
    found = {}
    for way, pair in ways.items():
        told = np.zeros((runs, len(asked)))
        for run in range(runs):
            dice = np.random.default_rng(run)
            true = dice.normal(size=items) * 2
            wins = np.zeros((items, items))
            for count in range(1, max(asked) + 1):
                one, other = pair(wins, dice)
                first = dice.random() < expit(true[one] - true[other])
                wins[(one, other) if first else (other, one)] += 1
                if count in asked:
                    told[run, asked.index(count)] = kendalltau(strengths(wins).values, true).statistic
        found[way] = [round(float(mean), 3) for mean in told.mean(axis=0)]
    return found


def _alike(taste: Floats, people: int, dice: np.random.Generator) -> Ballots:
    """People of one kind, each naming their first six."""
    plan = Plan(taste[None, :], frozenset(), frozenset(), 6)
    return said(plan, np.zeros(people, dtype=np.int64), dice)


def _ours(wins: Floats, dice: np.random.Generator) -> tuple[int, int]:
    return next_pair(wins, (), seed=int(dice.integers(1 << 30))) or (0, 1)


def _d_optimal(wins: Floats, dice: np.random.Generator) -> tuple[int, int]:
    found: Strengths = strengths(wins)
    chances = expit(found.values[:, None] - found.values[None, :])
    gains = np.triu(chances * (1 - chances) * found.errors() ** 2, 1)
    near = np.argwhere(gains >= 0.95 * gains.max())
    one, other = near[dice.integers(len(near))]
    return int(one), int(other)


def _by_chance(wins: Floats, dice: np.random.Generator) -> tuple[int, int]:
    one, other = dice.choice(len(wins), 2, replace=False)
    return int(one), int(other)
