"""Those who come late get a place, those who do not come leave one, and everybody else stays seated."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.grouping import (
    InfeasibleError,
    Participant,
    RuleKind,
    Size,
    Task,
    apart,
    even_sizes,
    facilitators,
    repair,
    seat,
    together,
)
from sloyfe.algorithms.grouping.plans import broken
from sloyfe.algorithms.grouping.repairing import fitting_sizes


def conference(people: int, groups: int, seed: int, *rules) -> tuple[Task, list[list[str]]]:
    """A gathering with one facilitator and a half for each group, dealt out one by one."""
    random = Random(seed)
    crowd = tuple(
        Participant(
            f"p{place}",
            {"school": f"s{random.randrange(max(1, people // 6))}", "role": random.choice("tlh")},
            place < groups * 1.5,
        )
        for place in range(people)
    )
    task = Task(crowd, even_sizes(people, groups), {"school": 4.0, "role": 1.0}, (facilitators(), *rules))
    return task, [[one.key for one in crowd[group::groups]] for group in range(groups)]


@settings(max_examples=60, deadline=None)
@given(st.integers(12, 60), st.integers(2, 6), st.integers(0, 10_000), st.integers(0, 4), st.integers(0, 4))
def test_few_move_when_some_stay_away_and_others_come(people, groups, seed, away, late):
    task, seated = conference(people, groups, seed)
    random = Random(seed)
    leaving = random.sample(
        [one.key for one in task.participants if not one.facilitator], min(away, people - groups * 2)
    )
    coming = [Participant(f"new{one}", {"school": "s0", "role": "t"}) for one in range(late)]

    change = repair(task, seated, leaving=leaving, coming=coming)

    assert broken(change.task, change.groups) == ()
    assert {key for keys in change.groups for key in keys} == {one.key for one in change.task.participants}
    assert len(change.moved) <= 2 * (len(leaving) + len(coming))


def test_nobody_moves_for_a_latecomer_where_there_is_room():
    task, seated = conference(20, 4, 1)
    task = Task(task.participants, (Size(4, 6),) * 4, task.weights, task.rules)

    change = seat(task, seated, Participant("late", {"school": "s0", "role": "t"}))

    assert change.moved == ()
    assert [sorted(set(after) - set(before)) for before, after in zip(seated, change.groups, strict=True)].count(
        ["late"]
    ) == 1


def test_a_latecomer_sits_where_it_mixes_best():
    crowd = tuple(Participant(key, {"school": school}) for key, school in zip("abcd", "nnss", strict=True))
    task = Task(crowd, (Size(2, 3),) * 2, {"school": 1.0})

    change = seat(task, [["a", "b"], ["c", "d"]], Participant("e", {"school": "n"}))

    assert change.groups == (("a", "b"), ("c", "d", "e"))


def test_a_latecomer_keeps_the_rules_that_come_with_it():
    task, seated = conference(12, 3, 2)
    late = Participant("late", {"school": "s0", "role": "t"})
    rules = [apart("late", seated[0][0]), together("late", seated[1][1])]

    change = seat(task, seated, late, rules)

    assert "late" in change.groups[1]
    assert change.moved == ()


def test_a_task_that_somebody_joined_is_the_task_with_them_from_the_start():
    task, seated = conference(12, 3, 2)
    late = Participant("late", {"school": "s0", "role": "t"})
    rules = (apart("late", seated[0][0]),)
    whole = Task((*task.participants, late), task.sizes, task.weights, (*task.rules, *rules))

    assert task.joined_by(late, rules) == whole
    assert task.joined_by(late, rules).places == whole.places
    assert "late" not in task.places
    for wrong in (task.participants[0], Participant("other", {})):
        with pytest.raises(ValueError, match=r"same key|nobody has"):
            task.joined_by(wrong, rules)


def test_a_group_that_lost_its_facilitator_gets_one():
    task, seated = conference(12, 4, 3)  # p0 to p5 lead: groups 0 and 1 have two
    change = repair(task, seated, leaving=["p2"])

    assert broken(change.task, change.groups) == ()
    assert len(change.moved) <= 2


def test_without_facilitators_enough_the_rules_conflict():
    task, seated = conference(8, 4, 3)  # six lead

    with pytest.raises(InfeasibleError) as found:
        repair(task, seated, leaving=["p0", "p1", "p2"])

    assert [rule.kind for rule in found.value.conflict.rules] == [RuleKind.FACILITATORS]


def test_the_programme_finds_what_single_moves_and_swaps_do_not():
    """Everybody in the full groups must not be with the latecomer except in one, which must make room in two steps."""
    crowd = tuple(Participant(key, {}) for key in "abcdef")
    rules = (apart("e", "a"), apart("e", "b"), apart("f", "a"), apart("f", "b"))
    task = Task(crowd, (Size(2, 2), Size(2, 2), Size(2, 3)), {}, rules)

    change = seat(task, [["a", "b"], ["c", "d"], ["e", "f"]], Participant("g", {}), [apart("g", "e"), apart("g", "f")])

    assert broken(change.task, change.groups) == ()
    assert len(change.moved) == 1


@given(st.integers(0, 60), st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=6))
def test_sizes_give_way_only_where_people_do_not_fit(people, bounds):
    sizes = tuple(Size(min(pair), max(pair)) for pair in bounds)

    fitting = fitting_sizes(people, sizes)

    assert sum(size.least for size in fitting) <= people <= sum(size.most for size in fitting)
    if sum(size.least for size in sizes) <= people <= sum(size.most for size in sizes):
        assert fitting == sizes
