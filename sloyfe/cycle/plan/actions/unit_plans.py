"""A unit's plan: adapt, choose, plan competence, and stand by it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.cycle.plan.actions.changes import rewritten, topic
from sloyfe.cycle.plan.models import (
    Adaptation,
    CompetenceRemoval,
    CompetenceStep,
    Confirmation,
    Element,
    How,
    Measure,
    UnitPlan,
)
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import Row, save_version
from sloyfe.kit.text import Text
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class NotAUnit(Refusal):
    """Only a unit has a unit's plan."""

    sentence = _("Bare en enhet har en slik plan.")


class CommonToAll(Refusal):
    """A common requirement can be adapted, never swapped for something else."""

    sentence = _("Dette er et felles krav. Dere kan skrive hvordan dere gjør det hos dere, men ikke velge det bort.")


class SayHow(Refusal):
    """What differs is written down."""

    sentence = _("Skriv hva dere gjør annerledes.")


class CompetenceEndsBeforeItStarts(Refusal):
    """Days in the wrong order."""

    sentence = _("Dette slutter før det begynner. Se på datoene.")


@transaction.atomic
def adapt(
    this_round: Round,
    unit: Party,
    subject: Element | Measure,
    *,
    version: int,
    how: str,
    words: Text,
    by: Person,
    at: datetime,
) -> Adaptation:
    """Say how the unit takes one thing of its owner's plan."""
    if how == How.OWN and subject.is_common:
        raise CommonToAll
    if how != How.INHERITED and not words:
        raise SayHow
    plan = unit_plan(this_round, unit)
    named = {"element": subject} if isinstance(subject, Element) else {"measure": subject}
    row, _made = Adaptation.objects.get_or_create(plan=plan, **named)
    save_version(row, version=version, how=how, **rewritten(row, {"words": words}))
    _noted("unit_plan.adapted", row, plan, by, at)
    return row


@transaction.atomic
def confirm(this_round: Round, unit: Party, *, by: Person, at: datetime) -> Confirmation:
    """The leader stands by the plan as it is now."""
    plan = unit_plan(this_round, unit)
    confirmation, _made = Confirmation.objects.get_or_create(plan=plan, defaults={"by": by, "at": at})
    _noted("unit_plan.confirmed", confirmation, plan, by, at)
    return confirmation


@transaction.atomic
def withdraw(this_round: Round, unit: Party, *, by: Person, at: datetime) -> None:
    """The leader opens the plan again."""
    plan = unit_plan(this_round, unit)
    Confirmation.objects.filter(plan=plan).delete()
    _noted("unit_plan.withdrawn", plan, plan, by, at)


@transaction.atomic
def plan_competence(this_round: Round, unit: Party, *, by: Person, at: datetime, **said: Any) -> CompetenceStep:
    """Put a line in the unit's competence plan."""
    _check(said)
    step = CompetenceStep.objects.create(plan=unit_plan(this_round, unit), **said)
    _noted("competence.planned", step, step.plan, by, at)
    return step


@transaction.atomic
def change_competence(step: CompetenceStep, *, version: int, by: Person, at: datetime, **said: Any) -> None:
    """Write a line of the competence plan anew."""
    _check(said)
    save_version(step, version=version, **rewritten(step, said))
    _noted("competence.changed", step, step.plan, by, at)


@transaction.atomic
def remove_competence(step: CompetenceStep, *, by: Person, at: datetime) -> None:
    """Take a line out of the competence plan."""
    CompetenceRemoval.objects.get_or_create(step=step, defaults={"by": by, "at": at})
    _noted("competence.removed", step, step.plan, by, at)


@transaction.atomic
def restore_competence(step: CompetenceStep, *, by: Person, at: datetime) -> None:
    """Put a line back in the competence plan."""
    CompetenceRemoval.objects.filter(step=step).delete()
    _noted("competence.restored", step, step.plan, by, at)


def unit_plan(this_round: Round, unit: Party) -> UnitPlan:
    """The unit's plan in this round, laid out when the unit first writes in it."""
    if unit.role != PartyRole.UNIT:
        raise NotAUnit
    plan, _made = UnitPlan.objects.in_space(this_round.space).get_or_create(
        space=this_round.space, round=this_round, party=unit
    )
    return plan


def _check(said: dict[str, Any]) -> None:
    if said["ends"] < said["starts"]:
        raise CompetenceEndsBeforeItStarts


def _noted(act: str, about: Row, plan: UnitPlan, by: Person, at: datetime) -> None:
    audit.record(act=act, about=about, by=by, at=at, space=plan.space)
    announce(topic(plan.round_id))
