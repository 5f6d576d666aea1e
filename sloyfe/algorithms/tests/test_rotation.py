"""Rounds that people sit in: whatever is asked for, and what is said about how good they are."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sloyfe.algorithms.rotation import Attribute, Event, ImpossibleEventError, certified, repaired
from sloyfe.algorithms.rotation.rotating import rotate
from sloyfe.algorithms.tests.promised import promised

PAGE = "rotation"
Rounds = tuple[list[list[int]], ...]
EFFORT = 2_000


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Up to twenty people in up to five groups, some absent, some acquainted, perhaps a facilitator at a table."""
    groups = draw(st.integers(1, 5))
    people = draw(st.integers(2 * groups, 4 * groups))
    rounds = draw(st.integers(1, 4))
    person = st.integers(0, people - 1)
    pairs = st.tuples(person, person).filter(lambda pair: pair[0] != pair[1])
    return Event(
        people,
        groups,
        rounds,
        (Attribute("unit", tuple(draw(st.lists(st.integers(0, 3), min_size=people, max_size=people)))),),
        tuple(draw(st.lists(st.frozensets(person, max_size=groups), max_size=rounds))),
        draw(st.frozensets(pairs, max_size=5)),
        draw(st.sampled_from(((), ((0, 0),)))),
    )


@settings(max_examples=60, deadline=None)
@given(events(), st.integers(0, 9))
def test_everyone_present_sits_once_in_groups_that_are_even(event, seed):
    promised(
        PAGE, "In every round each person who is present sits in exactly one group, and sizes differ by one at most."
    )
    rounds = rotate(event, seed=seed, effort=EFFORT).rounds

    for present, groups in zip(event.present, rounds, strict=True):
        assert sorted(person for group in groups for person in group) == sorted(present)
        assert max(map(len, groups)) - min(map(len, groups)) <= 1
        assert all(person in groups[at] for person, at in event.pinned if person in present)


@settings(max_examples=60, deadline=None)
@given(events(), st.integers(0, 9))
def test_the_bounds_are_never_surpassed(event, seed):
    promised(PAGE, "No rounds with even sizes surpass a bound of the certificate.")
    certificate = rotate(event, seed=seed, effort=EFFORT).certificate

    assert certificate.pairs.reached <= certificate.pairs.best
    assert all(one.reached >= one.best for one in certificate.attributes)


@settings(max_examples=30, deadline=None)
@given(events())
def test_the_certificate_counts_what_is_in_the_rounds(event):
    promised(PAGE, "The certificate is counted from the rounds alone, not by what made them.")
    made = rotate(event, effort=EFFORT)
    meetings = Counter(pair for one in made.rounds for group in one for pair in combinations(sorted(group), 2))
    before = {tuple(sorted(pair)) for pair in event.met}
    unit = event.attributes[0].values

    assert made.certificate == certified(event, made.rounds)
    assert made.certificate.pairs.reached == len(meetings.keys() - before)
    assert made.certificate.repeats == meetings.total() - len(meetings.keys() - before)
    assert made.certificate.attributes[0].reached == sum(n for (a, b), n in meetings.items() if unit[a] == unit[b])


@settings(max_examples=20, deadline=None)
@given(events(), st.integers(0, 9))
def test_the_same_seed_gives_the_same_rounds(event, seed):
    promised(PAGE, "The same event and seed give the same rounds.")
    assert rotate(event, seed=seed, effort=EFFORT) == rotate(event, seed=seed, effort=EFFORT)


