"""What a table takes home, objections that wait, and good experiences before hard ones."""

from uuid import uuid4

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.phases import leave_out
from sloyfe.cycle.meetings.models import Door, Naming, Objection, TableTask
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.cycle.meetings.tests.test_points import go_to, lay
from sloyfe.cycle.networks.models import BetweenWork
from sloyfe.cycle.partnership.tests.asking import asks

TASK = "Prøv makkerpar i to uker"
DOUBT = "Vi har ikke folk nok"


def opened(world: World, by: Member, method: str) -> Door:
    places = [world.school.place, world.kindergarten.place]
    meeting = staff_meeting(world, by, method=method, places=places)
    return doors.open_door(meeting, naming=Naming.NAME, by=by.person, at=NOW)


def come_from(door: Door, name: str, place: object) -> Client:
    browser = Client()
    browser.post(f"/m/{door.code}/", {"name": name, "place": str(place)})
    return browser


@pytest.fixture
def conference(world: World, ola: Member) -> Door:
    return opened(world, ola, "dialogkonferanse")


@pytest.fixture
def tables(world: World, conference: Door, ola: Member) -> dict[str, list[Client]]:
    """Two from each unit, at home in room 4."""
    people = {
        "school": [come_from(conference, f"Skole {n}", world.school.place_id) for n in range(2)],
        "kindergarten": [come_from(conference, f"Barnehage {n}", world.kindergarten.place_id) for n in range(2)],
    }
    go_to(conference.meeting, "room-3", ola)
    go_to(conference.meeting, "room-4-task", ola)
    return people


def say(browser: Client, door: Door, **said: str) -> int:
    plain = {"words": TASK, "who": "Alle på 3. trinn", "due": "2026-10-01", "bring": "En fortelling"}
    return browser.post(f"/m/{door.code}/oppgaver/", {**plain, **said}).status_code


def page(browser: Client, door: Door) -> str:
    return " ".join(browser.get(f"/m/{door.code}/").text.split())


def test_each_home_table_words_its_task_and_only_that_table_sees_it(conference: Door, tables: dict[str, list[Client]]):
    say(tables["school"][0], conference)

    assert TASK in page(tables["school"][1], conference)
    assert TASK not in page(tables["kindergarten"][0], conference)


def test_one_press_puts_the_task_among_the_units_work_and_one_takes_it_back(
    world: World, conference: Door, tables: dict[str, list[Client]], ola: Member
):
    say(tables["school"][0], conference)
    task = TableTask.objects.get()
    url = world.url(f"moter/{conference.meeting_id}/oppgaver/")
    for _twice in range(2):
        ola.client.post(f"{url}{task.pk}/mellomarbeid/")

    work = BetweenWork.objects.in_space(world.space).get()
    assert (work.unit, work.title.read("nb"), str(work.due)) == (world.school, TASK, "2026-10-01")
    assert (work.with_whom.read("nb"), work.bring.read("nb")) == ("Alle på 3. trinn", "En fortelling")
    assert "Står i mellomarbeidet til" in ola.client.get(url).text
    removal = f"/m/{conference.code}/oppgaver/{task.pk}/fjerning/"
    assert tables["school"][0].post(removal).status_code == 409

    ola.client.post(world.url(f"moter/{conference.meeting_id}/utfall/{task.outcome.pk}/tilbaketrekking/"))
    assert not BetweenWork.objects.in_space(world.space).exists()
    assert tables["school"][1].post(removal).status_code == 302


def test_the_same_press_twice_is_one_task(conference: Door, tables: dict[str, list[Client]]):
    name = str(uuid4())
    for _twice in range(2):
        say(tables["school"][0], conference, name=name)

    assert TableTask.objects.count() == 1


def test_staff_do_not_put_tasks_among_the_units_work(
    world: World, conference: Door, tables: dict[str, list[Client]], nils: Member
):
    say(tables["school"][0], conference)
    url = world.url(f"moter/{conference.meeting_id}/oppgaver/")

    assert nils.client.get(url).status_code == 403
    assert nils.client.post(f"{url}{TableTask.objects.get().pk}/mellomarbeid/").status_code == 403


