"""The red thread through the plan: finding → need → priority → goal → measure."""

from dataclasses import dataclass

from django.db.models import Prefetch

from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Evidence, Finding, Merge, Need, Priority
from sloyfe.cycle.needs.queries.findings import may_see
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


def strands(this_round: Round, visit: Visit) -> list[Strand]:
    """The thread of the round, one strand a priority, with the findings that this person may see."""
    rows = Priority.objects.in_space(this_round.space).filter(round=this_round).select_related("need")
    found = rows.order_by("rank").prefetch_related(*_evidence("need__"))
    here = goals(this_round)
    return [
        Strand(
            each, each.need, findings_behind(each.need, visit), [goal for goal in here if goal.priority_id == each.pk]
        )
        for each in found
    ]


def findings_behind(need: Need, visit: Visit) -> list[Finding]:
    """What the network need and the unit needs in it build on, as far as this person may see it."""
    grounds = [*need.evidence.all(), *(each for merge in need.parts.all() for each in merge.part.evidence.all())]
    seen = {each.finding_id: each.finding for each in grounds}
    return [finding for finding in seen.values() if may_see(visit, finding)]


def need_with_grounds(priority: Priority) -> Need:
    """The need of a priority with everything `findings_behind` asks for."""
    return Need.objects.bounded().prefetch_related(*_evidence("")).get(pk=priority.need_id)


def _evidence(prefix: str) -> tuple["Prefetch[str]", "Prefetch[str]"]:
    grounds = Evidence.objects.select_related("finding__place__opening")
    parts = Merge.objects.select_related("part").prefetch_related(Prefetch("part__evidence", grounds))
    return Prefetch(f"{prefix}evidence", grounds), Prefetch(f"{prefix}parts", parts)
