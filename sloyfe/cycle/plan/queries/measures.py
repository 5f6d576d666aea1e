"""Measures of the network and of units."""

from uuid import UUID

from django.db.models import F, Prefetch

from sloyfe.access.models import Space
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.plan.models import Goal, Measure

WITH = ("responsible_person", "responsible_party__organisation", "space", "unit")


def measures(this_round: Round, unit: Party | None = None) -> list[Measure]:
    """The network's measures, or those that a unit added for itself, by date."""
    rows = _of(this_round).filter(removal=None, unit=unit).select_related(*WITH).prefetch_related(_standing_goals())
    return list(rows.order_by(F("starts").asc(nulls_last=True), "written_at"))


def removed_measures(this_round: Round, unit: Party | None = None) -> list[Measure]:
    """Measures that were taken out and can be put back."""
    rows = _of(this_round).filter(removal__isnull=False, unit=unit)
    return list(rows.select_related("removal__by").order_by("removal__at"))


def measure(space: Space, key: UUID, unit: Party | None = None) -> Measure | None:
    """One measure of the network, or of this unit."""
    rows = Measure.objects.in_space(space).filter(pk=key, unit=unit).select_related(*WITH, "round", "removal")
    return rows.prefetch_related(_standing_goals()).first()


def _of(this_round: Round) -> ScopedQuerySet[Measure]:
    return Measure.objects.in_space(this_round.space).filter(round=this_round)


def _standing_goals() -> "Prefetch[str]":
    return Prefetch("goals", Goal.objects.bounded().filter(removal=None).select_related("priority__need"))
