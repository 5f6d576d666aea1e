"""What stands in the way is told as the fewest rules, so that somebody can choose which to give up."""

from itertools import combinations

from hypothesis import given, settings

from sloyfe.algorithms.grouping import (
    Participant,
    Rule,
    RuleKind,
    Size,
    Task,
    apart,
    conflict,
    even_sizes,
    facilitators,
    pinned,
    together,
)
from sloyfe.algorithms.grouping.feasibility import any_placement, every_rule
from sloyfe.algorithms.grouping.plans import broken
from sloyfe.algorithms.tests.test_grouping import every_grouping, tasks

SIZES = Rule(RuleKind.SIZES)


def crowd(keys: str, leading: str = "") -> tuple[Participant, ...]:
    """People without attributes."""
    return tuple(Participant(key, {}, key in leading) for key in keys)


def impossible(task: Task, rules: tuple[Rule, ...]) -> bool:
    """Asked by trying everything."""
    sizes = task.sizes if SIZES in rules else (Size(0, len(task.participants)),) * len(task.sizes)
    return not every_grouping(Task(task.participants, sizes, {}, tuple(rule for rule in rules if rule != SIZES)))


@settings(max_examples=60, deadline=None)
@given(tasks())
def test_a_conflict_is_one_and_no_smaller_set_of_rules_is(task):
    found = conflict(task)

    assert (found is None) == bool(every_grouping(task))
    if found:
        rules = every_rule(task)
        assert found.smallest
        assert impossible(task, found.rules)
        assert not any(impossible(task, few) for few in combinations(rules, len(found.rules) - 1))


def test_apart_within_a_chain_of_together_names_the_chain():
    rules = (together("a", "b"), together("b", "c"), apart("a", "c"), apart("a", "d"), facilitators())

    found = conflict(Task(crowd("abcdef", "ad"), even_sizes(6, 2), {}, rules))

    assert set(found.rules) == {together("a", "b"), together("b", "c"), apart("a", "c")}


def test_too_many_who_must_not_meet():
    rules = tuple(apart(*pair) for pair in combinations("abcd", 2))

    found = conflict(Task(crowd("abcdefgh"), even_sizes(8, 3), {}, rules))

    assert set(found.rules) == set(rules)


def test_a_group_of_friends_larger_than_any_group():
    found = conflict(Task(crowd("abcdef"), even_sizes(6, 3), {}, (together("a", "b"), together("b", "c"))))

    assert set(found.rules) == {SIZES, together("a", "b"), together("b", "c")}


def test_more_pinned_to_a_group_than_it_holds():
    rules = tuple(pinned(key, 0) for key in "abc")

    found = conflict(Task(crowd("abcdef"), even_sizes(6, 3), {}, rules))

    assert set(found.rules) == {SIZES, *rules}


def test_facilitators_who_stay_together():
    rules = (facilitators(), together("a", "b"), apart("c", "d"))

    found = conflict(Task(crowd("abcdef", "ab"), even_sizes(6, 2), {}, rules))

    assert set(found.rules) == {facilitators(), together("a", "b")}


def test_one_conflict_among_two_hundred_rules():
    keys = [f"p{place}" for place in range(240)]
    people = tuple(Participant(key, {}, place % 5 == 0) for place, key in enumerate(keys))
    far = [apart(keys[place], keys[place + 120]) for place in range(100)]
    near = [together(keys[place], keys[place + 1]) for place in range(0, 100, 2)]
    needle = (together("p1", "p200"), together("p200", "p7"), apart("p7", "p1"))

    found = conflict(Task(people, even_sizes(240, 30), {}, (*far, *near, *needle, facilitators())))

    assert set(found.rules) == set(needle)
    assert found.smallest


def test_the_programme_keeps_every_rule():
    rules = (apart("a", "b"), apart("b", "c"), apart("a", "c"), together("c", "d"), pinned("a", 1), facilitators())
    task = Task(crowd("abcdefg", "bef"), even_sizes(7, 3), {}, rules)

    placement = any_placement(task, every_rule(task))
    groups = [[key for key, group in zip("abcdefg", placement, strict=True) if group == place] for place in range(3)]

    assert broken(task, groups) == ()
