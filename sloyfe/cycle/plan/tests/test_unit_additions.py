"""What a unit adds to its plan: measures of its own and a competence plan."""

from datetime import date

from conftest import NOW, Member, World
from sloyfe.cycle.plan.actions import unit_plans as actions
from sloyfe.cycle.plan.models import Goal, Measure, UnitPlan
from sloyfe.cycle.plan.queries.unit_plans import unit_view
from sloyfe.cycle.plan.tests.conftest import WORDS, plan_measure, typed

COMPETENCE = {**typed("Lekens verdi", "what"), **typed("Alle", "whom"), **typed("Samtale", "way")}


def url(world: World, rest: str = "") -> str:
    return world.url(f"enheter/{world.school.place_id}/plan/{rest}")


def test_the_unit_adds_a_measure_that_others_do_not_see(world: World, ola: Member, kari: Member, goal: Goal):
    said = {**typed("Vår egen lekedag", "title"), "goals": [str(goal.pk)], "starts": "2026-10-01", "ends": "2026-10-01"}
    ola.client.post(url(world, "nytt-tiltak/"), said)

    measure = Measure.objects.in_space(world.space).get()
    assert measure.unit == world.school
    assert "Vår egen lekedag" in ola.client.get(url(world)).text
    assert "Vår egen lekedag" not in kari.client.get(world.url("plan/tiltak/")).text
    assert kari.client.get(world.url(f"plan/tiltak/{measure.pk}/")).status_code == 404


def test_the_units_measure_is_changed_taken_out_and_put_back(world: World, ola: Member, kari: Member, goal: Goal):
    measure = plan_measure(world, kari.person, goal, "Vår dag", unit=world.school)
    page = f"egne-tiltak/{measure.pk}/"
    ola.client.post(url(world, f"{page}tekst/"), {**typed("Vår uke", "title"), "version": "1"})
    assert "Vår uke" in ola.client.get(url(world, page)).text

    assert "Tatt ut: Vår uke" in ola.client.post(url(world, f"{page}fjerning/"), follow=True).text
    ola.client.post(url(world, f"{page}gjenoppretting/"))
    assert "Tatt ut" not in ola.client.get(url(world)).text


def test_competence_is_planned_changed_taken_out_and_put_back(world: World, ola: Member):
    dates = {"starts": "2026-09-01", "ends": "2026-12-01"}
    ola.client.post(url(world, "kompetanse/"), COMPETENCE | dates)
    step = unit_view(world.round, world.school).competence[0]
    page = f"kompetanse/{step.pk}/"
    ola.client.post(url(world, page), COMPETENCE | dates | {"version": "1", "ends": "2027-01-15"})
    step.refresh_from_db()
    assert step.ends == date(2027, 1, 15)

    assert "Tatt ut: Lekens verdi" in ola.client.post(url(world, f"{page}fjerning/"), follow=True).text
    ola.client.post(url(world, f"{page}gjenoppretting/"))
    assert unit_view(world.round, world.school).competence == [step]


def test_competence_with_dates_in_the_wrong_order_is_refused(world: World, ola: Member):
    page = ola.client.post(url(world, "kompetanse/"), COMPETENCE | {"starts": "2026-09-02", "ends": "2026-09-01"})

    assert page.status_code == 422
    assert page.text.count("Lekens verdi") == 2
    assert UnitPlan.objects.in_space(world.space).count() == 0


def test_the_units_year_holds_network_and_own_measures(world: World, ola: Member, kari: Member, goal: Goal):
    plan_measure(world, kari.person, goal, "Nettverkets")
    plan_measure(world, kari.person, goal, "Vårt eget", unit=world.school)

    page = ola.client.get(url(world, "ar/2026/")).text

    assert (page.count(">Nettverkets<"), page.count(">Vårt eget<")) == (3, 3)


def test_three_of_each_cost_no_more_queries_than_one(
    world: World, ola: Member, kari: Member, goal: Goal, django_assert_num_queries
):
    add_of_each(world, ola, kari, goal)
    with django_assert_num_queries(19):
        ola.client.get(url(world))
    add_of_each(world, ola, kari, goal)
    add_of_each(world, ola, kari, goal)

    with django_assert_num_queries(19):
        ola.client.get(url(world))


def add_of_each(world: World, ola: Member, kari: Member, goal: Goal):
    plan_measure(world, kari.person, goal, "Nettverkets")
    plan_measure(world, kari.person, goal, "Vårt eget", unit=world.school)
    said = {"what": WORDS, "whom": WORDS, "way": WORDS, "starts": date(2026, 9, 1), "ends": date(2026, 9, 2)}
    actions.plan_competence(world.round, world.school, by=ola.person, at=NOW, **said)
