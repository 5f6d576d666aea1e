"""What the plan gives the whole: how far it has come, whose turn it is, and what is left before the start."""

from datetime import date

import pytest

from conftest import NOW, TODAY, Member, World
from sloyfe.access import queries as access
from sloyfe.cycle.partnership.contract import Glance, State
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.cycle.plan.actions import goals, owner_plans, unit_plans
from sloyfe.cycle.plan.models import Goal, Measure, OwnerPlan
from sloyfe.cycle.plan.station import STATION
from sloyfe.cycle.plan.tests.conftest import WORDS, Thread, plan_measure


def glance(world: World, who: Member) -> Glance:
    visit = access.visit(who.person, world.space.slug or "", on=TODAY)
    assert visit
    return STATION.glance(reading(world.round), visit)


def turns(world: World, who: Member) -> list[str]:
    return [str(turn.title) for turn in glance(world, who).turns]


def open_checks(world: World) -> dict[str, str]:
    return {check.key: str(check.detail) for check in STATION.checks(reading(world.round)) if not check.met}


def answer_all(plan: OwnerPlan, by: Member) -> None:
    for element in plan.elements.all():
        owner_plans.answer_element(element, version=1, answer=WORDS, by=by.person, at=NOW)


def test_a_plan_is_not_started_under_way_and_done(world: World, kari: Member, thread: Thread):
    assert glance(world, kari).summary.state == State.NOT_STARTED
    plan = owner_plans.begin_plan(world.round, world.owner, by=kari.person, at=NOW)
    assert glance(world, kari).summary.state == State.UNDER_WAY

    answer_all(plan, kari)
    goal = goals.set_goal(world.round, priority=thread.priority, kind="effect", wording=WORDS, by=kari.person, at=NOW)
    goals.leave_unmeasured(goal, version=1, reason=WORDS, by=kari.person, at=NOW)
    plan_measure(world, kari.person, goal)
    summary = glance(world, kari).summary
    assert (summary.state, str(summary.line)) == (State.DONE, "1 mål og 1 tiltak")


def test_the_owner_is_told_what_is_left_in_the_plan(world: World, kari: Member, goal: Goal):
    assert turns(world, kari) == [f"Begynn på eiers plan: {world.owner.organisation.name}"]
    plan = owner_plans.begin_plan(world.round, world.owner, by=kari.person, at=NOW)
    plan_measure(world, kari.person, goal, starts=None)

    assert turns(world, kari) == [
        f"12 punkter i eiers plan er ikke besvart: {world.owner.organisation.name}",
        "1 tiltak mangler ansvarlig eller datoer",
    ]
    answer_all(plan, kari)
    assert turns(world, kari) == ["1 tiltak mangler ansvarlig eller datoer"]


def test_the_leader_is_asked_to_confirm_once_there_is_something_to_adapt(
    world: World, ola: Member, goal: Goal, kari: Member
):
    assert turns(world, ola) == []
    plan_measure(world, kari.person, goal)
    assert turns(world, ola) == [f"Tilpass og bekreft planen for {world.school.organisation.name}"]

    unit_plans.confirm(world.round, world.school, by=ola.person, at=NOW)
    assert turns(world, ola) == []


@pytest.mark.usefixtures("measure")
def test_staff_and_partners_have_no_turn_here(world: World, nils: Member, siri: Member):
    assert turns(world, nils) + turns(world, siri) == []


def test_before_the_start_goals_measures_and_owners_answers_must_be_there(world: World, kari: Member, goal: Goal):
    assert set(open_checks(world)) == {"goals_with_signs", "measures_owned", "owner_plan_answered"}
    assert "tidsramme, støtte fra eier, evaluering" in open_checks(world)["owner_plan_answered"]

    goals.leave_unmeasured(goal, version=1, reason=WORDS, by=kari.person, at=NOW)
    plan_measure(world, kari.person, goal)
    answer_all(owner_plans.begin_plan(world.round, world.owner, by=kari.person, at=NOW), kari)
    assert open_checks(world) == {}


def test_an_unsettled_goal_or_measure_keeps_the_gate_open(world: World, kari: Member, goal: Goal):
    plan_measure(world, kari.person, goal, responsible_person=None)

    left = open_checks(world)
    assert left["goals_with_signs"].startswith("1 ")
    assert left["measures_owned"].startswith("1 ")


def test_the_days_of_measures_are_events(world: World, measure: Measure):
    events = STATION.events(world.round)

    assert [(each.on, each.title) for each in events] == [
        (date(2026, 9, 15), "Lekegrupper begynner"),
        (date(2026, 11, 20), "Lekegrupper slutter"),
    ]


def test_the_thread_runs_from_priority_over_goal_to_measure_and_back(world: World, thread: Thread, measure: Measure):
    goal = measure.goals.get()

    def titles(links) -> list[str]:
        return [link.title for link in links]

    assert titles(STATION.came_of(thread.priority.pk, world.round)) == ["Alle har noen å leke med"]
    assert titles(STATION.came_of(goal.pk, world.round)) == ["Lekegrupper"]
    assert titles(STATION.came_from(measure.pk, world.round)) == ["Alle har noen å leke med"]
    assert titles(STATION.came_from(goal.pk, world.round)) == ["Lek for alle"]


def test_every_table_that_holds_names_says_how_long_it_is_kept():
    kept = {rule.model for rule in STATION.retention}

    assert {"plan.OwnerPlan", "plan.DevelopmentGroupMember", "plan.OwnerTemplate"} <= kept
