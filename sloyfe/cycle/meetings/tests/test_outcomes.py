"""What a meeting agreed on becomes rows elsewhere: once, with links both ways, and taken back while nobody uses it."""

from uuid import UUID

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions.points import note_common
from sloyfe.cycle.meetings.models import CommonPoint, Meeting, MeetingDecision, Outcome
from sloyfe.cycle.meetings.station import STATION
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.needs.actions.needs import confirm_need
from sloyfe.cycle.needs.models import Finding, Need
from sloyfe.cycle.networks.actions.between import note_step
from sloyfe.cycle.networks.models import BetweenWork, Step
from sloyfe.cycle.partnership.models import Expectation
from sloyfe.kit.text import Text

WORDS = "Vi trenger felles språk om lek"
NEED = {"wording_nb": WORDS, "wording_nn": "", "theme": "play_and_exploration"}
FINDING = {
    "title_nb": "Lek ute",
    "title_nn": "",
    "story_nb": WORDS,
    "story_nn": "",
    "interpretation_nb": "",
    "interpretation_nn": "",
    "theme": "play_and_exploration",
    "anonymised": "on",
}
WORK = {"title_nb": WORDS, "title_nn": "", "with_whom_nb": "Alle", "with_whom_nn": "", "bring_nb": "", "bring_nn": ""}


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


@pytest.fixture
def point(meeting: Meeting, ola: Member) -> CommonPoint:
    return note_common(meeting, WORDS, by=ola.person, at=NOW)


def url(world: World, point: CommonPoint, becomes: str) -> str:
    return world.url(f"moter/{point.meeting_id}/videre/{point.pk}/{becomes}/")


def undo(world: World, who: Member, outcome: Outcome) -> int:
    return who.client.post(world.url(f"moter/{outcome.meeting_id}/utfall/{outcome.pk}/tilbaketrekking/")).status_code


def links(world: World, key: UUID) -> list[str]:
    return [link.title for link in STATION.came_from(key, world.round)]


def test_a_point_becomes_a_need_of_the_unit_once_with_links_both_ways(
    world: World, ola: Member, nils: Member, point: CommonPoint
):
    assert WORDS in ola.client.get(url(world, point, "behov")).text
    for _twice in range(2):
        ola.client.post(url(world, point, "behov"), NEED)

    need = Need.objects.in_space(world.space).get()
    assert (need.place, need.wording.read("nb")) == (world.school.place, WORDS)
    assert links(world, need.pk) == ["IGP"]
    assert [link.url for link in STATION.came_of(point.meeting_id, world.round)] == [
        world.url(f"enheter/{world.school.place_id}/behov/{need.pk}/")
    ]
    assert f"behov/{need.pk}/" in ola.client.get(world.url(f"moter/{point.meeting_id}/punkter/")).text


def test_a_need_is_taken_back_until_somebody_stands_behind_it(world: World, ola: Member, point: CommonPoint):
    ola.client.post(url(world, point, "behov"), NEED)
    assert undo(world, ola, Outcome.objects.get()) == 302
    assert not Need.objects.in_space(world.space).exists()

    ola.client.post(url(world, point, "behov"), NEED)
    confirm_need(Need.objects.in_space(world.space).get(), version=1, by=ola.person, at=NOW)
    assert undo(world, ola, Outcome.objects.get()) == 409
    assert Need.objects.in_space(world.space).exists()
    assert Outcome.objects.exists()


def test_a_point_becomes_a_finding_without_names(world: World, ola: Member, point: CommonPoint):
    answer = ola.client.post(url(world, point, "funn"), {**FINDING, "anonymised": ""})
    assert answer.status_code == 422
    assert WORDS in answer.text

    ola.client.post(url(world, point, "funn"), FINDING)
    finding = Finding.objects.in_space(world.space).get()
    assert (finding.kind, finding.place, finding.story.read("nb")) == ("story", world.school.place, WORDS)
    assert links(world, finding.pk) == ["IGP"]
    assert undo(world, ola, Outcome.objects.get()) == 302
    assert not Finding.objects.in_space(world.space).exists()


