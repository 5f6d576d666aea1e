"""Rounds in which people move on and a host stays, and those who did not come."""

from itertools import combinations

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import groups as actions
from sloyfe.cycle.meetings.actions.absences import came_after_all, note_absent
from sloyfe.cycle.meetings.actions.roles import hosts
from sloyfe.cycle.meetings.actions.rounds import change_host
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Absence, Attendee, Door, MeetingPhase
from sloyfe.cycle.meetings.queries.absences import evened
from sloyfe.cycle.meetings.queries.groups import seated_by, tables
from sloyfe.cycle.meetings.tests.seating import by_table, fill, fresh, gathered_for, number_of, phase_with

ROUNDS = ("round-1", "round-2", "round-3")


@pytest.fixture
def door(world: World, kari: Member) -> Door:
    door = gathered_for(world, kari, "kafedialog")
    fill(world, door, 36)
    actions.make_groups(phase_with(door, "round-1"), by=kari.person, at=NOW)
    return door


def rounds(door: Door) -> list[MeetingPhase]:
    return [phase_with(door, key) for key in ROUNDS]


def pairs(phase: MeetingPhase) -> set[tuple[str, ...]]:
    return {pair for names in by_table(phase).values() for pair in combinations(sorted(names), 2)}


def test_all_rounds_are_made_with_the_first_and_nobody_meets_anybody_twice(door: Door):
    one, two, three = map(pairs, rounds(door))

    assert len(one) == len(two) == len(three) > 0
    assert not one & two
    assert not one & three
    assert not two & three


def test_the_host_of_each_table_stays_and_the_others_move_on(door: Door):
    first, second, third = rounds(door)
    staying = hosts(first)

    assert len(staying) == len(tables(first))
    for number, host in staying.items():
        assert [number_of(phase, host) for phase in (first, second, third)] == [number] * 3
    others = [one for table in tables(first) for one in table.people if one not in staying.values()]
    assert all(number_of(first, one) != number_of(second, one) for one in others)


def test_another_host_changes_places_with_the_first_and_nobody_else_moves(kari: Member, door: Door):
    first, second, _third = rounds(door)
    table = tables(first)[2]
    before, after = hosts(first)[3], next(one for one in table.people if one != hosts(first)[3])
    seats = {one.name: number_of(second, one) for each in tables(second) for one in each.people}
    change_host(first, table.group, after, by=kari.person, at=NOW)

    now = {one.name: number_of(second, one) for each in tables(second) for one in each.people}
    moved = {name for name in now if now[name] != seats[name]}
    assert moved == {before.name, after.name}
    assert now[after.name] == 3


def test_in_a_gallery_walk_one_stays_at_each_poster_and_afterwards_the_groups_are_as_before(world: World, kari: Member):
    door = gathered_for(world, kari, "gallerivandring")
    fill(world, door, 25)
    poster, walk, use = (phase_with(door, key) for key in ("poster", "walk", "use"))
    begin_phase(poster, seen="", by=kari.person, at=NOW)

    assert {number: number_of(walk, host) for number, host in hosts(poster).items()} == {n: n for n in hosts(poster)}
    assert not pairs(poster) & pairs(walk)
    assert seated_by(fresh(door), walk) == walk
    assert seated_by(fresh(door), use) == poster


def test_who_did_not_come_is_gone_from_the_rounds_to_come_and_nobody_moves_where_tables_are_large_enough(
    kari: Member, door: Door
):
    first, second, third = rounds(door)
    staying = hosts(first).values()
    gone = next(one for table in tables(first) for one in table.people if one not in staying)
    before = [by_table(phase) for phase in (first, second, third)]
    assert [each.shifts for each in evened(fresh(door), first, {gone.pk})] == [[], [], []]
    note_absent(first, [gone], by=kari.person, at=NOW)

    after = [by_table(phase) for phase in (first, second, third)]
    assert after == [{number: names - {gone.name} for number, names in each.items()} for each in before]


def test_a_table_that_gets_too_small_is_filled_as_it_was_shown(kari: Member, door: Door):
    first = rounds(door)[0]
    table = tables(first)[0]
    gone = [one for one in table.people if one != hosts(first)[table.group.number]][:3]
    shown = evened(fresh(door), first, {one.pk for one in gone})[0]
    assert shown.shifts
    before = {one.name: number_of(first, one) for each in tables(first) for one in each.people}
    note_absent(first, gone, by=kari.person, at=NOW)

    after = {one.name: number_of(first, one) for each in tables(first) for one in each.people}
    assert {name for name in after if after[name] != before[name]} == {each.attendee.name for each in shown.shifts}
    assert min(len(names) for names in by_table(first).values()) >= first.size[0]


def test_when_the_host_did_not_come_another_at_the_table_is_drawn_and_stays(kari: Member, door: Door):
    first, second, third = rounds(door)
    note_absent(first, [hosts(first)[1]], by=kari.person, at=NOW)

    new = hosts(first)[1]
    assert new.name in by_table(first)[1]
    assert [number_of(phase, new) for phase in (second, third)] == [1, 1]


def test_whoever_came_after_all_gets_a_place_and_nobody_moves(kari: Member, door: Door):
    first = rounds(door)[0]
    gone = tables(first)[0].people[0]
    note_absent(first, [gone], by=kari.person, at=NOW)
    before = by_table(first)
    came_after_all(Attendee.objects.select_related("meeting__space").get(pk=gone.pk), by=kari.person, at=NOW)

    after = by_table(first)
    assert not Absence.objects.exists()
    assert all(before[number] <= after[number] for number in before)
    assert sum(map(len, after.values())) == 36


def test_groups_made_anew_leave_out_who_did_not_come(kari: Member, door: Door):
    first = rounds(door)[0]
    gone = tables(first)[0].people[0]
    note_absent(first, [gone], by=kari.person, at=NOW)
    actions.make_groups(first, by=kari.person, at=NOW)

    assert number_of(first, gone) is None


def test_whoever_leads_is_shown_who_would_move_before_it_is_done(world: World, kari: Member, door: Door):
    first = rounds(door)[0]
    gone = [one for one in tables(first)[0].people if one != hosts(first)[1]][:3]
    url = world.url(f"moter/{door.meeting_id}/grupper/{first.pk}/fravaer/")
    page = kari.client.get(url, {"borte": [str(one.pk) for one in gone]}).text
    assert "til bord 1" in page
    assert not Absence.objects.exists()

    kari.client.post(url, {"borte": [str(one.pk) for one in gone]})
    assert Absence.objects.count() == 3
    groups = kari.client.get(world.url(f"moter/{door.meeting_id}/grupper/{first.pk}/")).text
    assert "Kom likevel" in groups


def test_on_paper_everybody_sees_their_table_in_every_round(world: World, kari: Member, door: Door):
    first = rounds(door)[0]
    page = kari.client.get(world.url(f"moter/{door.meeting_id}/grupper/{first.pk}/utskrift/runder/")).text

    for one in Attendee.objects.all()[:3]:
        row = page.partition(f'<th scope="row">{one.name}</th>')[2].partition("</tr>")[0]
        assert [f"Bord {number_of(phase, one)}" in row for phase in rounds(door)] == [True] * 3
