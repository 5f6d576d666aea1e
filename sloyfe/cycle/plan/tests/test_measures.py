"""Planning measures of the network."""

from datetime import date
from decimal import Decimal

import pytest

from conftest import Member, World
from sloyfe.cycle.plan.actions import measures as actions
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.cycle.plan.tests.conftest import plan_measure, typed


def form(goal: Goal, **changes: object) -> dict[str, object]:
    return {
        **typed("Lekegrupper", "title"),
        **typed("To ganger i uka.", "what"),
        "goals": [str(goal.pk)],
        "starts": "2026-09-15",
        "ends": "2026-11-20",
        "hours": "12,5",
        "freedom": "common",
        **changes,
    }


def test_the_coordinator_plans_a_measure(world: World, kari: Member, goal: Goal):
    said = form(goal, responsible=f"person:{kari.person.pk}")
    kari.client.post(world.url("plan/nytt-tiltak/"), said)

    measure = Measure.objects.in_space(world.space).get()
    assert list(measure.goals.all()) == [goal]
    assert (measure.responsible, measure.starts, measure.hours) == ("Kari Eide", date(2026, 9, 15), Decimal("12.5"))
    assert measure.is_settled


def test_a_party_can_answer_for_a_measure(world: World, kari: Member, goal: Goal):
    kari.client.post(world.url("plan/nytt-tiltak/"), form(goal, responsible=f"party:{world.university.pk}"))

    assert Measure.objects.in_space(world.space).get().responsible == world.university.organisation.name


def test_dates_in_the_wrong_order_are_refused_and_nothing_is_lost(world: World, kari: Member, goal: Goal):
    page = kari.client.post(world.url("plan/nytt-tiltak/"), form(goal, ends="2026-09-01"))

    assert page.status_code == 422
    assert "Tiltaket slutter før det begynner." in page.text
    assert "To ganger i uka." in page.text
    assert Measure.objects.in_space(world.space).count() == 0


def test_the_action_refuses_dates_in_the_wrong_order_too(world: World, kari: Member, goal: Goal):
    with pytest.raises(actions.EndsBeforeItStarts):
        plan_measure(world, kari.person, goal, ends=date(2026, 9, 1))


def test_somebody_outside_cannot_be_made_responsible(world: World, kari: Member, ute: Member, goal: Goal):
    page = kari.client.post(world.url("plan/nytt-tiltak/"), form(goal, responsible=f"person:{ute.person.pk}"))

    assert page.status_code == 422
    assert ute.person.name not in page.text


@pytest.mark.parametrize("path", ["plan/nytt-tiltak/", "plan/tiltak/{key}/tekst/"])
def test_only_those_who_steer_plan_measures(world: World, ola: Member, ute: Member, measure: Measure, path: str):
    url = world.url(path.format(key=measure.pk))

    assert ola.client.get(url).status_code == 403
    assert ute.client.get(url).status_code == 404


@pytest.mark.parametrize("act", ["fjerning", "gjenoppretting"])
def test_a_leader_may_not_take_a_measure_out(world: World, ola: Member, ute: Member, measure: Measure, act: str):
    url = world.url(f"plan/tiltak/{measure.pk}/{act}/")

    assert (ola.client.post(url).status_code, ute.client.post(url).status_code) == (403, 404)


def test_a_measure_shows_the_thread_that_leads_to_it(world: World, nils: Member, measure: Measure):
    page = nils.client.get(world.url(f"plan/tiltak/{measure.pk}/")).text

    places = [page.index(words) for words in ("Lek for alle", "Alle har noen å leke med", "<strong>Lekegrupper")]
    assert places == sorted(places)


def test_a_measure_taken_out_can_be_put_back(world: World, kari: Member, measure: Measure):
    page = kari.client.post(world.url(f"plan/tiltak/{measure.pk}/fjerning/"), follow=True)
    assert "Angre" in page.text

    kari.client.post(world.url(f"plan/tiltak/{measure.pk}/gjenoppretting/"))
    assert "Lekegrupper" in kari.client.get(world.url("plan/tiltak/")).text


def test_of_two_who_edit_the_second_sees_both_texts(world: World, kari: Member, goal: Goal, measure: Measure):
    url = world.url(f"plan/tiltak/{measure.pk}/tekst/")
    kari.client.post(url, form(goal, version="1", **typed("Første", "title")))

    page = kari.client.post(url, form(goal, version="1", **typed("Andre", "title")))

    assert page.status_code == 409
    measure.refresh_from_db()
    assert measure.title.read("nb") == "Første"


def test_whoever_answers_for_it_stays_on_the_list_after_leaving(world: World, kari: Member, siri: Member, goal: Goal):
    measure = plan_measure(world, siri.person, goal)
    siri.person.seats.all().delete()

    page = kari.client.get(world.url(f"plan/tiltak/{measure.pk}/tekst/")).text

    assert f'<option value="person:{siri.person.pk}" selected' in page
