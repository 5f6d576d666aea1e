"""What a meeting agreed on goes into the owner's plan: below what stands, once, in its language, and out again."""

from datetime import date
from typing import Any

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.meetings.actions.decisions import decide
from sloyfe.cycle.meetings.actions.elements import agree_on
from sloyfe.cycle.meetings.actions.rehearsals import rehearse
from sloyfe.cycle.meetings.models import CommonPoint, Meeting, MeetingDecision, MeetingElement, Outcome
from sloyfe.cycle.meetings.station import STATION
from sloyfe.cycle.meetings.tests.test_activities import OWNERS, begin, made, page_of
from sloyfe.cycle.plan.actions.owner_plans import answer_element, begin_plan
from sloyfe.cycle.plan.models import Element, OwnerPlan
from sloyfe.cycle.plan.papers.owner_plan import owner_plan_paper
from sloyfe.documents.tree import Paragraph
from sloyfe.kit.text import Status, Text

WORDS = "Vi held på i to år."
DAY = date(2026, 10, 1)


@pytest.fixture
def owners_page(world: World, kari: Member) -> Page:
    return page_of(world, kari, OWNERS, Readers.OWNERS)


@pytest.fixture
def meeting(world: World, kari: Member, owners_page: Page) -> Meeting:
    begin(world, kari, owners_page)
    return made(world)


def element(meeting: Meeting, position: int = 1) -> MeetingElement:
    return MeetingElement.objects.get(meeting=meeting, position=position)


def agreed(meeting: Meeting, kari: Member, words: str = WORDS, position: int = 1) -> CommonPoint:
    return agree_on(element(meeting, position), words, language="nn", points=[], by=kari.person, at=NOW)


def decided(meeting: Meeting, kari: Member, **who: Any) -> MeetingDecision:
    what = Text.of(nn="Kalle inn leiarane", source="nn")
    return decide(meeting, what=what, element=element(meeting), by=kari.person, at=NOW, **who)


def place(world: World, meeting: Meeting) -> str:
    return world.url(f"moter/{meeting.pk}/elementer/plan/")


def take(world: World, who: Member, meeting: Meeting, *rows: Any, to: str = "time_frame") -> int:
    key = rows[0].element.pk.hex
    said = {"owner": str(world.owner.pk), f"to_{key}": to, f"what_{key}": [str(row.pk) for row in rows]}
    return who.client.post(place(world, meeting), said).status_code


def in_plan(key: str = "time_frame") -> Element:
    return Element.objects.get(key=key)


def test_the_matching_is_suggested_and_what_stands_is_shown_beside(world: World, kari: Member, meeting: Meeting):
    plan = begin_plan(world.round, world.owner, by=kari.person, at=NOW)
    frame = plan.elements.get(key="time_frame")
    answer_element(frame, version=1, by=kari.person, at=NOW, answer=Text.of(nb="Ett år."))
    agreed(meeting, kari)
    page = kari.client.get(place(world, meeting))

    assert page.context["lines"][0]["to"].value() == "time_frame"
    assert WORDS in page.text
    assert "Ett år." in page.text


def test_it_lands_in_the_plan_in_its_language_and_the_plan_says_from_where(
    world: World, kari: Member, meeting: Meeting
):
    row = agreed(meeting, kari)
    for _twice in range(2):
        assert take(world, kari, meeting, row) == 302

    assert in_plan().answer.entries == {"nn": WORDS}
    assert Outcome.objects.count() == 1
    plan = kari.client.get(world.url(f"plan/eier/{world.owner.place_id}/")).text
    assert "møtet «Eiermøte» 3. september 2026" in plan
    assert world.url(f"moter/{meeting.pk}/") in plan
    assert [link.title for link in STATION.came_from(in_plan().pk, world.round)] == ["Eiermøte"]
    assert [link.title for link in STATION.came_of(meeting.pk, world.round)] == ["Tidsramme"]


def test_nothing_in_the_plan_is_written_over(world: World, kari: Member, meeting: Meeting):
    frame = begin_plan(world.round, world.owner, by=kari.person, at=NOW).elements.get(key="time_frame")
    stood = {"answer": Text.of(nb="Ett år.", nn="Eitt år."), "due": DAY, "responsible_party": world.owner}
    answer_element(frame, version=1, by=kari.person, at=NOW, **stood)
    row = agreed(meeting, kari)
    take(world, kari, meeting, row, decided(meeting, kari, responsible_person=kari.person, due=date(2026, 11, 1)))

    now = in_plan()
    assert now.answer.entries == {"nb": "Ett år.", "nn": f"Eitt år.\n\n{WORDS}"}
    assert now.answer.status("nb") == Status.OLDER
    assert (now.due, now.responsible_party) == (DAY, world.owner)
    assert now.decision.read("nn") == "Kalle inn leiarane (Kari Eide, innan 1. november 2026)"


