"""Who looks after what at each table, and whose turn it is."""

from collections import Counter

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions.rearranging import move
from sloyfe.cycle.meetings.actions.roles import draw_roles
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Door, RoleDraw
from sloyfe.cycle.meetings.queries.groups import seated_by, tables
from sloyfe.cycle.meetings.queries.roles import roles_at
from sloyfe.cycle.meetings.tests.seating import begun, browser_of, fill, fresh, gathered_for


@pytest.fixture
def door(world: World, kari: Member) -> Door:
    return gathered_for(world, kari, "igp")


def test_each_table_has_every_role_once_and_nobody_has_two_while_somebody_has_none(
    world: World, kari: Member, door: Door
):
    fill(world, door, 20)
    phase = begun(door, kari)

    for table in tables(phase):
        held = roles_at(table, phase)
        assert [each.role for each in held] == phase.roles
        assert len({each.attendee for each in held}) == min(len(held), len(table.people))


def test_at_a_small_table_nobody_has_more_than_their_share(world: World, kari: Member, door: Door):
    fill(world, door, 3)
    phase = begun(door, kari)

    count = Counter(each.attendee for each in roles_at(tables(phase)[0], phase))
    assert max(count.values()) - min(count.values()) <= 1
    assert len(count) == 3


def test_in_the_next_phase_roles_fall_to_those_who_had_none(world: World, kari: Member):
    door = gathered_for(world, kari, "lyttende-dialog")
    fill(world, door, 8)
    pair, swap = [each for each in fresh(door).phases.all() if each.roles]
    first = begin_phase(pair, seen="", by=kari.person, at=NOW)
    begin_phase(swap, seen=first.mark, by=kari.person, at=NOW)
    sitting = seated_by(fresh(door), swap)
    assert sitting == pair

    for table in tables(pair):
        told = [roles_at(table, phase)[0].attendee for phase in (pair, swap)]
        assert told[0] != told[1]


def test_the_table_reads_who_has_which_role_and_what_it_is(world: World, kari: Member, door: Door):
    fill(world, door, 5)
    phase = begun(door, kari)
    chair = roles_at(tables(phase)[0], phase)[0].attendee
    page = browser_of(door, "Nr 1").get(f"/m/{door.code}/").text

    assert f"Ordstyrer: {chair.name}" in page
    assert "passer på at alle kommer til" in page


def test_anybody_at_the_table_has_a_role_drawn_again_and_it_falls_to_another(world: World, kari: Member, door: Door):
    fill(world, door, 5)
    phase = begun(door, kari)
    before = roles_at(tables(phase)[0], phase)[0].attendee
    browser_of(door, "Nr 1").post(f"/m/{door.code}/roller/chair/trekning/")

    held = roles_at(tables(phase)[0], phase)
    assert held[0].attendee != before
    assert browser_of(door, "Nr 1").post(f"/m/{door.code}/roller/teller/trekning/").status_code == 404


def test_who_sits_alone_is_told_that_there_is_nobody_to_draw(world: World, kari: Member, door: Door):
    fill(world, door, 1)
    begun(door, kari)
    page = browser_of(door, "Nr 0").post(f"/m/{door.code}/roller/chair/trekning/")

    assert page.status_code == 409
    assert "ingen andre ved bordet" in page.text


def test_a_role_whose_holder_is_moved_falls_to_somebody_who_still_sits_there(world: World, kari: Member, door: Door):
    fill(world, door, 10)
    phase = begun(door, kari)
    first, second = tables(phase)
    chair = roles_at(first, phase)[0].attendee
    move(chair, second.group, by=kari.person, at=NOW)

    new = roles_at(tables(phase)[0], phase)[0]
    assert new.attendee != chair
    assert len(roles_at(tables(phase)[0], phase)) == len(phase.roles)


def test_drawing_twice_changes_nothing(world: World, kari: Member, door: Door):
    fill(world, door, 10)
    phase = begun(door, kari)
    count = RoleDraw.objects.count()
    draw_roles(phase, phase)

    assert RoleDraw.objects.count() == count


def test_the_turn_goes_round_and_two_presses_on_one_page_are_one(world: World, kari: Member, door: Door):
    fill(world, door, 3)
    begun(door, kari)
    browser = browser_of(door, "Nr 0")
    seen = []
    for nth in range(4):
        seen.append(browser.get(f"/m/{door.code}/").context["seat"].turn.name)
        for _press in range(2):
            browser.post(f"/m/{door.code}/tur/", {"seen": nth})

    assert sorted(seen[:3]) == ["Nr 0", "Nr 1", "Nr 2"]
    assert seen[3] == seen[0]


def test_points_are_laid_whoever_has_the_turn(world: World, kari: Member, door: Door):
    fill(world, door, 3)
    begun(door, kari)
    for n in range(3):
        browser_of(door, f"Nr {n}").post(f"/m/{door.code}/punkter/", {"words": f"Punkt {n}"})

    page = browser_of(door, "Nr 0").get(f"/m/{door.code}/").text
    assert all(f"Punkt {n}" in page for n in range(3))


def test_another_tables_people_do_not_see_our_roles(world: World, kari: Member, door: Door):
    fill(world, door, 10)
    phase = begun(door, kari)
    first, second = tables(phase)
    page = browser_of(door, second.people[0].name).get(f"/m/{door.code}/").text

    assert not any(one.name in page for one in first.people if one.name not in {o.name for o in second.people})
