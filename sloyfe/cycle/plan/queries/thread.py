"""What a goal builds on: the findings behind the need of its priority."""

from django.db.models import Prefetch

from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Evidence, Finding, Merge, Need, Priority
from sloyfe.cycle.needs.queries.findings import may_see


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
