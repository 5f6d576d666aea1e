"""The plan at a glance: the red thread, requirements and choices, and the year."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.needs.models import Evidence, Finding, Merge
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.cycle.plan.tests.conftest import Thread, network_need, plan_measure, set_goal
from sloyfe.kit.text import Text

PAGES = ["plan/", "plan/mal/", "plan/tiltak/", "plan/krav/", "plan/ar/2026/"]
QUERIES = {"plan/": 10, "plan/mal/": 9, "plan/tiltak/": 7, "plan/krav/": 8, "plan/ar/2026/": 6}


@pytest.mark.parametrize("page", PAGES)
def test_everyone_with_a_seat_reads_the_plan(world: World, nils: Member, measure: Measure, page: str):
    assert nils.client.get(world.url(page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_for_an_outsider_there_is_no_plan(world: World, ute: Member, page: str):
    assert ute.client.get(world.url(page)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_plan_can_be_opened(world: World, kari: Member, page: str):
    assert kari.client.get(world.url(page)).status_code == 200


def test_the_thread_is_shown_from_finding_to_measure(world: World, nils: Member, thread: Thread, measure: Measure):
    page = nils.client.get(world.url("plan/")).text

    places = [page.index(words) for words in ("Lek for alle", "Samtalar på uteplassen", "Alle har noen", "Lekegrupper")]
    assert places == sorted(places)


def test_a_measure_whose_goal_was_taken_out_is_pointed_out(world: World, kari: Member, measure: Measure):
    kari.client.post(world.url(f"plan/mal/{measure.goals.get().pk}/fjerning/"))

    [loose] = kari.client.get(world.url("plan/")).context["loose"]
    assert loose.url == world.url(f"plan/tiltak/{measure.pk}/")


def test_a_measure_that_serves_a_standing_goal_too_is_not_loose(
    world: World, kari: Member, thread: Thread, measure: Measure
):
    taken_out = measure.goals.get()
    measure.goals.add(set_goal(world, thread, kari.person, "Alle tør å bli med"))
    kari.client.post(world.url(f"plan/mal/{taken_out.pk}/fjerning/"))

    assert kari.client.get(world.url("plan/")).context["loose"] == []


def test_what_a_unit_s_need_builds_on_is_shown_once_with_the_need_it_went_into(
    world: World, kari: Member, thread: Thread
):
    part = network_need(world, kari.person, "Barna trenger noen å være med")
    Merge.objects.create(into=thread.need, part=part, by=kari.person, at=NOW)
    alike = ("space", "round", "place", "kind", "theme", "recorded_by", "recorded_at")
    said = {name: getattr(thread.finding, name) for name in alike}
    story = Finding.objects.create(**said, title=Text.of(nb="Benken"))
    for finding in (thread.finding, story):
        Evidence.objects.create(need=part, finding=finding)

    first = kari.client.get(world.url("plan/")).context["strands"][0]
    assert [each.title for each in first.findings] == ["Samtaler på uteplassen", "Benken"]


@pytest.mark.parametrize("page", ["plan/", "plan/mal/{goal}/"])
def test_what_a_unit_found_is_not_shown_to_others(world: World, siri: Member, ola: Member, goal: Goal, page: str):
    finding = goal.priority.need.evidence.get().finding
    finding.place = world.school.place
    finding.save()
    url = world.url(page.format(goal=goal.pk))

    assert "Samtaler på uteplassen" in ola.client.get(url).text
    assert "Samtaler på uteplassen" not in siri.client.get(url).text


def test_a_measure_without_a_goal_is_pointed_out(world: World, kari: Member, thread: Thread):
    plan_measure(world, kari.person, words="Løst tiltak")

    assert "Løst tiltak" in kari.client.get(world.url("plan/")).text


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("page", PAGES)
def test_three_strands_cost_no_more_queries_than_one(
    world: World, kari: Member, thread: Thread, page: str, django_assert_num_queries
):
    add_strand(world, kari, thread)
    with django_assert_num_queries(QUERIES[page]):
        kari.client.get(world.url(page))
    add_strand(world, kari, thread)
    add_strand(world, kari, thread)

    with django_assert_num_queries(QUERIES[page]):
        kari.client.get(world.url(page))


def add_strand(world: World, kari: Member, thread: Thread):
    plan_measure(world, kari.person, set_goal(world, thread, kari.person))


def test_requirements_and_choices_are_two_lists(world: World, nils: Member, kari: Member, goal: Goal):
    plan_measure(world, kari.person, goal, "Bindende")
    plan_measure(world, kari.person, goal, "Valgfritt", freedom="own")

    page = nils.client.get(world.url("plan/krav/")).text
    common, own = page.index('id="felles"'), page.index('id="valg"')

    assert common < page.index("Bindende") < own < page.index("Valgfritt")


def test_the_year_shows_a_measure_in_each_of_its_months(world: World, kari: Member, measure: Measure):
    page = kari.client.get(world.url("plan/ar/2026/")).text

    assert page.count(">Lekegrupper<") == 3
    assert "begynner 15. september" in page


def test_a_measure_without_dates_is_listed_below_the_year(world: World, kari: Member, goal: Goal):
    plan_measure(world, kari.person, goal, "Udatert", starts=None, ends=None)

    page = kari.client.get(world.url("plan/ar/2026/")).text

    assert page.index("Uten dato") < page.index("Udatert")


def test_without_a_year_one_lands_in_the_year_of_the_round(world: World, kari: Member):
    assert kari.client.get(world.url("plan/ar/")).headers["Location"] == world.url("plan/ar/2026/")


def test_a_year_that_nobody_means_is_not_there(world: World, kari: Member):
    assert kari.client.get(world.url("plan/ar/1/")).status_code == 404


def test_the_pages_speak_nynorsk(world: World, nils: Member, measure: Measure):
    page = nils.client.get(world.url("plan/krav/")).text

    assert '<html lang="nn"' in page
    assert "Eininga vel sjølv" in page
    assert Text.of(nb="Lekegrupper").read("nn") in page
