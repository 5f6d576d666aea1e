"""The red thread through the plan: finding → need → priority → goal → measure."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import F, Prefetch

from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Evidence, Finding, Merge, Need, Priority
from sloyfe.cycle.needs.queries.findings import may_see
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Step:
    """A measure by its name."""

    pk: UUID
    title: Text


@dataclass(frozen=True)
class Aim:
    """A goal and the network's measures that serve it."""

    goal: Goal
    measures: list[Step]


@dataclass(frozen=True)
class Strand:
    """One priority, what it builds on, and what comes of it."""

    priority: UUID
    rank: int
    need: UUID
    wording: Text
    findings: list[Finding]
    aims: list[Aim]


@dataclass(frozen=True)
class Thread:
    """The strands of a round, and the measures that hang loose: no standing goal is served by them."""

    strands: list[Strand]
    loose: list[Step]


def thread(this_round: Round, visit: Visit) -> Thread:
    """The thread of the round, one strand a priority, with the findings that this person may see."""
    goals = _goals(this_round)
    serving, loose = _measures(this_round, {goal.pk for goal in goals})
    aims: defaultdict[UUID, list[Aim]] = defaultdict(list)
    for goal in goals:
        aims[goal.priority_id].append(Aim(goal, serving[goal.pk]))
    return Thread(_strands(this_round, _findings(this_round, visit), aims), loose)


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


def _strands(this_round: Round, findings: Mapping[UUID, list[Finding]], aims: Mapping[UUID, list[Aim]]) -> list[Strand]:
    """A row for each part of each priority's need, so that needs, priorities and merges are read in one go."""
    rows = Priority.objects.in_space(this_round.space).filter(round=this_round).order_by("rank", "need__parts__at")
    columns = rows.values_list("pk", "rank", "need_id", "need__wording", "need__parts__part")
    found = []
    for (pk, rank, need), parts in groupby(columns, key=lambda row: row[:3]):
        merged = list(parts)
        grounds = [each for key in (need, *(row[4] for row in merged)) for each in findings.get(key, ())]
        once = {each.pk: each for each in grounds}
        found.append(Strand(pk, rank, need, merged[0][3], list(once.values()), aims.get(pk, [])))
    return found


def _findings(this_round: Round, visit: Visit) -> dict[UUID, list[Finding]]:
    """What each need of the round builds on, as far as this person may see it."""
    rows = Finding.objects.in_space(this_round.space).filter(backs__need__round=this_round)
    shown = rows.annotate(need=F("backs__need")).select_related("place__opening").order_by("recorded_at")
    found: defaultdict[UUID, list[Finding]] = defaultdict(list)
    for each in shown.only("kind", "title", "place__path", "place__shielded", "place__opening__place"):
        if may_see(visit, each):
            found[each.need].append(each)
    return found


def _goals(this_round: Round) -> list[Goal]:
    rows = Goal.objects.in_space(this_round.space).filter(round=this_round, removal=None)
    shown = rows.select_related("not_measured").order_by("priority__rank", "kind", "written_at")
    return list(shown.only("priority_id", "kind", "wording", "indicator_id", "not_measured__goal"))


def _measures(this_round: Round, standing: Collection[UUID]) -> tuple[Mapping[UUID, list[Step]], list[Step]]:
    """The measures of each standing goal by date, and those without one, where the undated come last."""
    rows = Measure.objects.in_space(this_round.space).filter(round=this_round, removal=None, unit=None)
    pairs = list(rows.order_by("starts", "written_at").values_list("pk", "title", "starts", "goals"))
    serving: defaultdict[UUID, list[Step]] = defaultdict(list)
    for pk, title, _starts, goal in pairs:
        serving[goal].append(Step(pk, title))
    served = {pk for pk, _title, _starts, goal in pairs if goal in standing}
    undated_last = sorted(pairs, key=lambda pair: pair[2] is None)
    loose = {pk: Step(pk, title) for pk, title, _starts, _goal in undated_last if pk not in served}
    return serving, list(loose.values())
