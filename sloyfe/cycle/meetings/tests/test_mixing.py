"""Mixed groups of those who came: everybody sits once, locked people stay, latecomers move nobody."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import groups as actions
from sloyfe.cycle.meetings.actions.rearranging import lock_chair
from sloyfe.cycle.meetings.models import Attendee, Chair, Door, Seating
from sloyfe.cycle.meetings.queries.groups import tables
from sloyfe.cycle.meetings.tests.seating import by_table, fill, gathered_for, number_of, phase_with

FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def door(world: World, kari: Member) -> Door:
    return gathered_for(world, kari, "igp")


@FEW
@given(count=st.integers(1, 40), late=st.integers(0, 20))
def test_everybody_sits_once_and_latecomers_move_nobody(world: World, kari: Member, door: Door, count: int, late: int):
    Attendee.objects.all().delete()
    fill(world, door, count)
    phase = phase_with(door, "group")
    actions.make_groups(phase, by=kari.person, at=NOW)
    seating = Seating.objects.filter(phase=phase).latest("nth")
    before = dict(Chair.objects.filter(seating=seating).values_list("attendee", "group"))
    fill(world, door, late, prefix="Sein")
    after = dict(Chair.objects.filter(seating=seating).values_list("attendee", "group"))

    assert {key: after[key] for key in before} == before
    assert set(after) == set(Attendee.objects.values_list("pk", flat=True))
    sizes = [len(names) for names in by_table(phase).values()]
    assert max(sizes) - min(sizes) <= 1


@FEW
@given(locked=st.sets(st.integers(0, 19), max_size=12))
def test_made_anew_those_who_are_locked_stay_at_their_number(world: World, kari: Member, door: Door, locked: set[int]):
    Attendee.objects.all().delete()
    fill(world, door, 20)
    phase = phase_with(door, "group")
    actions.make_groups(phase, by=kari.person, at=NOW)
    people = list(Attendee.objects.filter(name__in=[f"Nr {n}" for n in locked]))
    for each in people:
        lock_chair(phase, each, locked=True, by=kari.person, at=NOW)
    before = [number_of(phase, each) for each in people]
    actions.make_groups(phase, by=kari.person, at=NOW)

    assert [number_of(phase, each) for each in people] == before
    assert sum(map(len, by_table(phase).values())) == 20


def test_no_leader_sits_with_own_staff_where_it_can_be_had(world: World, kari: Member, door: Door):
    fill(world, door, 10, roles=("leader", "teacher", "teacher", "teacher", "teacher", "teacher"))
    fill(world, door, 10, roles=("owner",), prefix="Eier")
    phase = phase_with(door, "group")
    actions.make_groups(phase, by=kari.person, at=NOW)

    for table in tables(phase):
        led = {one.place_id for one in table.people if one.role == "leader"}
        assert not led & {one.place_id for one in table.people if one.role == "teacher"}


def test_each_table_has_a_guide_when_there_are_enough(world: World, kari: Member, door: Door):
    fill(world, door, 16)
    fill(world, door, 4, roles=("guide",), prefix="Veileder")
    phase = phase_with(door, "group")
    actions.make_groups(phase, by=kari.person, at=NOW)

    assert [sum(one.role == "guide" for one in table.people) for table in tables(phase)] == [1, 1, 1, 1]


def test_in_a_later_phase_people_meet_others_than_before(world: World, kari: Member):
    door = gathered_for(world, kari, "kafedialog")
    fill(world, door, 30)
    phases = [phase_with(door, key) for key in ("round-1", "round-2")]
    actions.make_groups(phases[0], by=kari.person, at=NOW)
    Seating.objects.filter(phase=phases[1]).delete()
    actions.make_groups(phases[1], by=kari.person, at=NOW)

    met = [{frozenset((a, b)) for names in by_table(p).values() for a in names for b in names if a < b} for p in phases]
    assert not met[0] & met[1]


def test_who_came_while_groups_were_computed_is_seated_and_who_left_has_no_chair(
    world: World, kari: Member, door: Door
):
    fill(world, door, 10)
    phase = phase_with(door, "group")
    draft = actions.draft_groups(phase)
    fill(world, door, 1, prefix="Sein")
    Attendee.objects.get(name="Nr 3").delete()
    actions.write_groups(phase, draft, by=kari.person, at=NOW)

    names = [name for table in by_table(phase).values() for name in table]
    assert sorted(names) == sorted(Attendee.objects.values_list("name", flat=True))
    assert "Sein 0" in names


def test_a_wave_is_seated_in_the_same_number_of_questions_as_one(
    world: World, kari: Member, door: Door, django_assert_num_queries
):
    fill(world, door, 20)
    phase = phase_with(door, "group")
    actions.make_groups(phase, by=kari.person, at=NOW)
    for count in (1, 30):
        Chair.objects.filter(attendee__name__startswith="Sein").delete()
        Attendee.objects.filter(name__startswith="Sein").delete()
        fresh = [
            Attendee(meeting=door.meeting, name=f"Sein {n}", likeness=f"sein {n}", digest=f"s{n}", came_at=NOW)
            for n in range(count)
        ]
        Attendee.objects.bulk_create(fresh)
        with django_assert_num_queries(5):
            actions.seat_latecomers(fresh, phase)
