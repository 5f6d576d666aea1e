"""What was first said in a meeting says so on its own page, to those who may see the meeting."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions.points import note_common
from sloyfe.cycle.meetings.models import CommonPoint, Meeting, MeetingDecision, Outcome
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.meetings.tests.test_outcomes import FINDING, NEED, WORDS, WORK
from sloyfe.cycle.needs.models import Finding, Need
from sloyfe.cycle.networks.models import BetweenWork
from sloyfe.cycle.networks.queries.turns import work_url
from sloyfe.cycle.partnership.models import Expectation
from sloyfe.cycle.plan.models import Measure
from sloyfe.cycle.plan.queries.links import measure_url

SAID = "møtet «IGP» 3. september 2026"


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


@pytest.fixture
def point(meeting: Meeting, ola: Member) -> CommonPoint:
    return note_common(meeting, WORDS, by=ola.person, at=NOW)


def further(world: World, who: Member, point: CommonPoint, becomes: str, said: dict[str, object]) -> None:
    who.client.post(world.url(f"moter/{point.meeting_id}/videre/{point.pk}/{becomes}/"), said)
    assert Outcome.objects.exists()


def page(world: World, who: Member, path: str) -> str:
    answer = who.client.get(path if path.startswith("/") else world.url(path))
    assert answer.status_code == 200
    return answer.text


def test_a_need_and_work_say_from_which_meeting_and_point_they_came(world: World, ola: Member, point: CommonPoint):
    further(world, ola, point, "behov", NEED)
    further(world, ola, point, "mellomarbeid", {**WORK, "unit": world.school.pk})
    need, work = Need.objects.in_space(world.space).get(), BetweenWork.objects.in_space(world.space).get()

    for path in (f"enheter/{world.school.place_id}/behov/{need.pk}/", work_url(work, world.space.slug)):
        text = page(world, ola, path)
        assert SAID in text
        assert f"moter/{point.meeting_id}/" in text
        assert "felles punkt" in text
        assert f"<q>{WORDS}</q>" in text


def test_a_finding_that_all_see_does_not_tell_them_of_a_meeting_they_do_not(
    world: World, kari: Member, ola: Member, point: CommonPoint
):
    further(world, ola, point, "funn", FINDING)
    finding = Finding.objects.in_space(world.space).get()
    Finding.objects.in_space(world.space).update(place=world.space)
    assert SAID in page(world, ola, f"behov/funn/{finding.pk}/")

    Meeting.objects.in_space(world.space).get().places.set([world.kindergarten.place])
    assert SAID not in page(world, ola, f"behov/funn/{finding.pk}/")


def test_every_expectation_of_the_list_says_its_own(world: World, ola: Member, point: CommonPoint):
    said = {"words_nb": "Svar innen en uke", "words_nn": "", "who": "Leder og universitet"}
    ends = {"by_party": world.school.pk, "of_party": world.university.pk}
    further(world, ola, point, "forventning", {**said, **ends})
    assert Expectation.objects.in_space(world.space).exists()

    assert page(world, ola, "forventninger/").count(SAID) == 1


def test_a_measure_says_in_which_meeting_it_was_decided(world: World, kari: Member):
    meeting = staff_meeting(world, kari, places=[])
    kari.client.post(world.url(f"moter/{meeting.pk}/beslutninger/"), {"what_nb": WORDS, "what_nn": "", "due": ""})
    decision = MeetingDecision.objects.get()
    kari.client.post(world.url(f"moter/{meeting.pk}/beslutninger/{decision.pk}/tiltak/"))
    measure = Measure.objects.in_space(world.space).get()

    text = page(world, kari, measure_url(measure, world.space))
    assert SAID in text
    assert "beslutning" in text


def test_what_came_of_nothing_says_nothing(world: World, ola: Member):
    assert "Kom fra" not in page(world, ola, "forventninger/")
