"""Everything in the order it happened, in one transaction."""

from datetime import date
from random import Random

from django.db import transaction

from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Dispatch, Letter, Person
from sloyfe.site.demo import (
    agreement,
    findings,
    meetings,
    needs,
    organisations,
    outside,
    own_plans,
    packages,
    partnership,
    people,
    plan,
    surveys,
)
from sloyfe.site.demo.material import merged
from sloyfe.site.demo.stage import Stage, school_year
from sloyfe.surveys.models import Wave

SEED = 20200814
OURS = ("demo", "demo_partnership", "demo_survey", "demo_needs", "demo_plan", "demo_meetings")


class NotEmpty(Refusal):
    """A demo never mixes with people's own data."""

    sentence = "The database holds people already; the demo is only loaded into an empty one."


@transaction.atomic
def load(today: date) -> Stage:
    """Fill an empty database with the demo network, and with another that must stay out of sight."""
    if Person.objects.exists():
        raise NotEmpty
    dice = Random(SEED)  # noqa: S311 - the same dice every time, on purpose
    stage = Stage(merged(*OURS), school_year(today), today, dice)
    _come_together(stage)
    wave = _ask(stage)
    outside.read_in(stage)
    merged_needs = _find_needs(stage, wave)
    _plan(stage, merged_needs)
    _agree(stage)
    packages.read_in(stage)
    meetings.hold_and_plan(stage)
    _load_elsewhere(Stage(merged("demo_elsewhere"), stage.year, today, dice))
    _send_letters()
    return stage


def _come_together(stage: Stage, *, elsewhere: bool = False) -> None:
    operator = partnership.operator(stage)
    people.meet_people(stage, elsewhere=elsewhere)
    organisations.add_organisations(stage, by=operator)
    partnership.make(stage, by=operator)
    partnership.bring_parties_in(stage)
    partnership.give_seats(stage, elsewhere=elsewhere)
    people.employ_staff(stage)
    partnership.give_resource_seats(stage)


def _ask(stage: Stage) -> Wave:
    wave = surveys.ask_the_staff(stage)
    surveys.screen_and_share(stage, wave)
    surveys.ask_the_leaders(stage)
    surveys.plan_next_time(stage, wave)
    return wave


def _find_needs(stage: Stage, wave: Wave) -> needs.Needs:
    seen = findings.record(stage, wave)
    findings.hold_meetings(stage)
    merged = needs.merge(stage, needs.word_unit_needs(stage, seen), seen)
    needs.prioritise(stage, merged)
    return merged


def _plan(stage: Stage, merged_needs: needs.Needs) -> None:
    goals = plan.set_goals(stage, merged_needs)
    measures = plan.plan_measures(stage, goals)
    elements = own_plans.answer_owners(stage)
    own_plans.write_unit_plans(stage, elements, measures, goals)
    plan.report_needs(stage)


def _agree(stage: Stage) -> None:
    agreement.set_dates_and_tasks(stage)
    partnership.talk_expectations_through(stage)
    partnership.record_involvement(stage)
    agreement.set_hours(stage)
    version = agreement.write_agreement(stage)
    agreement.pass_the_gate(stage)
    agreement.sign_by_all(stage, version)
    agreement.begin_amendment(stage)


def _load_elsewhere(stage: Stage) -> None:
    """A network that has come less far: its points are being given now."""
    _come_together(stage, elsewhere=True)
    outside.read_in(stage)
    agreement.set_dates_and_tasks(stage)
    partnership.talk_expectations_through(stage)
    partnership.record_involvement(stage)
    wave = surveys.ask_the_staff(stage)
    seen = findings.record(stage, wave)
    needs.merge(stage, needs.word_unit_needs(stage, seen), seen)
    needs.open_points(stage, closes="+14")


def _send_letters() -> None:
    """The letters of the past have been sent, or the worker would send them today."""
    waiting = Letter.objects.filter(dispatch=None)
    Dispatch.objects.bulk_create(
        Dispatch(letter=letter, begun_at=letter.written_at, outcome="sent") for letter in waiting
    )
