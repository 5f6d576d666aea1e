"""What a meeting decides: who does what by when, and what of it goes into the plan."""

from datetime import date

import pytest

from conftest import TODAY, Member, World
from sloyfe.cycle.meetings.models import Meeting, MeetingDecision
from sloyfe.cycle.meetings.station import STATION
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.cycle.plan.models import Measure

SAID = {"what_nb": "Faste makkerpar ute", "what_nn": "Faste makkerpar ute", "due": "2026-10-01"}


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


def url(world: World, meeting: Meeting, rest: str = "") -> str:
    return world.url(f"moter/{meeting.pk}/beslutninger/{rest}")


def decide(world: World, who: Member, meeting: Meeting, **changes: str) -> MeetingDecision:
    who.client.post(url(world, meeting), {**SAID, **changes})
    return MeetingDecision.objects.latest("at")


def test_everybody_who_sees_the_meeting_sees_who_does_what_by_when(
    world: World, ola: Member, nils: Member, meeting: Meeting
):
    decide(world, ola, meeting, responsible=f"person:{nils.person.pk}")
    page = nils.client.get(world.url(f"moter/{meeting.pk}/")).text

    assert "Faste makkerpar ute" in page
    assert "Nils Moe" in page
    assert "1. oktober 2026" in page


def test_a_decision_of_a_unit_becomes_the_units_own_measure_once(world: World, ola: Member, meeting: Meeting):
    decision = decide(world, ola, meeting, responsible=f"party:{world.school.pk}")
    for _twice in range(2):
        ola.client.post(url(world, meeting, f"{decision.pk}/tiltak/"))

    measure = Measure.objects.in_space(world.space).get()
    assert (measure.unit, measure.ends, measure.responsible_party) == (world.school, date(2026, 10, 1), world.school)
    assert measure.title.read("nn") == "Faste makkerpar ute"
    assert ola.client.get(url(world, meeting)).status_code == 200
    assert ola.client.post(url(world, meeting, f"{decision.pk}/fjerning/")).status_code == 409


def test_a_decision_of_the_network_becomes_a_measure_of_the_network(world: World, kari: Member):
    meeting = staff_meeting(world, kari, places=[])
    decision = decide(world, kari, meeting)
    kari.client.post(url(world, meeting, f"{decision.pk}/tiltak/"))

    assert Measure.objects.in_space(world.space).get().unit is None


def test_whoever_may_not_write_the_plan_does_not_through_a_meeting(world: World, siri: Member):
    meeting = staff_meeting(world, siri, places=[])
    decision = decide(world, siri, meeting)

    assert siri.client.post(url(world, meeting, f"{decision.pk}/tiltak/")).status_code == 403
    assert not Measure.objects.in_space(world.space).exists()


def test_the_red_thread_runs_through_the_meeting(world: World, ola: Member, meeting: Meeting):
    decision = decide(world, ola, meeting)
    ola.client.post(url(world, meeting, f"{decision.pk}/tiltak/"))
    measure = Measure.objects.in_space(world.space).get()

    assert [link.title for link in STATION.came_from(measure.pk, world.round)] == ["IGP"]
    assert [link.title for link in STATION.came_of(meeting.pk, world.round)] == ["Faste makkerpar ute"]


def test_a_decision_is_taken_back(world: World, ola: Member, meeting: Meeting):
    decision = decide(world, ola, meeting)
    ola.client.post(url(world, meeting, f"{decision.pk}/fjerning/"))

    assert not MeetingDecision.objects.exists()


def test_due_before_the_meeting_is_said_when_it_goes_into_the_plan(world: World, ola: Member, meeting: Meeting):
    decision = decide(world, ola, meeting, due=str(TODAY))

    assert ola.client.post(url(world, meeting, f"{decision.pk}/tiltak/")).status_code == 409


def test_only_those_who_lead_decide(world: World, meeting: Meeting, nils: Member, siri: Member):
    assert nils.client.post(url(world, meeting), SAID).status_code == 403
    assert siri.client.post(url(world, meeting), SAID).status_code == 404
    assert not MeetingDecision.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_decisions_asks_the_same_however_long_it_is(world: World, ola: Member, meeting: Meeting, rows: int):
    for _row in range(rows):
        decide(world, ola, meeting)
    with asks(13):
        assert ola.client.get(url(world, meeting)).status_code == 200
