"""The owners' plans with their twelve elements, and the plans of two units that differ."""

from typing import Any

from sloyfe.cycle.plan.actions import unit_plans
from sloyfe.cycle.plan.actions.development_group import add_member
from sloyfe.cycle.plan.actions.end_products import describe_product
from sloyfe.cycle.plan.actions.measures import plan_measure
from sloyfe.cycle.plan.actions.owner_plans import answer_element, begin_plan
from sloyfe.cycle.plan.models import Element, OwnerPlan
from sloyfe.site.demo.material import Told, text
from sloyfe.site.demo.plan import Goals, Measures
from sloyfe.site.demo.stage import Stage

Elements = dict[str, Element]


def answer_owners(stage: Stage) -> Elements:
    """Each owner begins a plan; the coordinator's owner answers everything."""
    first: Elements = {}
    answers = (*stage.entries("element_answer"), *stage.entries("element_answer_of"))
    for nth, owner in enumerate(stage.entries("owner")):
        key, by = owner["key"], stage.people[stage.told["owners"][owner["key"]]]
        plan = begin_plan(stage.this_round, stage.parties[key], by=by, at=stage.at("09-28", 9))
        elements = {row.key: row for row in plan.elements.all()}
        for entry in answers:
            if entry["owner"] == key:
                _answer(stage, elements[entry["element"]], entry)
        if nth == 0:
            first = elements
            _group_and_products(stage, plan)
    return first


def write_unit_plans(stage: Stage, elements: Elements, measures: Measures, goals: Goals) -> None:
    """What a unit adds and changes; one leader has confirmed, the other has not yet."""
    for entry in stage.entries("unit_plan"):
        by, at, party = stage.leader(entry["unit"]), stage.at("10-19"), stage.parties[entry["unit"]]
        for told in entry["adapted"]:
            subject = elements[told["element"]] if "element" in told else measures[told["measure"]]
            how, words = told["how"], text(told)
            unit_plans.adapt(stage.this_round, party, subject, version=1, how=how, words=words, by=by, at=at)
        for told in entry["measure"]:
            _own_measure(stage, entry["unit"], told, goals)
        for told in entry["step"]:
            said: dict[str, Any] = {name: text(told[name]) for name in ("what", "whom", "way")}
            said |= {name: stage.day(told[name]) for name in ("starts", "ends")}
            unit_plans.plan_competence(stage.this_round, party, by=by, at=at, **said)
        if entry["confirmed"]:
            unit_plans.confirm(stage.this_round, party, by=by, at=stage.at(entry["confirmed"]))


def _answer(stage: Stage, row: Element, entry: Told) -> None:
    told = stage.told["elements"]
    by = stage.people[stage.told["owners"][entry["owner"]]]
    said: dict[str, Any] = {
        "answer": text(entry, source=stage.organisations[entry["owner"]].language),
        "responsible_person": by,
        "freedom": "own" if entry["element"] in told["own"] else "common",
        "ticked": told["ticked"].get(entry["element"], []),
    }
    answer_element(row, version=row.version, by=by, at=stage.at("09-29", 14), **said)


def _group_and_products(stage: Stage, plan: OwnerPlan) -> None:
    by = stage.coordinator
    for nth, entry in enumerate(stage.entries("member")):
        person = stage.people[entry["person"]]
        at = stage.at("09-28", 10, nth)
        add_member(plan, name=person.name, represents=entry["represents"], person=person, by=by, at=at)
    products = {row.made_for: row for row in plan.products.all()}
    for entry in stage.entries("product"):
        row = products[entry["made_for"]]
        describe_product(
            row,
            version=row.version,
            what=text(entry),
            due=stage.day(entry["due"]),
            responsible_person=stage.people[entry["person"]],
            by=by,
            at=stage.at("09-30", 15),
        )


def _own_measure(stage: Stage, unit: str, told: Told, goals: Goals) -> None:
    plan_measure(
        stage.this_round,
        goals=[goals[told["goal"]]],
        unit=stage.parties[unit],
        title=text(told),
        starts=stage.day(told["starts"]),
        ends=stage.day(told["ends"]),
        responsible_person=stage.people[told["person"]],
        by=stage.leader(unit),
        at=stage.at("10-19", 12),
    )