def every_rounds(event: Event) -> Iterator[Rounds]:
    """All ways to seat everybody evenly, round by round."""
    rounds = []
    for present in event.present:
        seats = product(range(event.groups), repeat=len(present))
        groups = (
            [[i for i, at in zip(sorted(present), one, strict=True) if at == g] for g in range(event.groups)]
            for one in seats
        )
        rounds.append([one for one in groups if max(map(len, one)) - min(map(len, one)) <= 1])
    return product(*rounds)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_what_is_proved_best_is_surpassed_by_no_rounds(data):
    promised(PAGE, "Where every bound is met, the rounds are proved best.")
    people, groups = data.draw(st.sampled_from(((4, 2), (5, 2), (6, 2))))
    unit = Attribute("unit", tuple(data.draw(st.lists(st.integers(0, 2), min_size=people, max_size=people))))
    met = data.draw(st.frozensets(st.sampled_from(list(combinations(range(people), 2))), max_size=3))
    absent = (data.draw(st.frozensets(st.integers(0, people - 1), max_size=1)),)
    event = Event(people, groups, 2, (unit,), absent, met)

    proved = rotate(event, effort=EFFORT).certificate
    others = [certified(event, rounds) for rounds in every_rounds(event)]

    if proved.proved:
        assert proved.pairs.reached == max(one.pairs.reached for one in others)
        assert proved.attributes[0].reached == min(one.attributes[0].reached for one in others)
        assert proved.repeats == min(one.repeats for one in others)


def test_sixty_people_in_four_rounds_are_proved_best():
    dice = Random(5)
    event = Event(
        60,
        10,
        4,
        (
            Attribute("unit", tuple(dice.choices(range(8), (16, 10, 8, 7, 6, 5, 4, 4), k=60))),
            Attribute("role", tuple(dice.choices(range(4), (7, 13, 33, 7), k=60))),
        ),
    )

    assert rotate(event).certificate.proved


def test_those_who_met_before_are_kept_apart():
    met = frozenset(combinations(range(6), 2))

    certificate = rotate(Event(30, 6, 3, met=met)).certificate

    assert certificate.repeats == 0
    assert certificate.proved


@settings(max_examples=40, deadline=None)
@given(events(), st.data())
def test_a_repair_leaves_held_rounds_and_seats_those_who_are_there(event, data):
    promised(PAGE, "A repair changes nothing in rounds that were held, but who was missing from them.")
    made = rotate(event, effort=EFFORT)
    gone = data.draw(st.frozensets(st.integers(0, event.people - 1), max_size=event.people - event.groups))
    held = data.draw(st.integers(0, event.rounds))
    now = Event(
        event.people, event.groups, event.rounds, event.attributes, (gone,) * event.rounds, event.met, event.pinned
    )

    repair = repaired(now, made, held=held)

    for at, (old, new) in enumerate(zip(made.rounds, repair.rotation.rounds, strict=True)):
        assert sorted(i for group in new for i in group) == sorted(
            now.present[at] if at >= held else {i for group in old for i in group} - gone
        )
        if at < held:
            assert new == tuple(tuple(i for i in group if i not in gone) for group in old)
    assert 0 <= repair.moved <= repair.seats


def test_a_twentieth_that_does_not_come_costs_no_repeats_and_few_moves():
    made = rotate(Event(300, 50, 5))
    gone = frozenset(Random(1).sample(range(300), 15))

    repair = repaired(Event(300, 50, 5, absent=(gone,) * 5), made, held=1)

    assert repair.rotation.certificate.repeats == 0
    assert repair.moved <= repair.seats / 10
    assert all(max(map(len, one)) - min(map(len, one)) <= 1 for one in repair.rotation.rounds[1:])


@pytest.mark.parametrize(
    "wrong",
    [
        {"people": 3, "groups": 4, "rounds": 1},
        {"people": 4, "groups": 2, "rounds": 0},
        {"people": 4, "groups": 2, "rounds": 1, "met": frozenset({(1, 1)})},
        {"people": 4, "groups": 2, "rounds": 1, "pinned": ((0, 0), (1, 0), (2, 0))},
        {"people": 4, "groups": 2, "rounds": 1, "absent": (frozenset({0, 1, 2}),)},
        {"people": 4, "groups": 2, "rounds": 1, "attributes": (Attribute("unit", (1,)),)},
    ],
)
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ImpossibleEventError):
        Event(**wrong)