def test_a_point_becomes_an_agreed_expectation_of_ones_own_party(world: World, ola: Member, point: CommonPoint):
    said = {"words_nb": "Svar innen en uke", "words_nn": "", "who": "Leder og universitet"}
    ends = {"by_party": world.kindergarten.pk, "of_party": world.university.pk}
    assert ola.client.post(url(world, point, "forventning"), {**said, **ends}).status_code == 422

    ends["by_party"] = world.school.pk
    ola.client.post(url(world, point, "forventning"), {**said, **ends})
    row = Expectation.objects.in_space(world.space).get()
    assert (row.by_party, row.of_party, row.agreed.on) == (world.school, world.university, point.meeting.on)
    assert undo(world, ola, Outcome.objects.get()) == 302
    assert not Expectation.objects.in_space(world.space).exists()


def test_a_point_becomes_work_between_gatherings_until_the_unit_has_begun(
    world: World, ola: Member, point: CommonPoint
):
    for _twice in range(2):
        ola.client.post(url(world, point, "mellomarbeid"), {**WORK, "unit": world.school.pk, "due": "2026-10-01"})
    work = BetweenWork.objects.in_space(world.space).get()
    assert (work.unit, work.with_whom.read("nb")) == (world.school, "Alle")
    assert links(world, work.pk) == ["IGP"]

    note_step(work, Step.BEGUN, Text(), by=ola.person, at=NOW)
    assert undo(world, ola, Outcome.objects.get()) == 409
    note_step(work, Step.PLANNED, Text(), by=ola.person, at=NOW)
    assert undo(world, ola, Outcome.objects.get()) == 302


def test_one_point_goes_home_with_several_units(world: World, kari: Member):
    meeting = staff_meeting(world, kari, places=[])
    point = note_common(meeting, WORDS, by=kari.person, at=NOW)
    for unit in (world.school, world.kindergarten):
        kari.client.post(url(world, point, "mellomarbeid"), {**WORK, "unit": unit.pk})

    units = {work.unit for work in BetweenWork.objects.in_space(world.space)}
    assert units == {world.school, world.kindergarten}


def test_a_point_becomes_a_decision_with_who_and_when(world: World, ola: Member, nils: Member, point: CommonPoint):
    said = {"what_nb": WORDS, "what_nn": "", "due": "2026-10-01", "responsible": f"person:{nils.person.pk}"}
    ola.client.post(url(world, point, "beslutning"), said)
    decision = MeetingDecision.objects.get()

    assert (decision.responsible, str(decision.due)) == ("Nils Moe", "2026-10-01")
    assert undo(world, ola, Outcome.objects.get()) == 302
    assert not MeetingDecision.objects.exists()


def test_a_decision_becomes_work_of_the_unit(world: World, ola: Member, meeting: Meeting):
    url_of = world.url(f"moter/{meeting.pk}/beslutninger/")
    ola.client.post(url_of, {"what_nb": WORDS, "what_nn": "", "due": ""})
    decision = MeetingDecision.objects.get()
    further = world.url(f"moter/{meeting.pk}/videre/{decision.pk}/mellomarbeid/")
    ola.client.post(further, {**WORK, "unit": world.school.pk})

    assert BetweenWork.objects.in_space(world.space).get().title.read("nb") == WORDS
    assert "Mellomarbeid i" in ola.client.get(url_of).text


def test_a_parted_point_does_not_take_what_came_of_it_along(world: World, ola: Member, point: CommonPoint):
    ola.client.post(url(world, point, "behov"), NEED)
    answer = ola.client.post(world.url(f"moter/{point.meeting_id}/punkter/{point.pk}/deling/"))

    assert answer.status_code == 409
    assert Outcome.objects.exists()


def test_whoever_may_not_word_needs_does_not_through_a_meeting(world: World, siri: Member):
    meeting = staff_meeting(world, siri, places=[])
    point = note_common(meeting, WORDS, by=siri.person, at=NOW)

    assert siri.client.post(url(world, point, "behov"), NEED).status_code == 403
    assert not Need.objects.in_space(world.space).exists()


def test_only_those_who_lead_take_further(world: World, point: CommonPoint, ola: Member, nils: Member, siri: Member):
    address = url(world, point, "behov")

    assert [who.client.get(address).status_code for who in (ola, nils, siri)] == [200, 403, 404]
    assert ola.client.get(url(world, point, "noe-annet")).status_code == 404
