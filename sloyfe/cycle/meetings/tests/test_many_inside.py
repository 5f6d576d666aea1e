"""A meeting with more people in it than a page takes."""

from datetime import timedelta

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions.door import Coming, come_in_together, new_key, open_door
from sloyfe.cycle.meetings.models import Attendee, Door, Naming
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.partnership.tests.asking import asks

SECOND = timedelta(seconds=1)


@pytest.fixture
def door(world: World, ola: Member) -> Door:
    return open_door(staff_meeting(world, ola), naming=Naming.NAME, by=ola.person, at=NOW)


def arrive(door: Door, count: int) -> list[Coming]:
    comings = [Coming(door, f"Deltaker {n}", new_key(), None, NOW + n * SECOND) for n in range(count)]
    come_in_together(comings)
    return comings


def test_the_leader_sees_those_who_came_last_and_finds_the_others_by_name(ola: Member, door: Door, world: World):
    arrive(door, 50)
    page = world.url(f"moter/{door.meeting_id}/styring/")

    listed = ola.client.get(page).text
    assert "50 er inne" in listed
    assert "Deltaker 49" in listed
    assert "Deltaker 3<" not in listed
    assert "Deltaker 3<" in ola.client.get(f"{page}?navn=deltaker 3").text
    assert "Ingen her heter det" in ola.client.get(f"{page}?navn=Sigvor").text


@pytest.mark.parametrize("count", [1, 30])
def test_those_who_come_at_once_cost_the_database_no_more_than_one(door: Door, count: int):
    comings = [Coming(door, f"Deltaker {n}", new_key(), None, NOW) for n in range(count)]
    with asks(8):
        come_in_together(comings)


def test_whoever_sends_the_same_form_twice_is_in_once(door: Door):
    comings = arrive(door, 3)
    again = come_in_together(comings)

    assert [each.name for each in again] == ["Deltaker 0", "Deltaker 1", "Deltaker 2"]
    assert Attendee.objects.count() == 3


def test_two_of_the_same_name_in_the_same_second_are_told_apart(door: Door):
    first, second = come_in_together([Coming(door, name, new_key(), None, NOW) for name in ("Nina", "nina ")])

    assert first.name == "Nina"
    assert "heter det" in str(second)
