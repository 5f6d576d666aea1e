"""What the order with the fewest overrulings costs, beside Borda and the plain integer programme."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from benchmarks.opinions import draw
from benchmarks.preflib import ballots as read
from sloyfe.algorithms.prioritisation import (
    Ballots,
    Kemeny,
    agreement,
    arranged,
    borda,
    group_views,
    kemeny,
    preferences,
)
from sloyfe.algorithms.prioritisation import scores as scores_of
from sloyfe.algorithms.prioritisation.group_sums import GroupSums
from sloyfe.algorithms.prioritisation.linear_ordering import order_cost

Ints = NDArray[np.int64]
BLIND = 0.0
T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """Of some people and items: CPU seconds of the exact order and of each baseline, and what they overrule."""

    name: str
    people: int
    items: int
    overruled: int
    proof: str
    largest_part: int
    cpu_s: float
    plain_cpu_s: float | None
    borda_over_percent: float


def measured(name: str, ballots: Ballots, *, plain: bool) -> Figure:
    """From what people said to the proved order; `plain`: also by one programme with all triangles."""
    cpu, found = timed(lambda: _exact(ballots))
    pairs = preferences(ballots)
    by_borda = tuple(int(item) for item in np.argsort(-borda(pairs, ballots.people), kind="stable"))
    worse = order_cost(pairs.T, by_borda) / max(1, found.overruled) - 1
    plain_cpu = None
    if plain:
        plain_cpu, cost = timed(lambda: plain_programme(preferences(ballots)), times=1)
        if cost != found.overruled:
            raise AssertionError(f"the plain programme found {cost}, not {found.overruled}")
    largest = max(len(part) for part in found.parts)
    size = (ballots.people, ballots.items)
    return Figure(name, *size, found.overruled, found.proof, largest, cpu, plain_cpu, round(worse * 100, 2))


def synthetic(*, quick: bool) -> list[Figure]:
    """People with a common taste, people with next to none, and people who answer blindly, up to 3,000 × 40."""
    dice = np.random.default_rng(1)
    sizes = [(60, 12, 5), (300, 20, 7)] if quick else [(60, 12, 5), (300, 20, 7), (3000, 40, 10), (3000, 40, 40)]
    tastes = {"common taste": 0.5, "little taste": 0.1, "blindly": BLIND}
    return [
        measured(f"{name}, first {named}", draw(people, items, named, dice, taste=taste), plain=True)
        for people, items, named in sizes
        for name, taste in tastes.items()
    ]


def real(paths: list[Path]) -> list[Figure]:
    """Orders that people really gave."""
    return [measured(path.name, read(path), plain=False) for path in paths]


def growth(*, quick: bool) -> list[tuple[int, int, float, float]]:
    """People, items, CPU of the exact order and of all that a page tells; at n, 2n, 4n and 8n, and items alike."""
    dice = np.random.default_rng(2)
    sizes = [(750, 10), (1500, 10)] if quick else [(n * 750, 40) for n in (1, 2, 4, 8)]
    sizes += [] if quick else [(3000, items) for items in (10, 20, 40, 80)]
    found = []
    for people, items in sizes:
        ballots = draw(people, items, 10, dice, taste=0.1)
        exact, _order = timed(lambda told=ballots: _exact(told))
        page, _grounds = timed(lambda told=ballots: _page(told))
        found.append((people, items, exact, page))
    return found


def live(people: int, items: int) -> float:
    """CPU seconds of what is told again whenever somebody has answered."""
    ballots = draw(people, items, 10, np.random.default_rng(3))
    roles = np.arange(people) % 5
    return timed(lambda: _live(ballots, roles))[0]


def against_all_orders(times: int) -> tuple[int, int]:
    """In how many of so many tries with up to seven items no order of all there are overrules fewer."""
    dice = np.random.default_rng(4)
    agreed = 0
    for _time in range(times):
        people, items = int(dice.integers(1, 12)), int(dice.integers(2, 8))
        pairs = preferences(Ballots(dice.integers(0, items, (people, items))))
        every = np.array(list(permutations(range(items))))
        before = np.argsort(every, axis=1)
        earlier = before[:, :, None] < before[:, None, :]
        best = int((earlier * pairs.T).sum(axis=(1, 2)).min())
        found = kemeny(pairs, borda(pairs, people))
        agreed += found.overruled == found.bound == best
    return agreed, times


def plain_programme(pairs: Ints) -> int:
    """What the best order overrules, by one integer programme with every triangle in it from the start."""
    items = len(pairs)
    first, second = np.triu_indices(items, 1)
    number = np.zeros((items, items), dtype=int)
    number[first, second] = np.arange(len(first))
    triples = np.array([(i, j, k) for i in range(items) for j in range(i + 1, items) for k in range(j + 1, items)])
    i, j, k = triples.T
    columns = np.concatenate([number[i, j], number[j, k], number[i, k]])
    rows = np.tile(np.arange(len(triples)), 3)
    signs = np.repeat([1.0, 1.0, -1.0], len(triples))
    matrix = coo_array((signs, (rows, columns)), shape=(len(triples), len(first))).tocsr()
    gains = (pairs.T - pairs)[first, second].astype(float)
    solved = milp(
        gains,
        constraints=LinearConstraint(matrix, 0, 1),
        integrality=np.ones(len(first)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    return round(solved.fun) + int(pairs[first, second].sum())


def timed(work: Callable[[], T], *, times: int = 3) -> tuple[float, T]:
    """The least CPU seconds of a few runs, and what the last of them gave."""
    least = float("inf")
    for _time in range(times):
        began = time.process_time()
        found = work()
        least = min(least, time.process_time() - began)
    return round(least, 4), found


def _exact(ballots: Ballots) -> Kemeny:
    pairs = preferences(ballots)
    return kemeny(pairs, borda(pairs, ballots.people))


def _live(ballots: Ballots, roles: Ints) -> None:
    borda(preferences(ballots), ballots.people)
    table = scores_of(ballots)
    agreement(table)
    GroupSums(table, roles).moments().largest_t()


def _page(ballots: Ballots) -> None:
    arranged(ballots, seed=1)
    group_views(scores_of(ballots), (np.arange(ballots.people) % 5).tolist(), seed=1)
