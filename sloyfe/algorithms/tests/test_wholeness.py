"""Nobody can tell that an answer was not given by counting people whole, also who knows how many answered at all."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from sloyfe.algorithms.disclosure.details import Answers, Detail, Everybody, banded, scale_ladder, sum_between
from sloyfe.algorithms.disclosure.recoding import recoded
from sloyfe.algorithms.disclosure.tables import Sum
from sloyfe.algorithms.disclosure.ticks import Ticks, too_telling

UNITS, STEPS, OPTIONS = range(3), range(5), range(3)
LEAVES = [(unit, role) for unit in UNITS for role in "ab"]
SUMS = tuple(
    [Sum((unit, "all"), ((unit, "a"), (unit, "b"))) for unit in UNITS]
    + [Sum(("owner", role), tuple((unit, role) for unit in UNITS)) for role in ("a", "b", "all")]
)
Group = Hashable
Fact = tuple[dict[tuple[Group, object], float], float, float]


@pytest.mark.parametrize("seed", [67, *range(4)])  # 67: without counting whole, two answers are known to be empty
def test_every_answer_could_have_been_given_by_some_who_answered_anything(seed):
    answers = a_scale(Random(seed))
    details = recoded(answers, partial(scale_ladder, 5))

    assert never_given(list(on_a_scale(answers, details)), scale_asked(answers)) == []


@pytest.mark.parametrize("seed", range(8))
def test_every_option_could_have_been_ticked_and_left_by_some(seed):
    ticks, told = some_options(Random(seed))
    while telling := too_telling(ticks, told):
        for group in telling:
            told[group].pop()

    assert never_given(list(on_options(ticks, told)), options_asked(ticks)) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_options_that_show_what_everybody_ticked_are_found(seed):
    ticks, told = some_options(Random(seed))

    assert never_given(list(on_options(ticks, told)), options_asked(ticks))
    assert too_telling(ticks, told) <= told.keys()
    assert too_telling(ticks, told)


def test_where_nothing_is_told_nothing_must_be_told_less_of():
    ticks, _told = some_options(Random(1))
    assert too_telling(ticks, {}) == set()


@dataclass(frozen=True)
class Drawn:
    """Rows of whole numbers by leaf, added up to every group."""

    by_group: Mapping[Group, tuple[int, ...]]

    @classmethod
    def of(cls, leaves: Mapping[Group, tuple[int, ...]]) -> "Drawn":
        found = dict(leaves)
        for each in SUMS:
            parts = (found[part] for part in each.parts)
            found[each.whole] = tuple(sum(column) for column in zip(*parts, strict=True))
        return cls(found)


def a_scale(dice: Random) -> Answers:
    """An owner with three units and two roles; some answered only other questions."""
    leaves, skipped = {}, {}
    for unit in UNITS:
        lean = dice.choice([(1, 1, 1, 1, 1), (0, 0, 1, 4, 4), (0, 1, 2, 3, 1)])
        for role in "ab":
            given = dice.choices(STEPS, lean, k=dice.randint(1, 8))
            leaves[unit, role] = tuple(given.count(step) for step in STEPS)
            skipped[unit, role] = (int(dice.random() < 0.3),)
    counts, left = Drawn.of(leaves).by_group, Drawn.of(skipped).by_group
    asked = {group: sum(cell) + left[group][0] for group, cell in counts.items()}
    shown = frozenset(g for g, cell in counts.items() if sum(cell) >= 5 and (g[0] == "owner" or dice.random() < 0.8))
    return Answers(counts, SUMS, shown, everybody=Everybody(asked, frozenset(g for g, n in asked.items() if n >= 5)))


def some_options(dice: Random) -> tuple[Ticks, dict[Group, list[int]]]:
    """The same place, where everybody ticks one or two of three options, and most of these numbers are told."""
    leaves = {}
    for leaf in LEAVES:
        size = dice.randint(1, 6)
        rows = [dice.choice([(1, 0, 0), (1, 1, 0), (0, 1, 0), (0, 0, 1), (1, 0, 1)]) for _ in range(size)]
        ticked = (sum(column) for column in zip(*rows, strict=True))
        leaves[leaf] = (*ticked, size, size + int(dice.random() < 0.3))
    by_group = Drawn.of(leaves).by_group
    counts = {group: cell[:-2] for group, cell in by_group.items()}
    sizes = {group: cell[-2] for group, cell in by_group.items()}
    asked = {group: cell[-1] for group, cell in by_group.items()}
    shown = frozenset(group for group, size in sizes.items() if size >= 5)
    told = {
        group: [k for k in OPTIONS if 0 < counts[group][k] < sizes[group] and dice.random() < 0.7]
        for group in sorted(shown, key=repr)
    }
    everybody = Everybody(asked, frozenset(group for group, size in asked.items() if size >= 5))
    return Ticks(counts, sizes, shown, SUMS, everybody, fewest=1, most=2), told


def within(group: Group) -> list[Group]:
    """The leaves of a group."""
    parts = {each.whole: each.parts for each in SUMS}
    return [leaf for part in parts[group] for leaf in within(part)] if group in parts else [group]


def on_a_scale(answers: Answers, details: Mapping[Group, Detail]) -> Iterator[Fact]:
    """What everybody knows of the leaves: weights, lowest and highest."""
    everybody = answers.everybody
    assert everybody
    for group in everybody.shown:
        yield spread(group, (*STEPS, "skipped")), everybody.counts[group], everybody.counts[group]
    for group, detail in details.items():
        counts = answers.counts[group]
        yield spread(group, STEPS), sum(counts), sum(counts)
        for band, count in zip(detail.bands, banded(counts, detail), strict=True):
            yield spread(group, band), count, count
        between = sum_between(counts, detail)
        if between:
            yield {(leaf, k): k + 1.0 for leaf in within(group) for k in STEPS}, *between


def scale_asked(answers: Answers) -> list[dict[tuple[Group, object], float]]:
    return [spread(leaf, (k,)) for leaf in LEAVES if any(answers.counts[leaf]) for k in STEPS]


def on_options(ticks: Ticks, told: Mapping[Group, list[int]]) -> Iterator[Fact]:
    """The same of options."""
    for leaf in LEAVES:
        yield {**spread(leaf, OPTIONS), (leaf, "all"): -2.0}, -np.inf, 0
        yield {**spread(leaf, OPTIONS), (leaf, "all"): -1.0}, 0, np.inf
        for k in OPTIONS:
            yield {(leaf, k): 1.0, (leaf, "all"): -1.0}, -np.inf, 0
    for group in ticks.shown:
        yield spread(group, ("all",)), ticks.sizes[group], ticks.sizes[group]
        for k in told[group]:
            yield spread(group, (k,)), ticks.counts[group][k], ticks.counts[group][k]
    for group in ticks.everybody.shown:
        yield spread(group, ("all", "skipped")), ticks.everybody.counts[group], ticks.everybody.counts[group]


def options_asked(ticks: Ticks) -> list[dict[tuple[Group, object], float]]:
    ticked = [spread(leaf, (k,)) for leaf in LEAVES if ticks.sizes[leaf] for k in OPTIONS]
    return [*ticked, *({**dict.fromkeys(each, -1.0), (next(iter(each))[0], "all"): 1.0} for each in ticked)]


def spread(group: Group, kinds: tuple[object, ...] | range) -> dict[tuple[Group, object], float]:
    return {(leaf, kind): 1.0 for leaf in within(group) for kind in kinds}


def never_given(facts: list[Fact], asked: list[dict[tuple[Group, object], float]]) -> list[object]:
    """The sums asked for that are nothing in all whole numbers that fit, one programme each."""
    names = {name for weights, *_ in facts for name in weights} | {name for weights in asked for name in weights}
    number = {name: at for at, name in enumerate(sorted(names, key=repr))}

    def row(weights: Mapping[tuple[Group, object], float]) -> np.ndarray:
        found = np.zeros(len(number))
        for name, weight in weights.items():
            found[number[name]] = weight
        return found

    known = np.array([row(weights) for weights, *_ in facts])
    fits = LinearConstraint(known, [low for _, low, _ in facts], [high for *_, high in facts])
    found: list[object] = []
    for weights in asked:
        price, whole = -row(weights), np.ones(len(number))
        best = milp(price, constraints=fits, integrality=whole, bounds=Bounds(0, 50))
        assert best.success
        found += [weights] if -best.fun < 0.5 else []
    return found
