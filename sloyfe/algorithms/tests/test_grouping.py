"""Groups of people: rules always hold, the bound is never above what can be reached."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.grouping import (
    InfeasibleError,
    Met,
    Participant,
    RuleKind,
    Size,
    Task,
    apart,
    even_sizes,
    facilitators,
    leaders_apart,
    pinned,
    together,
)
from sloyfe.algorithms.grouping.annealing import Moves
from sloyfe.algorithms.grouping.mixing import mix, searched
from sloyfe.algorithms.grouping.plans import Grouping, broken, told
from sloyfe.algorithms.tests.promised import promised

PAGE = "grouping"
KEYS = "abcdefg"


def people(*traits: str, leading: str = "") -> tuple[Participant, ...]:
    """One person for each trait, such as "north teacher": a school and a role."""
    words = [trait.split() for trait in traits]
    return tuple(
        Participant(key, {"school": school, "role": role}, key in leading)
        for key, (school, role) in zip(KEYS, words, strict=False)
    )


@st.composite
def tasks(draw) -> Task:
    """Up to seven people in up to three groups, with every kind of rule."""
    keys = KEYS[: draw(st.integers(2, 7))]
    groups = draw(st.integers(1, 3))
    someone = st.sampled_from(keys)
    pairs = st.lists(st.tuples(someone, someone).filter(lambda pair: pair[0] != pair[1]), max_size=2)
    crowd = tuple(
        Participant(
            key,
            {"school": draw(st.sampled_from("xyz")), "role": draw(st.sampled_from("st"))},
            draw(st.booleans()),
        )
        for key in keys
    )
    sizes = even_sizes(len(keys), groups) if draw(st.booleans()) else (Size(0, 4),) * groups
    rules = [apart(*pair) for pair in draw(pairs)] + [together(*pair) for pair in draw(pairs)]
    rules += [facilitators()] if draw(st.booleans()) else []
    rules += [pinned(draw(someone), draw(st.integers(0, groups - 1)))] if draw(st.booleans()) else []
    met = tuple(Met(one, other, 0.5) for one, other in draw(pairs))
    return Task(crowd, sizes, {"school": 2.0, "role": 1.0}, tuple(rules), met)


def every_grouping(task: Task) -> list[Grouping]:
    """All ways to place everybody that keep the rules."""
    found = []
    for places in product(range(len(task.sizes)), repeat=len(task.participants)):
        groups: list[list[str]] = [[] for _size in task.sizes]
        for participant, place in zip(task.participants, places, strict=True):
            groups[place].append(participant.key)
        if not broken(task, groups):
            found.append(told(task, groups, 0))
    return found


@settings(max_examples=120, deadline=None)
@given(tasks())
def test_it_finds_the_best_of_all_groupings_of_a_few_people(task):
    promised(PAGE, "Of a few people, up to ten or twelve, the grouping is the best of all, and called proved best.")
    possible = every_grouping(task)

    if not possible:
        with pytest.raises(InfeasibleError):
            mix(task, Moves(20_000), 1)
        return
    found = mix(task, Moves(20_000), 1)

    assert found.violations == ()
    assert found.cost == pytest.approx(min(one.cost for one in possible))
    assert found.proved_best


def test_seven_people_whom_a_search_leaves_a_step_above_the_best():
    crowd = people("x s", "x s", "y s", "y s", "x s", "y t", "z s")
    rules = (together("c", "d"), pinned("f", 2))
    task = Task(crowd, (Size(2, 3),) * 3, {"school": 2.0, "role": 1.0}, rules, (Met("c", "d", 0.5), Met("c", "d", 0.5)))

    found = mix(task, Moves(1_000), 1)

    assert found.cost == min(one.cost for one in every_grouping(task))
    assert found.proved_best


@settings(max_examples=60, deadline=None)
@given(tasks())
def test_a_search_keeps_the_rules_and_is_seldom_far_from_the_best(task):
    possible = every_grouping(task)
    if not possible:
        return
    found = searched(task, Moves(100_000), 1)
    best = min(one.cost for one in possible)

    assert found.violations == ()
    assert found.bound <= best + 1e-9 <= found.cost + 2e-9
    assert found.cost <= best + 2


def test_the_same_seed_gives_the_same_groups():
    task = Task(people("n t", "n t", "s t", "s h", "v h", "v t"), even_sizes(6, 2), {"school": 1.0, "role": 1.0})

    assert searched(task, Moves(50_000), 3) == searched(task, Moves(50_000), 3)


def test_it_tells_how_evenly_each_attribute_is_spread():
    task = Task(people("n t", "n t", "n t", "n h"), even_sizes(4, 2), {"school": 1.0, "role": 3.0})

    found = searched(task, Moves(50_000), 0)

    assert [(one.attribute, one.pairs, one.fewest, one.widest) for one in found.balances] == [
        ("school", 2, 2, 0),
        ("role", 1, 1, 1),
    ]
    assert (found.cost, found.proved_best, found.gap) == (5.0, True, 0.0)


def test_no_leader_sits_with_own_staff():
    crowd = people("n leader", "n t", "s leader", "s t")
    rules = leaders_apart({"a": "n", "c": "s"}, {"a": "n", "b": "n", "c": "s", "d": "s"})

    found = searched(Task(crowd, even_sizes(4, 2), {"role": 1.0}, rules), Moves(50_000), 0)

    assert {rule.kind for rule in rules} == {RuleKind.OWN_STAFF}
    assert {frozenset(group) for group in found.groups} in (
        {frozenset("ad"), frozenset("bc")},
        {frozenset("ac"), frozenset("bd")},
    )


def test_those_who_met_meet_others():
    crowd = people("n t", "n t", "n t", "n t")
    task = Task(crowd, even_sizes(4, 2), {"school": 1.0}, met=(Met("a", "b"), Met("c", "d"), Met("a", "c")))

    found = searched(task, Moves(50_000), 0)

    assert found.repeats == 0
    assert {frozenset(group) for group in found.groups} == {frozenset("ad"), frozenset("bc")}


def test_a_block_changes_places_with_several_people():
    """Sizes are fixed, so that three who stay together only move against three others."""
    crowd = people("n t", "n t", "n t", "s t", "s t", "s t")
    rules = (together("a", "b", "d"), pinned("c", 0))

    found = searched(Task(crowd, even_sizes(6, 2), {"school": 1.0}, rules), Moves(50_000), 0)

    assert {frozenset(group) for group in found.groups} == {frozenset("abd"), frozenset("cef")}


@pytest.mark.parametrize(
    "wrong",
    [
        {"sizes": ()},
        {"sizes": (Size(3, 2),)},
        {"rules": (apart("a", "nobody"),)},
        {"rules": (apart("a", "a"),)},
        {"rules": (pinned("a", 5),)},
        {"weights": {"school": -1.0}},
        {"participants": (Participant("a", {}), Participant("a", {}))},
    ],
)
def test_what_has_no_meaning_is_refused(wrong):
    right = {"participants": people("n t", "s t"), "sizes": even_sizes(2, 1), "weights": {"school": 1.0}}

    with pytest.raises(ValueError, match=r"\w"):
        Task(**{**right, **wrong})