def test_a_task_that_comes_when_the_meeting_has_moved_on_is_neither_kept_nor_lost(
    conference: Door, tables: dict[str, list[Client]], ola: Member
):
    go_to(conference.meeting, "room-4-plenary", ola)
    answer = tables["school"][0].post(f"/m/{conference.code}/oppgaver/", {"words": TASK})

    assert answer.status_code == 409
    assert TASK in answer.text


@pytest.fixture
def learning(world: World, ola: Member) -> Door:
    return opened(world, ola, "laerende-mote")


@pytest.fixture
def room(world: World, learning: Door, ola: Member) -> list[Client]:
    """Three at one table, where ideas are gathered."""
    people = [come_from(learning, f"Deltaker {n}", world.school.place_id) for n in range(3)]
    go_to(learning.meeting, "good", ola)
    return people


def park(browser: Client, door: Door, **said: str) -> int:
    return browser.post(f"/m/{door.code}/innvendinger/", {"words": DOUBT, **said}).status_code


def test_an_objection_waits_until_ideas_are_gathered_and_then_the_table_sees_it(
    world: World, learning: Door, room: list[Client], ola: Member
):
    park(room[0], learning)
    url = world.url(f"moter/{learning.meeting_id}/punkter/")
    assert DOUBT in page(room[0], learning)
    assert DOUBT not in page(room[1], learning)
    assert DOUBT not in ola.client.get(url).text
    assert "1 innvending er parkert" in ola.client.get(url).text

    go_to(learning.meeting, "hard", ola)
    assert all(DOUBT in page(browser, learning) for browser in room)
    assert DOUBT in ola.client.get(url).text


def test_nothing_kept_tells_whose_objection_it_is_and_only_its_author_takes_it_back(learning: Door, room: list[Client]):
    name = str(uuid4())
    for _twice in range(2):
        park(room[0], learning, name=name)
    objection = Objection.objects.get()
    assert {field.name for field in Objection._meta.fields} == {"id", "group", "phase", "words", "mark"}

    url = f"/m/{learning.code}/innvendinger/{objection.pk}/fjerning/"
    assert room[1].post(url).status_code == 409
    assert room[0].post(url).status_code == 302
    assert not Objection.objects.exists()


def test_where_ideas_are_not_gathered_nothing_is_parked(learning: Door, room: list[Client], ola: Member):
    go_to(learning.meeting, "hard", ola)

    assert park(room[0], learning) == 409
    assert not Objection.objects.exists()


def test_good_experiences_come_before_hard_ones_and_whoever_leads_is_only_told(world: World, ola: Member):
    door = opened(world, ola, "laerende-mote")
    browser = come_from(door, "Nina", world.school.place_id)
    come_in(door, "Selma")
    go_to(door.meeting, "last-trial", ola)
    go_to(door.meeting, "hard", ola)
    control = ola.client.get(world.url(f"moter/{door.meeting_id}/styring/")).text
    assert "Vi begynner med det som går bra" in page(browser, door)
    assert "Legg ett punkt på bordet" not in page(browser, door)
    assert "er ikke tatt ennå" in control

    leave_out(door.meeting.phases.get(key="good"), by=ola.person, at=NOW)
    assert "Vi begynner med det som går bra" not in page(browser, door)


def test_after_the_good_ones_the_hard_ones_are_open(learning: Door, room: list[Client], ola: Member):
    go_to(learning.meeting, "hard", ola)

    assert "Vi begynner med det som går bra" not in page(room[0], learning)
    assert lay(room[0], learning) == 302


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_tasks_asks_the_same_however_many_there_are(
    world: World, conference: Door, tables: dict[str, list[Client]], ola: Member, rows: int
):
    for row in range(rows):
        say(tables["school"][0], conference, words=f"Oppgave {row}")
    with asks(9):
        ola.client.get(world.url(f"moter/{conference.meeting_id}/oppgaver/"))
