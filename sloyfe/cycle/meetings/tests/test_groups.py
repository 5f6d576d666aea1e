"""Groups: mixed or from home, made anew, with latecomers seated and nobody moved, and changed by hand."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions import groups as actions
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, Chair, Door, Meeting, MeetingPhase, Naming, Seating
from sloyfe.cycle.meetings.queries.groups import tables
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.cycle.partnership.tests.asking import asks


@pytest.fixture
def meeting(world: World, kari: Member) -> Meeting:
    return staff_meeting(world, kari, places=[world.school.place, world.kindergarten.place])


@pytest.fixture
def door(meeting: Meeting, kari: Member) -> Door:
    return doors.open_door(meeting, naming=Naming.NAME, by=kari.person, at=NOW)


def fill(world: World, door: Door, school: int, kindergarten: int) -> None:
    for place, count in ((world.school.place, school), (world.kindergarten.place, kindergarten)):
        for number in range(count):
            doors.come_in(door, f"{place.title} {number}", key=doors.new_key(), place=place, at=NOW)


def group_phase(meeting: Meeting) -> MeetingPhase:
    return meeting.phases.get(key="group")


def who_sits_where(phase: MeetingPhase) -> list[list[str]]:
    return [[one.name for one in table.people] for table in tables(phase)]


def test_groups_are_even_and_mixed_over_places(world: World, kari: Member, meeting: Meeting, door: Door):
    fill(world, door, school=10, kindergarten=5)
    actions.make_groups(group_phase(meeting), by=kari.person, at=NOW)

    found = tables(group_phase(meeting))
    assert [table.group.number for table in found] == [1, 2, 3]
    assert [len(table.people) for table in found] == [5, 5, 5]
    from_school = [sum(one.place == world.school.place for one in table.people) for table in found]
    assert max(from_school) - min(from_school) <= 1


SIZES = [[1], [4], [7], [4, 4], [6, 6], [5, 5, 5, 4, 4]]


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_groups_are_of_the_size_the_method_asks_for_where_that_can_be(
    world: World, kari: Member, door: Door, sizes: list[int]
):
    fill(world, door, school=sum(sizes), kindergarten=0)
    phase = group_phase(door.meeting)
    actions.make_groups(phase, by=kari.person, at=NOW)

    assert sorted((len(names) for names in who_sits_where(phase)), reverse=True) == sizes


def test_made_anew_they_are_others_and_everybody_has_one_place(
    world: World, kari: Member, meeting: Meeting, door: Door
):
    fill(world, door, school=8, kindergarten=8)
    phase = group_phase(meeting)
    actions.make_groups(phase, by=kari.person, at=NOW)
    first = who_sits_where(phase)
    actions.make_groups(phase, by=kari.person, at=NOW)
    second = who_sits_where(phase)

    assert first != second
    assert sorted(name for names in second for name in names) == sorted(a.name for a in Attendee.objects.all())


def test_a_latecomer_gets_a_place_at_the_smallest_table_and_nobody_moves(
    world: World, kari: Member, meeting: Meeting, door: Door
):
    fill(world, door, school=7, kindergarten=4)
    phase = group_phase(meeting)
    actions.make_groups(phase, by=kari.person, at=NOW)
    before = {chair.attendee_id: chair.group_id for chair in Chair.objects.all()}
    smallest, *others = sorted(len(names) for names in who_sits_where(phase))
    doors.come_in(door, "Sein", key=doors.new_key(), place=world.school.place, at=NOW)

    after = {chair.attendee_id: chair.group_id for chair in Chair.objects.all()}
    assert {key: after[key] for key in before} == before
    assert len(after) == len(before) + 1
    assert sorted(len(names) for names in who_sits_where(phase)) == sorted([smallest + 1, *others])


def test_in_home_groups_those_from_one_place_sit_together(world: World, kari: Member):
    meeting = staff_meeting(world, kari, method="dialogkonferanse", places=[])
    door = doors.open_door(meeting, naming=Naming.NAME, by=kari.person, at=NOW)
    fill(world, door, school=11, kindergarten=3)
    home = next(phase for phase in meeting.phases.all() if phase.grouping == "home")
    actions.make_groups(home, by=kari.person, at=NOW)

    places = [{one.place for one in table.people} for table in tables(home)]
    assert [len(each) for each in places] == [1] * len(places)
    assert max(len(table.people) for table in tables(home)) <= home.size[2]


def test_when_the_phase_begins_those_who_are_in_have_a_table(world: World, kari: Member, meeting: Meeting, door: Door):
    browser = come_in(door, "Nina")
    fill(world, door, school=3, kindergarten=0)
    begin_phase(group_phase(meeting), seen="", by=kari.person, at=NOW)
    page = browser.get(f"/m/{door.code}/").text

    assert "Du sitter ved bord 1" in page
    assert f"{world.school.place.title} 0" in page


def test_without_anybody_in_there_a_phase_begins_all_the_same(kari: Member, meeting: Meeting):
    begin_phase(group_phase(meeting), seen="", by=kari.person, at=NOW)

    assert not Seating.objects.exists()


def test_whoever_leads_makes_groups_and_moves_one_person_by_a_form(
    world: World, kari: Member, meeting: Meeting, door: Door
):
    fill(world, door, school=10, kindergarten=0)
    phase = group_phase(meeting)
    url = world.url(f"moter/{meeting.pk}/grupper/{phase.pk}/")
    assert "10 er inne." in kari.client.get(url).text
    kari.client.post(f"{url}inndeling/")

    one, other = tables(phase)
    moved = one.people[0]
    kari.client.post(url, {"who": moved.pk, "to": other.group.number})
    assert moved in tables(phase)[1].people
    assert [len(table.people) for table in tables(phase)] == [4, 6]
    assert "sitter nå ved bord 2" in kari.client.get(url).text


def test_only_those_who_lead_see_and_make_groups(
    world: World, kari: Member, nils: Member, siri: Member, meeting: Meeting
):
    url = world.url(f"moter/{meeting.pk}/grupper/{group_phase(meeting).pk}/")

    assert [who.client.get(url).status_code for who in (kari, nils, siri)] == [200, 403, 404]
    assert nils.client.post(f"{url}inndeling/").status_code == 403


def test_groups_are_of_phases_that_form_them(world: World, kari: Member, meeting: Meeting):
    alone = meeting.phases.get(key="alone").pk

    assert kari.client.get(world.url(f"moter/{meeting.pk}/grupper/{alone}/")).status_code == 404


def test_in_a_phase_that_keeps_its_groups_one_sits_where_one_sat(world: World, kari: Member):
    meeting = staff_meeting(world, kari, method="laerende-mote", places=[])
    door = doors.open_door(meeting, naming=Naming.NAME, by=kari.person, at=NOW)
    browser = come_in(door, "Nina")
    rows = list(meeting.phases.all())
    forming = next(phase for phase in rows if phase.grouping == "mixed")
    keeping = next(phase for phase in rows if phase.grouping == "same")
    actions.make_groups(forming, by=kari.person, at=NOW)
    begin_phase(keeping, seen="", by=kari.person, at=NOW)

    assert "Du sitter ved bord 1" in browser.get(f"/m/{door.code}/").text
    assert Seating.objects.count() == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_groups_asks_the_same_however_many_there_are(
    world: World, kari: Member, meeting: Meeting, door: Door, rows: int
):
    fill(world, door, school=5 * rows, kindergarten=0)
    phase = group_phase(meeting)
    actions.make_groups(phase, by=kari.person, at=NOW)
    with asks(19):
        assert kari.client.get(world.url(f"moter/{meeting.pk}/grupper/{phase.pk}/")).status_code == 200
