"""The red thread through the plan: finding → need → priority → goal → measure."""

from dataclasses import dataclass

from django.db.models import Prefetch

from sloyfe.cycle.needs.models import Evidence, Finding, Merge, Need, Priority
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.cycle.plan.queries.goals import goals


@dataclass(frozen=True)
class Strand:
    """One priority, what it builds on, and what comes of it."""

    priority: Priority
    need: Need
    findings: list[Finding]
    goals: list[Goal]

    @property
    def measures(self) -> list[Measure]:
        """Every measure of its goals, once."""
        return list({each.pk: each for goal in self.goals for each in goal.measures.all()}.values())


def strands(this_round: Round) -> list[Strand]:
    """The thread of the round, one strand a priority."""
    rows = Priority.objects.in_space(this_round.space).filter(round=this_round).select_related("need")
    evidence = Prefetch("evidence", Evidence.objects.select_related("finding"))
    parts = Prefetch("need__parts", Merge.objects.select_related("part").prefetch_related(_under("part__", evidence)))
    found = rows.order_by("rank").prefetch_related(_under("need__", evidence), parts)
    here = goals(this_round)
    return [
        Strand(each, each.need, _findings(each.need), [goal for goal in here if goal.priority_id == each.pk])
        for each in found
    ]


def _under(prefix: str, inner: "Prefetch[str]") -> "Prefetch[str]":
    return Prefetch(f"{prefix}{inner.prefetch_to}", inner.queryset)


def _findings(need: Need) -> list[Finding]:
    """What the network need and the unit needs that went into it build on."""
    grounds = [*need.evidence.all(), *(each for merge in need.parts.all() for each in merge.part.evidence.all())]
    return list({each.finding_id: each.finding for each in grounds}.values())
