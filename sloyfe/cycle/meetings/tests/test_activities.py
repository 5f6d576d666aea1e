"""From an activity of a package to a meeting: its task, its phases, its elements, and a link both ways."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions.imports import carry_out, keep_file
from sloyfe.cycle.competence.markup.packages import Readers
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.meetings.actions.copying import copy_meeting
from sloyfe.cycle.meetings.actions.rehearsals import rehearse
from sloyfe.cycle.meetings.models import Meeting, MeetingActivity, MeetingElement
from sloyfe.cycle.meetings.tests.making import THURSDAY, phases_of, staff_meeting

OWNERS = """nb: E 2.1 Plan for året|nn: E 2.1 Plan for året

[udir-leader]

For eiere

[udir-goals]

Mål

Dere skal

  • lage en plan sammen
[udir-task] Aktivitet

Bruk [IGP](alene, gruppe, plenum). Hva skal planen handle om for dere som eier skolene og barnehagene?

[udir-reveal]
Det planen kan inneholde
Emne Spørsmål
Tidsramme Hvor lenge skal vi holde på med dette arbeidet?
Nettverk Hvem møtes, og hvem hjelper dem som ikke har tid?
Vafler Hvem steker dem når vi ikke er der selv?
[udir-leader]

For eigarar

[udir-goals]

Mål

De skal

  • lage ein plan saman
[udir-task] Aktivitet

Bruk [IGP](åleine, gruppe, plenum). Kva skal planen handle om for dykk som eig skulane og barnehagane?

[udir-reveal]
Det planen kan innehalde
Emne Spørsmål
Tidsramme Kor lenge skal vi halde på med dette arbeidet?
Nettverk Kven møtest, og kven hjelper dei som ikkje har tid?
Vaflar Kven steikjer dei når vi ikkje er der sjølve?
"""
UNITS = """nb: 1.2 Lek|nn: 1.2 Leik

[udir-task] Oppgave

Snakk sammen om hva dere så. Hva gjør barna når ingen voksne ser dem ute?
[udir-task] Oppgåve

