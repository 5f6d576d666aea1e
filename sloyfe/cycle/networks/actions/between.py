"""Taking work home, saying how far it has come, and taking it out again."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.networks.models import (
    BetweenBeginning,
    BetweenCompletion,
    BetweenRemoval,
    BetweenReturn,
    BetweenWork,
    Step,
)
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan.actions.changes import rewritten
from sloyfe.cycle.plan.models import Goal
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.live.announce import announce
from sloyfe.people.models import Person

ROWS: dict[Step, type[BetweenBeginning | BetweenCompletion | BetweenReturn]] = {
    Step.BEGUN: BetweenBeginning,
    Step.DONE: BetweenCompletion,
    Step.BROUGHT_BACK: BetweenReturn,
}


class GoalElsewhere(Refusal):
    """Work serves a goal of its own round."""

    sentence = _("Målet hører ikke til denne runden. Velg et annet.")
    status = 422


class AlreadyBegun(Refusal):
    """What a unit has begun is not taken back from above."""

    sentence = _("Enheten er i gang med mellomarbeidet, så det blir stående.")


@transaction.atomic
def take_on(
    this_round: Round, unit: Party, *, by: Person, at: datetime, goal: Goal | None = None, **said: Any
) -> BetweenWork:
    """Something that the unit does before the next gathering."""
    _check(this_round, goal)
    work = BetweenWork.objects.create(
        space=this_round.space, round=this_round, unit=unit, goal=goal, written_at=at, **said
    )
    _noted("between.taken_on", work, by, at)
    return work


@transaction.atomic
def change_work(work: BetweenWork, *, version: int, by: Person, at: datetime, goal: Goal | None, **said: Any) -> None:
    """Write it anew."""
    _check(work.round, goal)
    save_version(work, version=version, goal=goal, **rewritten(work, said))
    _noted("between.changed", work, by, at)


@transaction.atomic
def note_step(work: BetweenWork, step: Step, words: Text, *, by: Person, at: datetime) -> None:
    """It has come as far as this, and no further; an earlier step is the undo."""
    order = list(Step)
    for each, model in ROWS.items():
        if order.index(each) > order.index(step):
            model.objects.filter(work=work).delete()
        elif each != Step.BROUGHT_BACK:
            model.objects.get_or_create(work=work, defaults={"by": by, "at": at})
    if step == Step.BROUGHT_BACK:
        BetweenReturn.objects.update_or_create(
            work=work, defaults={"words": words}, create_defaults={"words": words, "by": by, "at": at}
        )
    _noted(f"between.{step}", work, by, at)


@transaction.atomic
def remove_work(work: BetweenWork, *, by: Person, at: datetime) -> None:
    """It is not to be done after all."""
    BetweenRemoval.objects.get_or_create(work=work, defaults={"by": by, "at": at})
    _noted("between.removed", work, by, at)


@transaction.atomic
def restore_work(work: BetweenWork, *, by: Person, at: datetime) -> None:
    """It is to be done all the same."""
    BetweenRemoval.objects.filter(work=work).delete()
    _noted("between.restored", work, by, at)


@transaction.atomic
def withdraw_unused(work: BetweenWork, *, by: Person, at: datetime) -> None:
    """Undo of taking it on, as long as the unit has done nothing with it."""
    now = BetweenWork.objects.in_space(work.space).get(pk=work.pk)
    if now.step != Step.PLANNED or now.version != 1:
        raise AlreadyBegun
    _noted("between.withdrawn", now, by, at)
    BetweenWork.objects.in_space(now.space).filter(pk=now.pk).delete()


def _check(this_round: Round, goal: Goal | None) -> None:
    if goal is not None and goal.round_id != this_round.pk:
        raise GoalElsewhere


def _noted(act: str, work: BetweenWork, by: Person, at: datetime) -> None:
    audit.record(act=act, about=work, by=by, at=at, space=work.space)
    announce(f"between:{work.round_id}")
