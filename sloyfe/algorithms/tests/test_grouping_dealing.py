"""Groups that are dealt while somebody waits: everybody once, sizes even, pins held, and few alike together."""

from hypothesis import given
from hypothesis import strategies as st

from sloyfe.algorithms.grouping import (
    Participant,
    Size,
    Task,
    apart,
    deal,
    even_sizes,
    facilitators,
    leaders_apart,
    pinned,
)
from sloyfe.algorithms.grouping.plans import broken, told

WEIGHTS = {"place": 4.0, "role": 2.0}


def people(count: int, places: int, roles: int = 3) -> tuple[Participant, ...]:
    traits = ({"place": f"p{n % places}", "role": f"r{n % roles}"} for n in range(count))
    return tuple(Participant(str(n), said) for n, said in enumerate(traits))


@given(st.integers(1, 80), st.integers(1, 20), st.integers(1, 9), st.integers(0, 5))
def test_everybody_sits_once_and_sizes_differ_by_one_at_most(count: int, groups: int, places: int, seed: int):
    groups = min(groups, count)
    task = Task(people(count, places), even_sizes(count, groups), WEIGHTS)
    found = deal(task, seed)

    assert sorted(key for keys in found for key in keys) == sorted(task.places)
    assert max(map(len, found)) - min(map(len, found)) <= 1


@given(st.integers(4, 60), st.data())
def test_whoever_is_pinned_sits_there(count: int, data: st.DataObject):
    groups = max(1, count // 4)
    chosen = data.draw(st.dictionaries(st.integers(0, count - 1), st.integers(0, groups - 1), max_size=count // 2))
    rules = tuple(pinned(str(person), group) for person, group in chosen.items())
    found = deal(Task(people(count, 5), (Size(0, count),) * groups, WEIGHTS, rules), 1)

    assert all(str(person) in found[group] for person, group in chosen.items())
    assert sorted(key for keys in found for key in keys) == sorted(map(str, range(count)))


@given(st.integers(2, 12), st.integers(2, 6), st.integers(0, 3))
def test_people_of_one_place_are_spread_as_evenly_as_can_be(groups: int, size: int, seed: int):
    task = Task(people(groups * size, groups), even_sizes(groups * size, groups), {"place": 1.0})
    found = told(task, deal(task, seed), seed)

    assert found.balances[0].pairs == found.balances[0].fewest


def test_each_group_has_a_guide_where_there_are_enough():
    crowd = (*people(40, 8), *(Participant(f"guide{n}", {}, facilitator=True) for n in range(10)))
    task = Task(crowd, even_sizes(50, 10), WEIGHTS, (facilitators(),))

    assert broken(task, deal(task, 3)) == ()


def test_no_leader_sits_with_own_staff_where_it_can_be_had():
    crowd = people(60, 6, roles=1)
    homes = {one.key: one.traits["place"] for one in crowd}
    leaders = {str(n): homes[str(n)] for n in range(6)}
    rules = leaders_apart(leaders, {key: home for key, home in homes.items() if key not in leaders})
    task = Task(crowd, even_sizes(60, 12), {"place": 1.0}, rules)

    assert broken(task, deal(task, 1)) == ()


def test_where_it_cannot_be_had_they_sit_as_well_as_can_be():
    task = Task(people(4, 1), even_sizes(4, 1), WEIGHTS, (apart("0", "1"),))

    assert len(deal(task, 1)[0]) == 4


def test_the_same_seed_makes_the_same_groups_and_another_makes_others():
    task = Task(people(60, 7), even_sizes(60, 12), WEIGHTS)

    assert deal(task, 5) == deal(task, 5) != deal(task, 6)
