"""The elements of an activity in the meeting: shown to all, points under them, and words that all agree on."""

from typing import Any

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions import running
from sloyfe.cycle.meetings.models import CommonPoint, Door, Meeting, MeetingDecision, MeetingElement, Naming, Point
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.meetings.tests.seating import browser_of, fill, fresh, phase_with
from sloyfe.cycle.meetings.tests.test_activities import OWNERS, begin, made, page_of


@pytest.fixture
def owners_page(world: World, kari: Member) -> Page:
    return page_of(world, kari, OWNERS, Readers.OWNERS)


@pytest.fixture
def meeting(world: World, kari: Member, owners_page: Page) -> Meeting:
    begin(world, kari, owners_page, places=[str(world.school.place_id), str(world.kindergarten.place_id)])
    return made(world)


@pytest.fixture
def door(world: World, kari: Member, meeting: Meeting) -> Door:
    opened = doors.open_door(meeting, naming=Naming.NAME, asks_role=False, by=kari.person, at=NOW)
    fill(world, opened, 4)
    return opened


def start(door: Door, kari: Member, key: str) -> None:
    now = start_of(fresh(door))
    running.begin_phase(phase_with(door, key), seen=now.mark if now else "", by=kari.person, at=NOW)


def lay(browser: Client, door: Door, words: str, **more: Any) -> Point:
    assert browser.post(f"/m/{door.code}/punkter/", {"words": words, **more}).status_code == 302
    return Point.objects.get(words=words)


def elements(meeting: Meeting) -> list[MeetingElement]:
    return list(MeetingElement.objects.filter(meeting=meeting))


def test_who_prepares_is_shown_the_task_and_the_elements_with_their_questions(door: Door):
    said = browser_of(door, "Nr 0").get(f"/m/{door.code}/").text

    assert "Hva skal planen handle om for dere som eier" in said
    assert "Hvem steker dem når vi ikke er der selv?" in said
    assert 'name="words"' in said


def test_what_is_written_beforehand_is_its_authors_alone(world: World, kari: Member, door: Door):
    mine, phase = browser_of(door, "Nr 0"), phase_with(door, "alone")
    mine.post(f"/m/{door.code}/notater/{phase.pk}/", {"words": "Hemmelig tanke"})
    start(door, kari, "group")

    assert "Hemmelig tanke" in mine.get(f"/m/{door.code}/").text
    assert "Hemmelig tanke" not in browser_of(door, "Nr 1").get(f"/m/{door.code}/").text
    for rest in ("", "styring/", "punkter/", "elementer/", "referat/"):
        assert "Hemmelig tanke" not in kari.client.get(world.url(f"moter/{door.meeting_id}/{rest}")).text


def test_a_point_is_laid_under_an_element_and_the_table_sees_which(kari: Member, meeting: Meeting, door: Door):
    start(door, kari, "group")
    mine, network = browser_of(door, "Nr 0"), elements(meeting)[1]
    assert "2. Nettverk" in mine.get(f"/m/{door.code}/").text
    point = lay(mine, door, "Vikar til alle", element=str(network.pk))

    assert point.element == network
    assert "2. Nettverk" in browser_of(door, "Nr 1").get(f"/m/{door.code}/").text


def test_an_element_of_another_meeting_is_not_one_of_ours(
    world: World, kari: Member, owners_page: Page, meeting: Meeting, door: Door
):
    begin(world, kari, owners_page, starts="15:00")
    other = Meeting.objects.in_space(world.space).exclude(pk=meeting.pk).get()
    start(door, kari, "group")

    assert lay(browser_of(door, "Nr 0"), door, "Vikar", element=str(elements(other)[0].pk)).element is None


def test_whoever_leads_notes_the_words_that_all_agree_on(world: World, kari: Member, meeting: Meeting, door: Door):
    start(door, kari, "group")
    network = elements(meeting)[1]
    point = lay(browser_of(door, "Nr 0"), door, "Vikar til alle", element=str(network.pk))
    browser_of(door, "Nr 0").post(f"/m/{door.code}/punkter/{point.pk}/enighet/")
    start(door, kari, "plenary")
    place = world.url(f"moter/{meeting.pk}/elementer/{network.pk}/")
    assert "Vikar til alle" in kari.client.get(place).text
    agreed = {"words": "Eigaren dekkjer vikar.", "language": "nn", "points": [str(point.pk)], "name": ""}
    assert kari.client.post(place, agreed).status_code == 302

    common = CommonPoint.objects.get()
    assert (common.element, common.language, common.words) == (network, "nn", "Eigaren dekkjer vikar.")
    assert [part.point for part in common.parts.all()] == [point]
    assert "Eigaren dekkjer vikar." in browser_of(door, "Nr 2").get(f"/m/{door.code}/").text
    assert kari.client.post(f"{place}ordlyd/{common.pk}/fjerning/").status_code == 302
    assert not CommonPoint.objects.exists()


def test_empty_words_are_refused_and_what_was_chosen_stays(world: World, kari: Member, meeting: Meeting):
    place = world.url(f"moter/{meeting.pk}/elementer/{elements(meeting)[0].pk}/")
    assert kari.client.post(place, {"words": " ", "language": "nn"}).status_code == 422
    assert kari.client.post(f"{place}beslutninger/", {"what_nb": "", "what_nn": ""}).status_code == 422


def test_a_decision_is_made_about_an_element(world: World, kari: Member, meeting: Meeting):
    first = elements(meeting)[0]
    place = world.url(f"moter/{meeting.pk}/elementer/{first.pk}/beslutninger/")
    told = {"what_nb": "", "what_nn": "Kalle inn", "responsible": f"person:{kari.person.pk}", "due": "2026-10-01"}
    assert kari.client.post(place, told).status_code == 302

    decision = MeetingDecision.objects.get()
    assert (decision.element, decision.responsible) == (first, "Kari Eide")
    assert "Kalle inn" in kari.client.get(world.url(f"moter/{meeting.pk}/elementer/")).text


def test_only_those_who_lead_it_come_to_its_elements(
    world: World, kari: Member, nils: Member, ute: Member, meeting: Meeting
):
    places = ["elementer/", f"elementer/{elements(meeting)[0].pk}/", "elementer/plan/"]
    answers = [
        [who.client.get(world.url(f"moter/{meeting.pk}/{place}")).status_code for place in places]
        for who in (kari, nils, ute)
    ]
    assert answers == [[200] * 3, [403] * 3, [404] * 3]


def test_a_meeting_without_elements_has_no_such_pages(world: World, ola: Member):
    plain = staff_meeting(world, ola)
    assert ola.client.get(world.url(f"moter/{plain.pk}/elementer/")).status_code == 404


@pytest.mark.parametrize("more", [0, 9])
def test_the_list_asks_the_same_however_many_elements_there_are(
    world: World, kari: Member, meeting: Meeting, more: int, django_assert_num_queries: Any
):
    MeetingElement.objects.bulk_create(
        MeetingElement(meeting=meeting, position=n, heading=elements(meeting)[0].heading, questions={})
        for n in range(4, 4 + more)
    )
    place = world.url(f"moter/{meeting.pk}/elementer/")
    kari.client.get(place)
    with django_assert_num_queries(12):
        kari.client.get(place)
