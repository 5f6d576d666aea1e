"""What people say about themselves at the door: enough to mix groups, and nothing that must be said."""

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, Naming
from sloyfe.cycle.meetings.tests.making import staff_meeting


@pytest.fixture
def meeting(world: World, kari: Member) -> Meeting:
    return staff_meeting(world, kari, places=[world.school.place, world.kindergarten.place])


def opened(meeting: Meeting, by: Member, *, asks_role: bool = True) -> Door:
    return doors.open_door(meeting, naming=Naming.NAME, asks_role=asks_role, by=by.person, at=NOW)


def test_somebody_says_what_they_work_as(kari: Member, meeting: Meeting):
    door = opened(meeting, kari)
    assert "Hva arbeider du som?" in Client().get(f"/m/{door.code}/").text

    Client().post(f"/m/{door.code}/", {"name": "Nina", "role": "teacher"})
    assert Attendee.objects.get().role == "teacher"


def test_nobody_has_to_say_it(kari: Member, meeting: Meeting):
    door = opened(meeting, kari)
    Client().post(f"/m/{door.code}/", {"name": "Nina"})

    assert Attendee.objects.get().role == ""


def test_a_meeting_that_does_not_ask_keeps_nothing_of_it(kari: Member, meeting: Meeting):
    door = opened(meeting, kari, asks_role=False)
    Client().post(f"/m/{door.code}/", {"name": "Nina", "role": "leader"})

    assert "Hva arbeider du som?" not in Client().get(f"/m/{door.code}/").text
    assert Attendee.objects.get().role == ""


def test_what_nobody_can_work_as_is_refused_and_the_name_stays(kari: Member, meeting: Meeting):
    door = opened(meeting, kari)
    page = Client().post(f"/m/{door.code}/", {"name": "Nina", "role": "emperor"})

    assert page.status_code == 422
    assert 'value="Nina"' in page.text


@pytest.mark.parametrize(("method", "places", "asks"), [("igp", 1, True), ("swot", 2, True), ("", 1, False)])
def test_it_is_asked_where_groups_become_better_by_it(
    world: World, kari: Member, method: str, places: int, *, asks: bool
):
    here = [world.school.place, world.kindergarten.place][:places]
    if method:
        row = staff_meeting(world, kari, method=method, places=here)
    else:
        row = staff_meeting(world, kari, method="forventningsavklaring", places=here)
    page = kari.client.get(world.url(f"moter/{row.pk}/dor/"))

    assert page.context["form"].initial["asks_role"] == asks


def test_whoever_leads_settles_whether_it_is_asked(world: World, kari: Member, meeting: Meeting):
    kari.client.post(world.url(f"moter/{meeting.pk}/dor/"), {"naming": "name"})

    assert not Door.objects.get().asks_role


@pytest.mark.parametrize("name", ["nina", "Niná", "NINA", "Νina"])
def test_a_name_that_looks_like_one_that_is_in_is_taken(kari: Member, meeting: Meeting, name: str):
    door = opened(meeting, kari)
    Client().post(f"/m/{door.code}/", {"name": "Nina"})
    page = Client().post(f"/m/{door.code}/", {"name": name})

    assert page.status_code == 422
    assert "noe som ser likt ut" in page.text
