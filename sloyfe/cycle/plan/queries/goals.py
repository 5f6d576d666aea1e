"""Goals, their signs, and the priorities they come from."""

from uuid import UUID

from django.db.models import Prefetch

from sloyfe.access.models import Space
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.cycle.needs.models import Priority
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models import Goal, Measure, Sign

WITH = ("priority__need", "indicator", "not_measured", "baseline", "space")


def goals(this_round: Round) -> list[Goal]:
    """The goals of a round in the order of their priorities, with signs and the network's measures."""
    rows = _of(this_round).filter(removal=None).order_by("priority__rank", "kind", "written_at")
    return list(rows.select_related(*WITH).prefetch_related(_standing_signs(), _network_measures()))


def removed_goals(this_round: Round) -> list[Goal]:
    """Goals that were taken out and can be put back."""
    return list(_of(this_round).filter(removal__isnull=False).select_related("removal__by").order_by("removal__at"))


def goal(space: Space, key: UUID) -> Goal | None:
    """One goal with everything its page shows."""
    rows = Goal.objects.in_space(space).select_related(*WITH, "round")
    return rows.prefetch_related(_standing_signs(), _network_measures()).filter(pk=key).first()


def removed_signs(of: Goal) -> list[Sign]:
    """Signs that were taken out and can be put back."""
    return list(of.signs.filter(removal__isnull=False))


def sign(space: Space, key: UUID) -> Sign | None:
    """One sign of a goal in this partnership."""
    goals_here = Goal.objects.in_space(space)
    return Sign.objects.filter(pk=key, goal__in=goals_here).select_related("goal__space").first()


def priorities(this_round: Round) -> list[Priority]:
    """What the round works on, in order."""
    rows = Priority.objects.in_space(this_round.space).filter(round=this_round)
    return list(rows.select_related("need").order_by("rank"))


def goal_choices(this_round: Round) -> list[Goal]:
    """The goals a measure may serve."""
    return list(_of(this_round).filter(removal=None).order_by("priority__rank", "written_at"))


def _of(this_round: Round) -> ScopedQuerySet[Goal]:
    return Goal.objects.in_space(this_round.space).filter(round=this_round)


def _standing_signs() -> "Prefetch[str]":
    return Prefetch("signs", Sign.objects.filter(removal=None))


def _network_measures() -> "Prefetch[str]":
    rows = Measure.objects.bounded().filter(removal=None, unit=None)
    return Prefetch("measures", rows.order_by("starts", "written_at"))
