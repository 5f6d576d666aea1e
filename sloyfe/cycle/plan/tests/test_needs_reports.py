"""Goals and measures are carried down into the needs report."""

from conftest import NOW, Member, World
from sloyfe.cycle.needs.actions.reports import answer_field, begin_report
from sloyfe.cycle.needs.models import NeedsReport
from sloyfe.cycle.plan.actions.needs_reports import NothingToFill
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.kit.text import Text


def begun(world: World, kari: Member) -> NeedsReport:
    by = kari.person
    return begin_report(
        world.round, world.owner, county="Vestfold", year=2027, due_on=None, own_share_percent=None, by=by, at=NOW
    )


def said(report: NeedsReport, field: str) -> str:
    return str(report.answers.get(field=field).words)


def test_goals_and_measures_fill_the_fields_that_are_empty(world: World, kari: Member, goal: Goal, measure: Measure):
    report = begun(world, kari)
    answer_field(report.answers.get(field="goals"), Text.of(nb="Våre ord."), version=1, by=kari.person, at=NOW)
    kari.client.post(world.url("plan/behovsmelding/"))

    assert said(report, "goals") == "Våre ord."
    assert str(measure.title) in said(report, "activities")


def test_without_an_empty_field_there_is_a_sentence(world: World, kari: Member, goal: Goal):
    page = kari.client.post(world.url("plan/behovsmelding/"))

    assert page.status_code == 409
    assert str(NothingToFill.sentence) in page.text


def test_leaders_and_outsiders_do_not_write_the_report(world: World, ola: Member, ute: Member):
    assert ola.client.post(world.url("plan/behovsmelding/")).status_code == 403
    assert ute.client.post(world.url("plan/behovsmelding/")).status_code == 404