def test_who_and_when_go_along_where_the_plan_names_nobody(world: World, kari: Member, meeting: Meeting):
    take(world, kari, meeting, decided(meeting, kari, responsible_person=kari.person, due=DAY))

    now = in_plan()
    assert (now.decision.entries, now.responsible, now.due) == ({"nn": "Kalle inn leiarane"}, "Kari Eide", DAY)


def undo(world: World, who: Member, meeting: Meeting) -> int:
    row = Outcome.objects.latest("at")
    return who.client.post(world.url(f"moter/{meeting.pk}/utfall/{row.pk}/tilbaketrekking/")).status_code


def test_it_is_taken_out_again_and_only_it(world: World, kari: Member, meeting: Meeting):
    frame = begin_plan(world.round, world.owner, by=kari.person, at=NOW).elements.get(key="time_frame")
    answer_element(frame, version=1, by=kari.person, at=NOW, answer=Text.of(nb="Ett år.", nn="Eitt år."))
    take(world, kari, meeting, agreed(meeting, kari))
    take(world, kari, meeting, decided(meeting, kari, responsible_person=kari.person, due=DAY))
    assert [undo(world, kari, meeting), undo(world, kari, meeting)] == [302, 302]

    now = in_plan()
    assert now.answer == Text.of(nb="Ett år.", nn="Eitt år.")
    assert (now.decision.entries, now.responsible, now.due) == ({}, "", None)


def test_what_was_written_around_it_since_stands(world: World, kari: Member, meeting: Meeting):
    take(world, kari, meeting, agreed(meeting, kari))
    after = Text.of(nn=f"Eige fyrst.\n\n{WORDS}\n\nEige sist.", source="nn")
    answer_element(in_plan(), version=in_plan().version, by=kari.person, at=NOW, answer=after)
    assert undo(world, kari, meeting) == 302
    assert in_plan().answer.entries == {"nn": "Eige fyrst.\n\nEige sist."}


def test_what_was_rewritten_since_is_not_taken_out(world: World, kari: Member, meeting: Meeting):
    take(world, kari, meeting, agreed(meeting, kari))
    answer_element(
        in_plan(), version=in_plan().version, by=kari.person, at=NOW, answer=Text.of(nn="Noko anna", source="nn")
    )
    assert undo(world, kari, meeting) == 409
    assert in_plan().answer.read("nn") == "Noko anna"
    assert Outcome.objects.exists()


def test_what_nobody_places_is_not_taken(world: World, kari: Member, meeting: Meeting):
    row = agreed(meeting, kari, "Vaflar kvar fredag.", 3)
    page = kari.client.get(place(world, meeting))
    assert page.context["lines"][0]["to"].value() == ""
    take(world, kari, meeting, row, to="")
    assert not Outcome.objects.exists()

    take(world, kari, meeting, row, to="networks")
    assert in_plan("networks").answer.read("nn") == "Vaflar kvar fredag."


def test_who_does_not_write_the_plan_takes_nothing_there(world: World, kari: Member, siri: Member, meeting: Meeting):
    row = agreed(meeting, kari)
    assert take(world, siri, meeting, row) == 403
    assert not OwnerPlan.objects.in_space(world.space).exists()
    take(world, kari, meeting, row)
    assert undo(world, siri, meeting) == 403
    assert in_plan().answer


def test_a_rehearsal_leads_to_nothing(world: World, kari: Member, meeting: Meeting):
    copy = rehearse(meeting, 4, by=kari.person, at=NOW)
    row = agree_on(element(copy), WORDS, language="nn", points=[], by=kari.person, at=NOW)
    assert take(world, kari, copy, row) == 409
    assert not Outcome.objects.exists()


def test_the_document_in_nynorsk_holds_it(world: World, kari: Member, meeting: Meeting):
    take(world, kari, meeting, agreed(meeting, kari))
    plan = OwnerPlan.objects.in_space(world.space).get()
    paper = owner_plan_paper(plan, "nn", DAY)

    assert WORDS in [block.words for block in paper.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_the_same_however_much_was_agreed_on(
    world: World, kari: Member, meeting: Meeting, rows: int, django_assert_num_queries: Any
):
    for row in range(rows):
        agreed(meeting, kari, f"Ord {row}", row + 1)
        take(world, kari, meeting, CommonPoint.objects.latest("at"))
    kari.client.get(place(world, meeting))
    with django_assert_num_queries(17):
        kari.client.get(place(world, meeting))
