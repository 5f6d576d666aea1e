"""Measures: who does what, from when to when, for which goals."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan.actions.changes import rewritten, topic
from sloyfe.cycle.plan.models import Goal, Measure, MeasureRemoval
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class EndsBeforeItStarts(Refusal):
    """Days in the wrong order."""

    sentence = _("Tiltaket slutter før det begynner. Se på datoene.")


class GoalElsewhere(Refusal):
    """A measure serves goals of its own round."""

    sentence = _("Et tiltak kan bare høre til mål i samme runde.")


@transaction.atomic
def plan_measure(
    this_round: Round, *, goals: Sequence[Goal], by: Person, at: datetime, unit: Party | None = None, **said: Any
) -> Measure:
    """Put a measure in the plan of the network, or, with `unit`, in that unit's own."""
    _check(this_round.pk, goals, said.get("starts"), said.get("ends"))
    measure = Measure.objects.create(space=this_round.space, round=this_round, unit=unit, written_at=at, **said)
    measure.goals.set(goals)
    _noted("measure.planned", measure, by, at)
    return measure


@transaction.atomic
def change_measure(
    measure: Measure, *, version: int, goals: Sequence[Goal], by: Person, at: datetime, **said: Any
) -> None:
    """Write the measure anew."""
    _check(measure.round_id, goals, said.get("starts"), said.get("ends"))
    save_version(measure, version=version, **rewritten(measure, said))
    measure.goals.set(goals)
    _noted("measure.changed", measure, by, at)


@transaction.atomic
def remove_measure(measure: Measure, *, by: Person, at: datetime) -> None:
    """Take the measure out of the plan."""
    MeasureRemoval.objects.get_or_create(measure=measure, defaults={"by": by, "at": at})
    _noted("measure.removed", measure, by, at)


@transaction.atomic
def restore_measure(measure: Measure, *, by: Person, at: datetime) -> None:
    """Put the measure back."""
    MeasureRemoval.objects.filter(measure=measure).delete()
    _noted("measure.restored", measure, by, at)


def _check(round_key: object, goals: Sequence[Goal], starts: date | None, ends: date | None) -> None:
    if starts and ends and ends < starts:
        raise EndsBeforeItStarts
    if any(goal.round_id != round_key for goal in goals):
        raise GoalElsewhere


def _noted(act: str, measure: Measure, by: Person, at: datetime) -> None:
    audit.record(act=act, about=measure, by=by, at=at, space=measure.space)
    announce(topic(measure.round_id))
