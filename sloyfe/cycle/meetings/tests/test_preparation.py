"""Two minutes for those who come unprepared: the same hint and the same press in the designer and where one leads."""

from datetime import timedelta

import pytest
import time_machine

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.notes import Writing, keep_notes
from sloyfe.cycle.meetings.models import Door, Meeting, Naming
from sloyfe.cycle.meetings.tests.making import staff_meeting

HINT = "Sett inn to minutter i starten"


def url(world: World, meeting: Meeting, rest: str = "") -> str:
    return world.url(f"moter/{meeting.pk}/styring/{rest}")


@pytest.fixture
def door(world: World, ola: Member) -> Door:
    return doors.open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)


def come_in(door: Door, name: str, *, prepared: bool) -> None:
    doors.come_in(door, name, key=name, place=None, at=NOW)
    if prepared:
        phase = door.meeting.phases.get(key="alone").pk
        keep_notes([Writing(name, phase, "Mitt stikkord", None, phase, NOW)])


def first_phase(world: World) -> tuple[str, int]:
    first = Meeting.objects.in_space(world.space).get().phases.order_by("position")[0]
    return first.material, first.minutes


def test_on_short_notice_one_press_puts_two_minutes_before_all_else_wherever_one_leads(world: World, ola: Member):
    meeting = staff_meeting(world, ola, method="lyttende-dialog")
    assert HINT in ola.client.get(url(world, meeting)).text
    for _twice in range(2):
        answer = ola.client.post(url(world, meeting, "forberedelse/"), {"seen": ""})
        assert answer["Location"] == url(world, meeting)

    assert first_phase(world) == ("preparation", 2)
    assert meeting.phases.filter(material="preparation").count() == 1
    assert HINT not in ola.client.get(url(world, meeting)).text
    ola.client.post(world.url(f"moter/{meeting.pk}/gang/angring/"))
    assert first_phase(world) != ("preparation", 2)


def test_in_good_time_nobody_is_hinted_at(world: World, ola: Member):
    meeting = staff_meeting(world, ola, method="lyttende-dialog")
    with time_machine.travel(NOW - timedelta(days=20)):
        assert HINT not in ola.client.get(url(world, meeting)).text


def test_where_people_could_write_beforehand_those_who_have_not_are_counted(world: World, ola: Member, door: Door):
    assert HINT not in ola.client.get(url(world, door.meeting)).text
    come_in(door, "Nina", prepared=True)
    assert HINT not in ola.client.get(url(world, door.meeting)).text
    come_in(door, "Selma", prepared=False)
    page = ola.client.get(url(world, door.meeting)).text

    assert HINT in page
    assert "1 av 2 har skrevet noe" in page
    assert "Mitt" not in page


def test_after_it_has_begun_there_is_nothing_to_put_first(world: World, ola: Member, door: Door):
    come_in(door, "Selma", prepared=False)
    ola.client.post(url(world, door.meeting, "fase/"), {"seen": "", "phase": door.meeting.phases.get(key="alone").pk})
    assert HINT not in ola.client.get(url(world, door.meeting)).text
    late = ola.client.post(url(world, door.meeting, "forberedelse/"), {"seen": ""})

    assert late.status_code == 409
    assert "Møtet har gått videre" in late.text
    assert not door.meeting.phases.filter(key__startswith="own").exists()


def test_only_whoever_leads_gives_it(world: World, door: Door, nils: Member, siri: Member, ute: Member):
    address = url(world, door.meeting, "forberedelse/")

    assert [who.client.post(address, {"seen": ""}).status_code for who in (nils, siri, ute)] == [403, 404, 404]
