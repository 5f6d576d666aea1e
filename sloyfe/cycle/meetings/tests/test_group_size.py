"""How many sit together is said in the designer, phase by phase."""

import pytest

from conftest import Member, World
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.meetings.tests.test_designing import field, save, url


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


def size_of(meeting: Meeting, key: str = "group") -> list[int] | None:
    found: list[int] | None = meeting.phases.get(key=key).size
    return found


def test_a_number_is_kept_and_the_room_around_it_gives_way(world: World, ola: Member, meeting: Meeting):
    least, usual, most = size_of(meeting) or [0, 0, 0]
    assert f'value="{usual}"' in ola.client.get(url(world, meeting)).text
    save(ola, world, meeting, **{field(meeting, "group", "seated"): "8"})
    assert size_of(meeting) == [least, 8, max(most, 8)]

    ola.client.post(url(world, meeting, "angring/"))
    assert size_of(meeting) == [least, usual, most]


def test_nobody_sits_by_themselves_or_by_the_dozen_and_more(world: World, ola: Member, meeting: Meeting):
    before = size_of(meeting)
    for wrong in ("1", "13", "mange"):
        page = save(ola, world, meeting, **{field(meeting, "group", "seated"): wrong})
        assert page.status_code == 422
        assert "Antall i hver gruppe: " in page.text

    assert size_of(meeting) == before


def test_another_way_of_working_brings_its_own_number(world: World, ola: Member, meeting: Meeting):
    save(ola, world, meeting, **{field(meeting, "group", "form"): "pair"})
    assert size_of(meeting) == [2, 2, 3]
    assert size_of(meeting, "alone") is None
