"""Longer time for one person in the phases where one writes for oneself."""

from datetime import timedelta

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, ExtraTime, Meeting, Naming
from sloyfe.cycle.meetings.queries.extra_time import ends_for, may_still_write
from sloyfe.cycle.meetings.tests.making import staff_meeting

MINUTE = timedelta(minutes=1)
LATE = timedelta(seconds=3)


@pytest.fixture
def meeting(world: World, kari: Member) -> Meeting:
    return staff_meeting(world, kari)


@pytest.fixture
def nina(kari: Member, meeting: Meeting) -> Attendee:
    door = doors.open_door(meeting, naming=Naming.NAME, by=kari.person, at=NOW)
    return doors.come_in(door, "Nina", key="nina", place=None, at=NOW)


def given(who: Attendee, minutes: int, by: Member) -> None:
    ExtraTime.objects.create(attendee=who, minutes=minutes, by=by.person, at=NOW)


def test_the_time_is_longer_only_where_one_writes_alone(kari: Member, meeting: Meeting, nina: Attendee):
    given(nina, 4, kari)
    alone = begin_phase(meeting.phases.get(key="alone"), seen="", by=kari.person, at=NOW)
    group = begin_phase(meeting.phases.get(key="group"), seen=alone.mark, by=kari.person, at=NOW)

    assert ends_for(nina, alone, NOW) == alone.ends_at(NOW) + 4 * MINUTE
    assert ends_for(nina, group, NOW) == group.ends_at(NOW)


def test_the_box_stays_open_that_much_longer_after_the_meeting_has_moved_on(
    kari: Member, meeting: Meeting, nina: Attendee
):
    alone = meeting.phases.get(key="alone")
    first = begin_phase(alone, seen="", by=kari.person, at=NOW)
    assert may_still_write(nina, alone, NOW)

    begin_phase(meeting.phases.get(key="group"), seen=first.mark, by=kari.person, at=NOW + 5 * MINUTE)
    assert not may_still_write(nina, alone, NOW + 5 * MINUTE + LATE)
    given(nina, 4, kari)
    assert may_still_write(nina, alone, NOW + 8 * MINUTE)
    assert not may_still_write(nina, alone, NOW + 9 * MINUTE + LATE)


def test_where_people_work_together_nobody_has_a_box_of_their_own(kari: Member, meeting: Meeting, nina: Attendee):
    group = meeting.phases.get(key="group")
    begin_phase(group, seen="", by=kari.person, at=NOW)

    assert not may_still_write(nina, group, NOW)
