"""What docs/algorithms/grouping.md promises, word for word, and whether it is so."""

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.grouping import (
    InfeasibleError,
    Participant,
    Task,
    apart,
    conflict,
    even_sizes,
    facilitators,
    pinned,
    repair,
    seat,
    together,
)
from sloyfe.algorithms.grouping.annealing import Moves
from sloyfe.algorithms.grouping.feasibility import every_rule
from sloyfe.algorithms.grouping.mixing import mix, searched
from sloyfe.algorithms.grouping.plans import broken
from sloyfe.algorithms.tests.promised import promised
from sloyfe.algorithms.tests.test_grouping import every_grouping, tasks
from sloyfe.algorithms.tests.test_grouping_conflicts import impossible

PAGE = "grouping"


def with_many_rules(seed: int) -> Task:
    """Twenty to forty people, and rules of all kinds that some grouping, drawn here, keeps."""
    dice = Random(seed)
    groups = dice.randint(3, 8)
    keys = [f"p{place}" for place in range(dice.randint(20, 40))]
    where = {key: place % groups for place, key in enumerate(dice.sample(keys, len(keys)))}
    leading = {next(key for key in keys if where[key] == group) for group in range(groups)} | set(keys[:2])
    traits = {key: {"school": dice.choice("vwxyz"), "role": dice.choice("sth")} for key in keys}
    pairs = [dice.sample(keys, 2) for _pair in keys]
    rules = [(apart if where[one] != where[other] else together)(one, other) for one, other in pairs]
    rules += [pinned(key, where[key]) for key in dice.sample(keys, 3)]
    crowd = tuple(Participant(key, traits[key], key in leading) for key in keys)
    return Task(crowd, even_sizes(len(keys), groups), {"school": 2.0, "role": 1.0}, (*rules, facilitators()))


@settings(max_examples=40, deadline=None)
@given(tasks())
def test_bound_and_proof(task):
    promised(PAGE, "No grouping that keeps the rules costs less than the bound.")
    promised(PAGE, "A grouping is called proved best only where its cost is its bound.")
    promised(PAGE, "The same task, seed and number of moves give the same groups.")
    possible = every_grouping(task)
    if not possible:
        return

    for found in (mix(task, Moves(40_000), 2), searched(task, Moves(40_000), 2)):
        assert broken(task, found.groups) == ()
        assert found.bound <= min(one.cost for one in possible) + 1e-9
        assert found.proved_best == (abs(found.cost - found.bound) < 1e-6)
    assert searched(task, Moves(40_000), 2) == found


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_every_rule_is_kept(seed):
    promised(PAGE, "A grouping that is returned keeps every rule.")
    task = with_many_rules(seed)
    found = mix(task, Moves(60_000), seed)

    assert broken(task, found.groups) == ()
    assert found.violations == ()


@settings(max_examples=30, deadline=None)
@given(tasks())
def test_conflicts(task):
    promised(PAGE, "A conflict is a set of rules that cannot all be kept,")
    promised(PAGE, "no smaller set is one where it is called the smallest.")
    found = conflict(task)
    if found:
        assert impossible(task, found.rules)
        fewer = combinations(every_rule(task), len(found.rules) - 1)
        assert not found.smallest or not any(impossible(task, few) for few in fewer)


@settings(max_examples=40, deadline=None)
@given(tasks())
def test_the_day(task):
    promised(PAGE, "Nobody who sits is moved for a latecomer where some group can take them.")
    promised(PAGE, "After a repair every rule holds for those who are there.")
    possible = every_grouping(task)
    if not possible:
        return
    groups = possible[0].groups
    room = any(len(keys) < size.most for keys, size in zip(groups, task.sizes, strict=True))
    late = Participant("late", {"school": "x"})

    seated = seat(task, groups, late) if room else None
    try:
        mended = repair(task, groups, leaving=[task.participants[0].key], coming=[late])
    except InfeasibleError:
        mended = None

    assert seated is None or (seated.moved == () and broken(seated.task, seated.groups) == ())
    assert mended is None or broken(mended.task, mended.groups) == ()
