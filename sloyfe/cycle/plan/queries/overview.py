"""The red thread through the whole plan: finding → need → priority → goal → measure."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import F
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Finding, FindingKind, Priority
from sloyfe.cycle.needs.queries.findings import may_see
from sloyfe.cycle.partnership.contract import ThreadLink
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.models import Goal, GoalKind, Measure
from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Aim:
    """A goal, by what it is followed, and the network's measures that serve it."""

    link: ThreadLink
    indicator_id: UUID | None
    not_measured: UUID | None
    measures: list[ThreadLink]


@dataclass(frozen=True)
class Strand:
    """One priority, what it builds on, and what comes of it."""

    priority: UUID
    rank: int
    need: ThreadLink
    findings: list[ThreadLink]
    aims: list[Aim]


@dataclass(frozen=True)
class Thread:
    """The strands of a round, and the measures that hang loose: no standing goal is served by them."""

    strands: list[Strand]
    loose: list[ThreadLink]


def thread(this_round: Round, visit: Visit) -> Thread:
    """The thread of the round, one strand a priority, with the findings that this person may see."""
    rows = Goal.objects.in_space(this_round.space).filter(round=this_round, removal=None)
    columns = rows.values_list("pk", "priority_id", "kind", "wording", "indicator_id", "not_measured")
    goals = list(columns.order_by("priority__rank", "kind", "written_at"))
    serving, loose = _measures(this_round, {goal[0] for goal in goals})
    aims: defaultdict[UUID, list[Aim]] = defaultdict(list)
    for pk, priority, kind, wording, indicator, not_measured in goals:
        link = _link(GoalKind(kind).label, wording, "plan:goal", this_round, pk)
        aims[priority].append(Aim(link, indicator, not_measured, serving[pk]))
    return Thread(_strands(this_round, _findings(this_round, visit), aims), loose)


def _strands(
    this_round: Round, findings: Mapping[UUID, Mapping[UUID, ThreadLink]], aims: Mapping[UUID, list[Aim]]
) -> list[Strand]:
    """A row for each part of each priority's need, so that needs, priorities and merges are read in one go."""
    rows = Priority.objects.in_space(this_round.space).filter(round=this_round).order_by("rank", "need__parts__at")
    columns = rows.values_list("pk", "rank", "need_id", "need__wording", "need__parts__part")
    found = []
    for (pk, rank, need), parts in groupby(columns, key=lambda row: row[:3]):
        merged = list(parts)
        link = _link(_("Behov"), merged[0][3], "needs:network_need", this_round, need)
        grounds: dict[UUID, ThreadLink] = {}
        for key in (need, *(row[4] for row in merged)):
            grounds |= findings.get(key, {})
        found.append(Strand(pk, rank, link, list(grounds.values()), aims.get(pk, [])))
    return found


def _findings(this_round: Round, visit: Visit) -> Mapping[UUID, Mapping[UUID, ThreadLink]]:
    """What each need of the round builds on, as far as this person may see it."""
    rows = Finding.objects.in_space(this_round.space).filter(backs__need__round=this_round)
    shown = rows.annotate(need=F("backs__need")).select_related("place__opening").order_by("recorded_at")
    found: defaultdict[UUID, dict[UUID, ThreadLink]] = defaultdict(dict)
    for each in shown.only("kind", "title", "place__path", "place__shielded", "place__opening__place"):
        if may_see(visit, each):
            link = _link(FindingKind(each.kind).label, each.title, "needs:finding", this_round, each.pk)
            found[each.need][each.pk] = link
    return found


def _measures(
    this_round: Round, standing: Collection[UUID]
) -> tuple[Mapping[UUID, list[ThreadLink]], list[ThreadLink]]:
    """The measures of each goal by date, and those without a standing goal, where the undated come last."""
    rows = Measure.objects.in_space(this_round.space).filter(round=this_round, removal=None, unit=None)
    pairs = list(rows.order_by("starts", "written_at").values_list("pk", "title", "starts", "goals"))
    links = {pk: _link(_("Tiltak"), title, "plan:measure", this_round, pk) for pk, title, _starts, _goal in pairs}
    serving: defaultdict[UUID, list[ThreadLink]] = defaultdict(list)
    for pk, _title, _starts, goal in pairs:
        serving[goal].append(links[pk])
    served = {pk for pk, _title, _starts, goal in pairs if goal in standing}
    undated_last = sorted(pairs, key=lambda pair: pair[2] is None)
    loose = {pk: links[pk] for pk, _title, _starts, _goal in undated_last if pk not in served}
    return serving, list(loose.values())


def _link(kind: Sentence, words: Text, url_name: str, this_round: Round, key: UUID) -> ThreadLink:
    url = reverse(url_name, args=[this_round.space.slug, key])
    return ThreadLink(kind, words.read(get_language() or "nb"), url)
