"""Goals: word them, say which signs to look for, and settle how they are measured."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.needs.models import Priority
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.actions.changes import rewritten, topic
from sloyfe.cycle.plan.models import (
    Baseline,
    Goal,
    GoalRemoval,
    Indicator,
    NotMeasured,
    Sign,
    SignRemoval,
)
from sloyfe.cycle.plan.queries.indicators import StartFigure
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class NotOfThisRound(Refusal):
    """A goal comes from a priority of its own round."""

    sentence = _("Denne prioriteringen hører til en annen runde.")


@transaction.atomic
def set_goal(this_round: Round, *, priority: Priority, kind: str, wording: Text, by: Person, at: datetime) -> Goal:
    """Say what we want to see, because of a priority."""
    if priority.round_id != this_round.pk:
        raise NotOfThisRound
    goal = Goal.objects.create(
        space=this_round.space, round=this_round, priority=priority, kind=kind, wording=wording, written_at=at
    )
    _noted("goal.set", goal, goal, by, at)
    return goal


@transaction.atomic
def reword_goal(goal: Goal, *, version: int, by: Person, at: datetime, **changes: Any) -> None:
    """Write the goal anew."""
    save_version(goal, version=version, **rewritten(goal, changes))
    _noted("goal.reworded", goal, goal, by, at)


@transaction.atomic
def remove_goal(goal: Goal, *, by: Person, at: datetime) -> None:
    """Take the goal out of the plan."""
    GoalRemoval.objects.get_or_create(goal=goal, defaults={"by": by, "at": at})
    _noted("goal.removed", goal, goal, by, at)


@transaction.atomic
def restore_goal(goal: Goal, *, by: Person, at: datetime) -> None:
    """Put the goal back."""
    GoalRemoval.objects.filter(goal=goal).delete()
    _noted("goal.restored", goal, goal, by, at)


@transaction.atomic
def add_sign(goal: Goal, *, words: Text, by: Person, at: datetime) -> Sign:
    """Name something one can see or hear when the goal is near."""
    sign = Sign.objects.create(goal=goal, words=words, written_at=at)
    _noted("sign.added", sign, goal, by, at)
    return sign


@transaction.atomic
def reword_sign(sign: Sign, *, version: int, words: Text, by: Person, at: datetime) -> None:
    """Write the sign anew."""
    save_version(sign, version=version, **rewritten(sign, {"words": words}))
    _noted("sign.reworded", sign, sign.goal, by, at)


@transaction.atomic
def remove_sign(sign: Sign, *, by: Person, at: datetime) -> None:
    """No longer look for this sign."""
    SignRemoval.objects.get_or_create(sign=sign, defaults={"by": by, "at": at})
    _noted("sign.removed", sign, sign.goal, by, at)


@transaction.atomic
def restore_sign(sign: Sign, *, by: Person, at: datetime) -> None:
    """Look for this sign again."""
    SignRemoval.objects.filter(sign=sign).delete()
    _noted("sign.restored", sign, sign.goal, by, at)


@transaction.atomic
def measure_goal(
    goal: Goal, *, version: int, instrument: str, item: str, wording: Text, by: Person, at: datetime
) -> Indicator:
    """Follow the goal by one survey item, asked again word for word."""
    indicator, _made = Indicator.objects.in_space(goal.space).get_or_create(
        space=goal.space, instrument=instrument, item=item, defaults={"wording": wording}
    )
    save_version(goal, version=version, indicator=indicator)
    NotMeasured.objects.filter(goal=goal).delete()
    Baseline.objects.filter(goal=goal).exclude(indicator=indicator).delete()
    _noted("goal.measured", goal, goal, by, at)
    return indicator


@transaction.atomic
def leave_unmeasured(goal: Goal, *, version: int, reason: Text, by: Person, at: datetime) -> NotMeasured:
    """Say in so many words that the goal is not measured, and why."""
    save_version(goal, version=version, indicator=None)
    Baseline.objects.filter(goal=goal).delete()
    record, _made = NotMeasured.objects.update_or_create(goal=goal, defaults={"reason": reason, "by": by, "at": at})
    _noted("goal.left_unmeasured", goal, goal, by, at)
    return record


class NothingToMeasureWith(Refusal):
    """A baseline belongs to an indicator."""

    sentence = _("Velg først hvilket spørsmål målet følges med.")


class NothingReleased(Refusal):
    """Figures come from a closed survey."""

    sentence = _("Undersøkelsen er ikke lukket ennå, så det finnes ikke noe tall å begynne fra.")


@transaction.atomic
def record_baseline(goal: Goal, start: StartFigure | None, *, by: Person, at: datetime) -> Baseline:
    """Keep where the indicator stood before we began, as it was released; hidden stays hidden."""
    if goal.indicator is None:
        raise NothingToMeasureWith
    if start is None:
        raise NothingReleased
    figure = {"indicator": goal.indicator, "mean": start.mean, "answers": start.answers, "source": start.source}
    baseline, _made = Baseline.objects.update_or_create(goal=goal, defaults={**figure, "by": by, "at": at})
    _noted("goal.baseline_recorded", goal, goal, by, at)
    return baseline


def _noted(act: str, about: Goal | Sign, goal: Goal, by: Person, at: datetime) -> None:
    audit.record(act=act, about=about, by=by, at=at, space=goal.space)
    announce(topic(goal.round_id))
