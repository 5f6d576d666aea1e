"""Longer time for one person in the phases where one writes for oneself."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, ExtraTime, Meeting, Naming
from sloyfe.cycle.meetings.queries.extra_time import ends_for, extra_minutes, still_open
from sloyfe.cycle.meetings.queries.running import standing
from sloyfe.cycle.meetings.tests.making import staff_meeting

MINUTE = timedelta(minutes=1)
WITHOUT = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


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

    assert ends_for(alone, extra_minutes(nina), NOW) == alone.ends_at(NOW) + 4 * MINUTE
    assert ends_for(group, extra_minutes(nina), NOW) == group.ends_at(NOW)


def boxes_still_open(who: Attendee, meeting: Meeting, at: datetime) -> list[str]:
    fresh = Meeting.objects.in_space(meeting.space).get(pk=meeting.pk)
    found = still_open(fresh, standing(fresh, now=at), extra_minutes(who), at)
    return [found.phase.key] if found else []


def test_the_box_stays_open_that_much_longer_after_the_meeting_has_moved_on(
    kari: Member, meeting: Meeting, nina: Attendee
):
    first = begin_phase(meeting.phases.get(key="alone"), seen="", by=kari.person, at=NOW)
    assert boxes_still_open(nina, meeting, NOW) == []  # it is the box of everybody

    begin_phase(meeting.phases.get(key="group"), seen=first.mark, by=kari.person, at=NOW + 5 * MINUTE)
    assert boxes_still_open(nina, meeting, NOW + 6 * MINUTE) == []
    given(nina, 4, kari)
    assert boxes_still_open(nina, meeting, NOW + 8 * MINUTE) == ["alone"]
    assert boxes_still_open(nina, meeting, NOW + 9 * MINUTE) == []


def test_where_people_work_together_nobody_has_a_box_of_their_own(kari: Member, meeting: Meeting, nina: Attendee):
    given(nina, 4, kari)
    seen = ""
    for key, ago in (("alone", 9), ("group", 6), ("plenary", 1)):
        seen = begin_phase(meeting.phases.get(key=key), seen=seen, by=kari.person, at=NOW - ago * MINUTE).mark

    assert boxes_still_open(nina, meeting, NOW) == []


def test_without_scripts_the_page_shows_the_end_that_one_has_oneself(kari: Member, meeting: Meeting, nina: Attendee):
    start = begin_phase(meeting.phases.get(key="alone"), seen="", by=kari.person, at=NOW)
    browser = Client()
    browser.cookies["mote"] = "nina"
    plain = minutes_left(browser, nina)
    given(nina, 4, kari)

    assert minutes_left(browser, nina) == plain + 4
    begin_phase(meeting.phases.get(key="group"), seen=start.mark, by=kari.person, at=NOW)
    page = browser.get(f"/m/{nina.meeting.door.code}/").text
    assert "Du kan skrive her til" in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def minutes_left(browser: Client, who: Attendee) -> int:
    page = browser.get(f"/m/{who.meeting.door.code}/").text
    return int(re.findall(r"data-time-left><strong>(\d+)</strong>", page)[0])


def test_whoever_leads_gives_it_on_the_persons_own_page_and_takes_it_back(
    world: World, kari: Member, nils: Member, siri: Member, nina: Attendee
):
    url = world.url(f"moter/{nina.meeting_id}/deltakere/{nina.pk}/")
    kari.client.post(url, {"minutes": "4"})
    assert ExtraTime.objects.get().minutes == 4
    assert 'value="4"' in kari.client.get(url).text
    assert [who.client.get(url).status_code for who in (nils, siri)] == [403, 404]

    kari.client.post(url, {"minutes": "0"})
    assert not ExtraTime.objects.exists()


def test_no_other_page_shows_a_trace_of_it(world: World, kari: Member, meeting: Meeting, nina: Attendee):
    door = meeting.door
    doors.come_in(door, "Selma", key="selma", place=None, at=NOW)
    begin_phase(meeting.phases.get(key="alone"), seen="", by=kari.person, at=NOW)
    selma = Client()
    selma.cookies["mote"] = "selma"
    pages = [
        (kari.client, world.url(f"moter/{meeting.pk}/styring/")),
        (kari.client, world.url(f"moter/{meeting.pk}/grupper/{meeting.phases.get(key='group').pk}/")),
        (selma, f"/m/{door.code}/"),
    ]
    before = [WITHOUT.sub("", client.get(url).text) for client, url in pages]
    given(nina, 17, kari)

    assert [WITHOUT.sub("", client.get(url).text) for client, url in pages] == before


def test_the_log_says_neither_who_nor_how_long(world: World, kari: Member, meeting: Meeting, nina: Attendee):
    kari.client.post(world.url(f"moter/{meeting.pk}/deltakere/{nina.pk}/"), {"minutes": "4"})
    row = AuditEvent.objects.filter(act="meeting.extra_time").values().get()

    assert str(nina.pk) not in str(row)
    assert nina.pk.hex not in str(row)
