"""Which answers a reader can tell that nobody in a group gave."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, eye_array, hstack, vstack

from sloyfe.algorithms.disclosure.details import Answers, Detail, banded, sum_between

HALF = 0.5
NO_WEIGHT = 1e-7
Unknown = tuple[Hashable, int]


def known_empty(answers: Answers, details: Mapping[Hashable, Detail]) -> list[AbstractSet[Hashable]]:
    """For each knot of categories that are known to be empty, the groups whose details give them away.

    Only groups in which somebody answered count. A category is known to be empty when no other counts that fit what is
    told have somebody in it. All are decided at once: the programme looks for counts in which as many categories as
    possible are in use (a point of the relative interior; Freund, Roundy and Todd 1985).
    """
    facts = told(answers, details)
    if not facts.number:
        return []
    used, weights = _most_in_use(facts)
    somebody = {at for (group, _category), at in facts.number.items() if any(answers.counts[group])}
    return list(_knots(facts, somebody & set(np.flatnonzero(used < HALF).tolist()), weights))


@dataclass(frozen=True)
class Fact:
    """A weighted sum of unknowns that is exactly (or at most) some number; `by` are the groups of which it is told."""

    weights: Mapping[Unknown, float]
    most: float
    exactly: bool = True
    by: frozenset[Hashable] = frozenset()


@dataclass(frozen=True)
class Facts:
    """Everything that is public, over numbered unknowns."""

    number: Mapping[Unknown, int]
    all: Sequence[Fact]

    def matrix(self, *, exactly: bool) -> tuple[list[int], csr_array]:
        """Which facts these are, and their weights beside −most, one row each."""
        chosen = [at for at, fact in enumerate(self.all) if fact.exactly is exactly]
        entries = [
            (row, self.number[unknown], weight)
            for row, at in enumerate(chosen)
            for unknown, weight in self.all[at].weights.items()
            if unknown in self.number
        ]
        entries += [(row, len(self.number), -self.all[at].most) for row, at in enumerate(chosen)]
        rows, columns, weights = zip(*entries, strict=True) if entries else ((), (), ())
        return chosen, coo_array((weights, (rows, columns)), shape=(len(chosen), len(self.number) + 1)).tocsr()


def told(answers: Answers, details: Mapping[Hashable, Detail]) -> Facts:
    """Everything that these details tell. What is known of a group in full is no unknown."""
    in_full = known(answers, details)
    open_ = [group for group in answers.counts if group not in in_full]
    unknowns = [(group, category) for group in open_ for category in range(len(answers.counts[group]))]
    return Facts({unknown: at for at, unknown in enumerate(unknowns)}, list(_public(answers, details)))


def known(answers: Answers, details: Mapping[Hashable, Detail]) -> set[Hashable]:
    """The groups of which everything is told."""
    return {group for group, detail in details.items() if detail.is_every or not any(answers.counts[group])}


def _public(answers: Answers, details: Mapping[Hashable, Detail]) -> Iterator[Fact]:
    counts = answers.counts
    categories = range(len(next(iter(counts.values()))))
    in_full = known(answers, details)
    for each in answers.sums:
        signs = {each.whole: 1} | dict.fromkeys(each.parts, -1)
        open_ = {group: sign for group, sign in signs.items() if group not in in_full}
        for k in categories if open_ else ():
            told = sum(sign * counts[group][k] for group, sign in signs.items() if group in in_full)
            by = frozenset(group for group in signs if group in in_full and any(counts[group]))
            yield Fact({(group, k): float(sign) for group, sign in open_.items()}, -told, by=by)
    for group, detail in details.items():
        if group in in_full:
            continue
        if answers.are_people and not detail.bands:
            yield Fact({(group, k): 1.0 for k in categories}, sum(counts[group]))
        for band, told in zip(detail.bands, banded(counts[group], detail), strict=True):
            yield Fact({(group, k): 1.0 for k in band}, told, by=frozenset({group}))
        between = sum_between(counts[group], detail)
        if between:
            total = {(group, k): k + 1.0 for k in categories}
            yield Fact(total, between[1], exactly=False, by=frozenset({group}))
            yield Fact(
                {unknown: -weight for unknown, weight in total.items()},
                -between[0],
                exactly=False,
                by=frozenset({group}),
            )


def _most_in_use(facts: Facts) -> tuple[np.ndarray, dict[int, float]]:
    """Which unknowns can be above zero (1) or cannot (0), and the weight of each fact in the proof."""
    size = len(facts.number)
    exact, equal = facts.matrix(exactly=True)
    loose, below = facts.matrix(exactly=False)
    one, empty = eye_array(size), csr_array
    # Unknowns and their scale, then "in use", which is at most 1 and at most the unknown.
    at_most = vstack([hstack([below, empty((len(loose), size))]), hstack([-one, empty((size, 1)), one])])
    price = np.concatenate([np.zeros(size + 1), -np.ones(size)])
    bounds = [(0, None)] * size + [(1, None)] + [(0, 1)] * size
    found = linprog(
        price,
        A_ub=at_most,
        b_ub=np.zeros(at_most.shape[0]),
        A_eq=hstack([equal, empty((len(exact), size))]),
        b_eq=np.zeros(len(exact)),
        bounds=bounds,
        method="highs",
    )
    if not found.success:
        raise ArithmeticError(found.message)
    weights = dict(zip(exact, found.eqlin.marginals, strict=True))
    weights |= dict(zip(loose, found.ineqlin.marginals[: len(loose)], strict=True))
    return found.x[size + 1 :], weights


def _knots(facts: Facts, empty: Iterable[int], weights: Mapping[int, float]) -> Iterator[AbstractSet[Hashable]]:
    """The facts that prove something, knot by knot: those that hang together by an unknown."""
    held_by: dict[int, list[int]] = defaultdict(list)
    members = {
        at: [facts.number[unknown] for unknown in facts.all[at].weights if unknown in facts.number]
        for at, weight in weights.items()
        if abs(weight) > NO_WEIGHT
    }
    for at, unknowns in members.items():
        for unknown in unknowns:
            held_by[unknown].append(at)
    waiting = set(empty)
    while waiting:
        start = waiting.pop()
        reach, seen = [start], set[int]()
        while reach:
            for at in set(held_by[reach.pop()]) - seen:
                seen.add(at)
                reach += members[at]
        waiting -= {unknown for at in seen for unknown in members[at]}
        told = frozenset[Hashable]().union(*(facts.all[at].by for at in seen))
        if not told:
            raise ArithmeticError("something is known to be empty, and nothing that was told says so")
        yield told
