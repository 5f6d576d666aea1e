"""Nobody can tell from what is told that no one in some group gave an answer."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from random import Random

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from sloyfe.algorithms.disclosure import Sum
from sloyfe.algorithms.disclosure.details import (
    NOTHING,
    Answers,
    Detail,
    banded,
    choice_ladder,
    scale_ladder,
    sum_between,
    told_mean,
)
from sloyfe.algorithms.disclosure.emptiness import known_empty
from sloyfe.algorithms.disclosure.recoding import recoded

EVERY = Detail(((0,), (1,), (2,), (3,), (4,)))


@pytest.mark.parametrize("size", [5, 6, 7, 8, *(pytest.param(size, marks=pytest.mark.full) for size in (9, 10))])
def test_a_reader_who_knows_the_method_cannot_tell_that_a_step_is_empty(size):
    in_use = defaultdict[object, set[int]](set)
    for counts in compositions(size, 5):
        for detail in could_be_told(counts, scale_ladder(5, size)):
            told = (detail, banded(counts, detail), told_mean(counts, detail))
            in_use[told] |= {step for step, count in enumerate(counts) if count}

    assert all(steps == {0, 1, 2, 3, 4} for steps in in_use.values())


def test_nor_that_an_option_is():
    in_use = defaultdict[object, set[int]](set)
    for counts in compositions(8, 4):
        for detail in could_be_told(counts, choice_ladder((4, 3, 2, 1))):
            in_use[detail, banded(counts, detail)] |= {option for option, count in enumerate(counts) if count}

    assert all(options == {0, 1, 2, 3} for options in in_use.values())


def test_where_every_step_was_chosen_everything_is_told():
    assert recoded(alone((1, 1, 2, 3, 1)), partial(scale_ladder, 5)) == {"all": EVERY}


def test_when_all_are_on_one_side_nothing_is_told():
    assert recoded(alone((0, 0, 0, 2, 6)), partial(scale_ladder, 5)) == {"all": NOTHING}


def test_a_mean_is_rounded_so_that_the_sum_stays_open():
    counts = (0, 24, 16, 24, 16)
    detail = recoded(alone(counts), partial(scale_ladder, 5))["all"]

    assert detail.bands == ((0, 1), (2,), (3, 4))
    assert told_mean(counts, detail) == Fraction(17, 5)
    assert sum_between(counts, detail) == (268, 275)


def test_a_step_that_is_empty_in_what_is_left_of_the_sum_is_joined_too():
    counts = {"owner": (2, 2, 3, 4, 4), "shown": (2, 1, 2, 2, 2), "hidden": (0, 1, 1, 2, 2)}
    answers = Answers(counts, (Sum("owner", ("shown", "hidden")),), frozenset({"owner", "shown"}))
    told = recoded(answers, partial(scale_ladder, 5))

    assert known_empty(answers, dict.fromkeys(("owner", "shown"), EVERY))
    assert told["owner"] == EVERY
    assert told["shown"] != EVERY


@pytest.mark.parametrize("seed", range(6))
def test_every_answer_of_every_group_could_have_been_given_in_whole_numbers(seed):
    answers = network(Random(seed))
    told = recoded(answers, partial(scale_ladder, 5))

    assert list(empty_in_whole_numbers(answers, told)) == []


def test_the_whole_number_check_sees_what_is_wrong():
    answers = network(Random(3))
    all_told = {group: Detail(EVERY.bands) for group in answers.shown}

    assert list(empty_in_whole_numbers(answers, all_told))


def could_be_told(counts: tuple[int, ...], ladder: Sequence[Detail]) -> set[Detail]:
    """Every detail that some throw of the dice leads to."""
    return {recoded(alone(counts), lambda _size: ladder, Down(steps))["all"] for steps in range(len(ladder) + 1)}


class Down(Random):
    """Dice that say "down" so many times."""

    def __init__(self, times: int) -> None:
        super().__init__(0)
        self.throws = iter([0.0] * times)

    def random(self) -> float:
        return next(self.throws, 1.0)


def alone(counts: tuple[int, ...]) -> Answers:
    return Answers({"all": counts}, (), frozenset({"all"}))


def compositions(size: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in compositions(size - first, parts - 1):
            yield (first, *rest)


def network(dice: Random) -> Answers:
    """An owner with five units and two roles; most of the groups of five or more are shown."""
    counts: dict[object, tuple[int, ...]] = {}
    for unit in range(5):
        lean = dice.choice([(1, 1, 1, 1, 1), (0, 0, 1, 4, 4), (0, 1, 2, 3, 1)])
        for role in "ab":
            given = dice.choices(range(5), lean, k=dice.randint(1, 12))
            counts[unit, role] = tuple(given.count(step) for step in range(5))
    sums = [Sum((unit, "all"), ((unit, "a"), (unit, "b"))) for unit in range(5)]
    sums += [Sum(("owner", role), tuple((unit, role) for unit in range(5))) for role in ("a", "b", "all")]
    for each in sums:
        counts[each.whole] = tuple(sum(column) for column in zip(*(counts[part] for part in each.parts), strict=True))
    large = [group for group, cell in counts.items() if sum(cell) >= 5]
    return Answers(counts, tuple(sums), frozenset(g for g in large if dice.random() < 0.8 or g[0] == "owner"))


def empty_in_whole_numbers(answers: Answers, told: Mapping[object, Detail]) -> Iterator[tuple[object, int]]:
    """Categories of groups with somebody in them that no whole numbers that fit what is told put anybody in."""
    number = {(g, k): at for at, (g, k) in enumerate((g, k) for g in answers.counts for k in range(5))}
    facts = list(public(answers, told))
    rows = np.zeros((len(facts), len(number)))
    for at, (weights, _low, _high) in enumerate(facts):
        for key, weight in weights.items():
            rows[at, number[key]] = weight
    fits = LinearConstraint(rows, [low for _, low, _ in facts], [high for _, _, high in facts])
    for (group, k), at in number.items():
        if any(answers.counts[group]) and not answers.counts[group][k]:
            price = np.zeros(len(number))
            price[at] = -1
            found = milp(price, constraints=fits, integrality=np.ones(len(number)), bounds=Bounds(0, np.inf))
            if found.success and -found.fun < 0.5:
                yield group, k


def public(
    answers: Answers, told: Mapping[object, Detail]
) -> Iterator[tuple[dict[tuple[object, int], float], float, float]]:
    """What everybody knows: weights, lowest and highest."""
    for each in answers.sums:
        for k in range(5):
            yield {(each.whole, k): 1.0} | {(part, k): -1.0 for part in each.parts}, 0, 0
    for group, detail in told.items():
        size = sum(answers.counts[group])
        yield {(group, k): 1.0 for k in range(5)}, size, size
        for band, count in zip(detail.bands, banded(answers.counts[group], detail), strict=True):
            yield {(group, k): 1.0 for k in band}, count, count
        between = sum_between(answers.counts[group], detail)
        if between:
            yield {(group, k): k + 1.0 for k in range(5)}, *between