Snakk saman om kva de såg. Kva gjer barna når ingen vaksne ser dei ute?
"""


def page_of(world: World, by: Member, text: str, readers: Readers = Readers.EVERYONE) -> Page:
    """The page of a package that holds this text alone."""
    carry_out(keep_file(world.space, text.encode(), "side.txt", by=by.person, at=NOW), at=NOW)
    row = Page.objects.in_space(world.space).latest("version__package__added_at", "version__number")
    Page.objects.in_space(world.space).filter(pk=row.pk).update(readers=readers.value)
    row.refresh_from_db()
    return row


@pytest.fixture
def owners_page(world: World, kari: Member) -> Page:
    return page_of(world, kari, OWNERS, Readers.OWNERS)


def making(world: World, page: Page) -> str:
    return world.url(f"nytt-mote/aktivitet/{page.pk}/")


def reading(world: World, page: Page) -> str:
    return world.url(f"pakker/{page.version.package_id}/sider/{page.pk}/")


def said(**changes: Any) -> dict[str, Any]:
    plain = {"on": THURSDAY.isoformat(), "starts": "09:00", "title_nb": "Eiermøte", "title_nn": "Eigarmøte"}
    texts = {"question_nb": "", "question_nn": "", "preparation_nb": "Les.", "preparation_nn": "Les."}
    minutes = {"minutes_alone": 5, "minutes_group": 40, "minutes_plenary": 30, "minutes_decide": 10}
    return {**plain, **texts, **minutes, "elements": ["0", "1", "2"], **changes}


def made(world: World) -> Meeting:
    return Meeting.objects.in_space(world.space).get()


def begin(world: World, who: Member, page: Page, **changes: Any) -> int:
    return who.client.post(making(world, page), said(**changes)).status_code


def test_the_page_leads_to_a_form_that_is_filled_in_already(world: World, kari: Member, owners_page: Page):
    assert making(world, owners_page) in kari.client.get(reading(world, owners_page)).text

    form = kari.client.get(making(world, owners_page)).context["form"]
    assert form["title"].value().read("nn") == "Aktivitet"
    assert form["question"].value().read("nn").startswith("Kva skal planen handle om")
    preparation = form["preparation"].value().read("nn")
    assert preparation.startswith("De skal\n– lage ein plan saman")
    assert "IGP: åleine, gruppe, plenum" in preparation
    assert [label for _key, label in form.fields["elements"].choices] == ["Tidsramme", "Nettverk", "Vafler"]


def test_the_meeting_has_the_phases_and_elements_that_were_taken(world: World, kari: Member, owners_page: Page):
    assert begin(world, kari, owners_page, elements=["0", "2"], minutes_decide="") == 302

    meeting = made(world)
    assert phases_of(meeting) == ["alone", "group", "plenary"]
    alone, group, plenary = meeting.standing
    assert (alone.minutes, group.minutes) == (5, 40)
    assert (alone.form, "beforehand" in alone.rules, alone.material) == ("individual", True, "preparation")
    assert group.task.read("nn").startswith("Kva skal planen handle om")
    assert plenary.output == "elements"
    elements = MeetingElement.objects.filter(meeting=meeting)
    assert [(each.heading.read("nn"), each.plan_key) for each in elements] == [
        ("Tidsramme", "time_frame"),
        ("Vaflar", ""),
    ]
    assert elements[1].questions.read("nb") == "Hvem steker dem når vi ikke er der selv?"


def test_the_page_tells_of_its_meetings_and_the_meeting_of_its_page(world: World, kari: Member, owners_page: Page):
    begin(world, kari, owners_page)
    meeting = made(world)

    assert "Eiermøte" in kari.client.get(reading(world, owners_page)).text
    assert reading(world, owners_page) in kari.client.get(world.url(f"moter/{meeting.pk}/")).text


def test_a_later_version_of_the_page_tells_of_the_same_meetings(world: World, kari: Member, owners_page: Page):
    begin(world, kari, owners_page)
    later = page_of(world, kari, OWNERS.replace("lage en plan", "bli enige om en plan"), Readers.OWNERS)

    assert later.version.number == 2
    assert "Eiermøte" in kari.client.get(reading(world, later)).text
    assert kari.client.get(making(world, owners_page)).context["on_page"].page == later


def test_without_a_phase_it_is_no_meeting_and_nothing_typed_is_lost(world: World, kari: Member, owners_page: Page):
    none = {f"minutes_{key}": "" for key in ("alone", "group", "plenary", "decide")}
    answer = kari.client.post(making(world, owners_page), said(**none))

    assert answer.status_code == 422
    assert "Eiermøte" in answer.text
    assert not Meeting.objects.in_space(world.space).exists()


def test_an_activity_of_units_becomes_a_meeting_of_the_unit(world: World, kari: Member, ola: Member, nils: Member):
    page = page_of(world, kari, UNITS)
    assert making(world, page) in ola.client.get(reading(world, page)).text
    assert making(world, page) not in nils.client.get(reading(world, page)).text
    begin(world, ola, page, places=[str(world.school.place_id)])

    meeting = made(world)
    assert list(meeting.places.all()) == [world.school.place]
    assert phases_of(meeting) == ["alone", "group", "plenary", "decide"]
    assert meeting.standing[1].task.read("nn").startswith("Kva gjer barna når ingen vaksne ser dei ute?")
    assert [phase.output for phase in meeting.standing] == ["notes", "points", "merged", "decisions"]
    assert "Eigarmøte" in nils.client.get(reading(world, page)).text


def test_who_may_not_read_the_page_makes_no_meeting_of_it(
    world: World, ola: Member, nils: Member, ute: Member, owners_page: Page
):
    answers = [who.client.get(making(world, owners_page)).status_code for who in (ola, nils, ute)]
    assert answers == [404, 403, 404]
    assert ola.client.get(world.url(f"nytt-mote/aktivitet/{UUID(int=1)}/")).status_code == 404


def test_a_page_without_a_task_leads_to_no_meeting(world: World, kari: Member):
    page = page_of(world, kari, "Bare tekst\n\nHer står det bare noe om lek, og ikke hva noen skal gjøre.\n")

    assert making(world, page) not in kari.client.get(reading(world, page)).text
    assert kari.client.get(making(world, page)).status_code == 404


def test_a_form_that_is_sent_twice_makes_one_meeting(world: World, kari: Member, siri: Member, owners_page: Page):
    sent = [kari.client.post(making(world, owners_page), said()).headers["Location"] for _time in range(2)]
    assert sent[0] == sent[1]
    assert phases_of(made(world)) == ["alone", "group", "plenary", "decide"]

    begin(world, kari, owners_page, starts="10:00")
    begin(world, siri, owners_page)
    assert Meeting.objects.in_space(world.space).count() == 3


def test_a_copy_and_a_rehearsal_work_through_the_same(world: World, kari: Member, owners_page: Page):
    begin(world, kari, owners_page)
    meeting = made(world)
    facts = {"on": THURSDAY, "starts": meeting.starts, "title": meeting.title}
    copies = [
        copy_meeting(meeting, by=kari.person, at=NOW, places=[], **facts),
        rehearse(meeting, 8, by=kari.person, at=NOW),
    ]

    for each in copies:
        assert MeetingElement.objects.filter(meeting=each).count() == 3
        assert MeetingActivity.objects.get(meeting=each).page == owners_page


def test_as_many_queries_for_three_meetings_as_for_one(world: World, kari: Member, owners_page: Page):
    begin(world, kari, owners_page)
    kari.client.get(reading(world, owners_page))
    asked = []
    for expected in (1, 3):
        # The page itself is counted where it is made: here it must only not ask more for more meetings.
        with CaptureQueriesContext(connection) as queries:
            text = kari.client.get(reading(world, owners_page)).text
        assert text.count("Eiermøte") == expected
        asked.append(len(queries))
        for hour in ("10:00", "11:00"):
            begin(world, kari, owners_page, starts=hour)
    assert asked[0] == asked[1]


def test_a_meeting_without_an_activity_says_nothing_of_one(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    assert "Kom fra" not in ola.client.get(world.url(f"moter/{meeting.pk}/")).text
