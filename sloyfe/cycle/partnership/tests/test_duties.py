"""Tasks, dates and hours are written once and shown where the agreement needs them."""

from datetime import date

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.partnership.actions import duties as actions
from sloyfe.cycle.partnership.models import Agreement, Task, UnitTime, YearWheelDate
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text

DUE = date(2026, 10, 1)


def make_task(world: World, by: Member, what: str = "Kalle inn", person: Member | None = None) -> Task:
    return actions.add_task(
        world.round,
        what=Text.of(nb=what),
        party=world.school,
        person=person.person if person else None,
        due=DUE,
        source="roles",
        by=by.person,
        at=NOW,
    )


def make_date(world: World, by: Member, title: str = "Samling 1") -> YearWheelDate:
    return actions.add_date(
        world.round, on=DUE, until=None, kind="gathering", title=Text.of(nb=title), by=by.person, at=NOW
    )


def test_a_task_is_written_once_and_shows_in_section_five(
    world: World, agreement: Agreement, kari: Member, nils: Member
):
    form = {"what_nb": "Kalle inn", "due": "2026-10-01", "party": str(world.school.pk), "person": str(nils.person.pk)}
    kari.client.post(world.url("oppgaver/"), form)

    assert Task.objects.in_space(world.space).get().source == "roles"
    page = nils.client.get(world.url("avtale/punkt/roles/"))
    assert "Kalle inn" in page.text
    assert "1. oktober 2026" in page.text


def test_the_one_it_was_given_to_says_when_it_is_done_and_undoes_it(
    world: World, kari: Member, nils: Member, siri: Member
):
    task = make_task(world, kari, person=nils)
    url = world.url(f"oppgaver/{task.pk}/status/")
    assert siri.client.post(url, {"done": "1"}).status_code == 403
    nils.client.post(url, {"done": "1"})
    assert hasattr(Task.objects.in_space(world.space).get(), "done")

    nils.client.post(url, {"reopen": "1"})

    assert not hasattr(Task.objects.in_space(world.space).get(), "done")
    assert nils.client.post(url, {"remove": "1"}).status_code == 403


def test_a_task_is_changed_and_a_stale_change_shows_both_texts(world: World, kari: Member, ola: Member):
    task = make_task(world, kari)
    form = {"what_nb": "Kalle inn alle", "due": "2026-10-02", "party": str(world.school.pk), "version": "1"}
    ola.client.post(world.url(f"oppgaver/{task.pk}/"), form)
    page = kari.client.post(world.url(f"oppgaver/{task.pk}/"), {**form, "what_nb": "Ringe rundt"})

    assert page.status_code == 409
    assert "Ringe" in page.text
    task.refresh_from_db()
    assert task.what.read("nb") == "Kalle inn alle"


def test_those_without_the_right_see_tasks_and_give_none(world: World, nils: Member, ute: Member):
    assert nils.client.get(world.url("oppgaver/")).status_code == 200
    assert nils.client.post(world.url("oppgaver/"), {}).status_code == 403
    assert ute.client.get(world.url("oppgaver/")).status_code == 404


def test_a_date_is_written_changed_and_taken_out(world: World, agreement: Agreement, kari: Member, ola: Member):
    url = world.url("datoer/")
    form = {"title_nb": "Mellomarbeid 1", "kind": "between", "on": "2026-10-01", "until": "2026-11-01"}
    kari.client.post(url, form)
    row = YearWheelDate.objects.in_space(world.space).get()
    assert "1. oktober 2026 – 1. november 2026" in ola.client.get(world.url("avtale/punkt/progress/")).text

    kari.client.post(f"{url}{row.pk}/", {**form, "title_nb": "Mellomarbeid to", "version": "1"})
    assert "Mellomarbeid to" in ola.client.get(url).text
    assert ola.client.post(f"{url}{row.pk}/", {"remove": "1"}).status_code == 403

    kari.client.post(f"{url}{row.pk}/", {"remove": "1"})
    assert "Ingen datoer ennå" in ola.client.get(url).text


def test_a_stretch_of_days_runs_forward(world: World, kari: Member):
    form = {"title_nb": "Bakvendt", "kind": "between", "on": "2026-10-01", "until": "2026-09-01"}
    page = kari.client.post(world.url("datoer/"), form)

    assert (page.status_code, "før startdatoen" in page.text, "Bakvendt" in page.text) == (422, True, True)


def test_a_leader_says_what_the_unit_has_set_aside(world: World, agreement: Agreement, ola: Member, siri: Member):
    url = world.url("tid/")
    assert world.kindergarten.organisation.name in ola.client.get(url).text
    form = {"party": str(world.school.pk), "hours": "6", "remark": "Onsdager"}
    ola.client.post(url, form)
    ola.client.post(url, {**form, "hours": "8"})

    assert UnitTime.objects.in_space(world.space).get().hours_a_month == 8
    assert "Onsdager" in siri.client.get(world.url("avtale/punkt/time_and_resources/")).text
    assert siri.client.post(url, form).status_code == 403
    refused = ola.client.post(url, {**form, "party": str(world.kindergarten.pk)})
    assert refused.status_code == 422


def test_an_owner_sets_no_hours_aside_as_a_unit(world: World, kari: Member):
    with pytest.raises(actions.NotAUnit):
        actions.set_unit_time(world.round, world.owner, hours=3, remark="", by=kari.person, at=NOW)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_ask_the_same_questions_whatever_their_length(world: World, kari: Member, rows: int):
    for number in range(rows):
        make_task(world, kari, f"Oppgave {number}")
        make_date(world, kari, f"Samling {number}")

    with asks(7):
        kari.client.get(world.url("oppgaver/"))
    with asks(5):
        kari.client.get(world.url("datoer/"))
