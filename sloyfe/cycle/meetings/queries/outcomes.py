"""What came of a meeting's points, decisions and tasks, and what may come of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import CommonPoint, Meeting, MeetingDecision, Outcome, Point
from sloyfe.cycle.meetings.queries.decisions import decisions
from sloyfe.cycle.meetings.queries.points import Gathered
from sloyfe.cycle.meetings.scripts import Output
from sloyfe.cycle.needs.queries.thread import finding_link, need_link
from sloyfe.cycle.networks.queries.turns import work_url
from sloyfe.cycle.partnership.contract import ThreadLink
from sloyfe.cycle.partnership.models import Party, PartyRole
from sloyfe.cycle.partnership.queries.rounds import own_parties, parties
from sloyfe.cycle.plan.queries.links import element_link
from sloyfe.kit.text import Text

WITH = (
    "need__place", "finding", "expectation", "work__unit__organisation", "work__unit__place", "decided", "meeting",
    "plan_element__plan__party__organisation", "plan_element__plan__party__place",
)  # fmt: skip


class Kind(StrEnum):
    """The rows that something in a meeting may become; the value is the column of an outcome."""

    NEED = "need"
    FINDING = "finding"
    EXPECTATION = "expectation"
    WORK = "work"
    DECIDED = "decided"
    PLAN_ELEMENT = "plan_element"


# What is asked for in a phase says what its points most often become.
NATURAL: Mapping[str, Kind] = {
    Output.NEEDS: Kind.NEED,
    Output.FINDINGS: Kind.FINDING,
    Output.STORY: Kind.FINDING,
    Output.EXPECTATIONS: Kind.EXPECTATION,
    Output.TASKS: Kind.WORK,
    Output.DECISIONS: Kind.DECIDED,
}


@dataclass(frozen=True)
class Source:
    """Something that may be taken further: its words, and the column of an outcome that names it."""

    key: UUID
    words: Text
    columns: Mapping[str, Point | CommonPoint | MeetingDecision]


@dataclass(frozen=True)
class Became:
    """What came of something: a link, and the outcome that may be undone."""

    outcome: Outcome
    link: ThreadLink

    @property
    def words(self) -> str:
        """What the meeting said, in its own words."""
        row, language = self.outcome, get_language() or "nb"
        said = row.common or row.point or row.task
        return said.words if said else row.decision.what.read(language) if row.decision else ""


def source(meeting: Meeting, found: Gathered, key: UUID) -> Source | None:
    """A point, a common point or a decision of this meeting."""
    language = get_language() or "nb"
    for common in found.common:
        if common.pk == key:
            return Source(key, Text.of(**{language: common.words}, source=language), {"common": common})
    for point in found.single:
        if point.pk == key:
            return Source(key, Text.of(**{language: point.words}, source=language), {"point": point})
    decision = next((each for each in decisions(meeting) if each.pk == key), None)
    return Source(key, decision.what, {"decision": decision}) if decision else None


def natural_kinds(option: Point | CommonPoint) -> list[Kind]:
    """What the phases of a point ask for."""
    points = [option] if isinstance(option, Point) else [part.point for part in option.parts.all()]
    return list(dict.fromkeys(NATURAL[point.phase.output] for point in points if point.phase.output in NATURAL))


def came_of_options(meeting: Meeting) -> dict[UUID, list[Became]]:
    """What has come of each point and decision, by its key; points that are part of a common one count there."""
    found: dict[UUID, list[Became]] = {}
    for each in Outcome.objects.filter(meeting=meeting).select_related(*WITH, "point__merge"):
        key = each.common_id or each.decision_id or each.task_id
        if each.point:
            key = each.point.merge.common_id if hasattr(each.point, "merge") else each.point.pk
        if key:
            found.setdefault(key, []).append(Became(each, link_of(each, meeting.space)))
    return found


def came_of_meeting(meeting: Meeting) -> list[Became]:
    """Everything that came of it, with the words of what it came of."""
    rows = Outcome.objects.filter(meeting=meeting).select_related(*WITH, "point", "common", "decision", "task")
    return [Became(each, link_of(each, meeting.space)) for each in rows]


def outcome(meeting: Meeting, key: UUID) -> Outcome | None:
    """One of them."""
    return Outcome.objects.filter(meeting=meeting, pk=key).select_related(*WITH).first()


def link_of(row: Outcome, space: Space) -> ThreadLink:
    """The row that came of it, with its address."""
    slug, language = space.slug or "", get_language() or "nb"
    if row.need:
        return need_link(row.need, slug)
    if row.finding:
        return finding_link(row.finding, slug)
    if row.plan_element:
        return element_link(row.plan_element, space)
    if row.work:
        return ThreadLink(_("Mellomarbeid"), row.work.unit.organisation.name, work_url(row.work, slug))
    if row.expectation:
        words = row.expectation.words.read(language)
        return ThreadLink(_("Avklart forventning"), words, reverse("partnership:expectations", args=[slug]))
    what = row.decided.what.read(language) if row.decided else ""
    return ThreadLink(_("Beslutning"), what, reverse("meetings:decisions", args=[slug, row.meeting_id]))


def units_of(meeting: Meeting) -> list[Party]:
    """The units that meet; all of them where the whole network does."""
    places = {place.pk for place in meeting.places.all()}
    return [unit for unit in parties(meeting.space, PartyRole.UNIT) if not places or unit.place_id in places]


def places_for(kind: Kind, visit: Visit, meeting: Meeting, met: Sequence[Party] | None = None) -> list[Space | None]:
    """Where a need or a finding may be recorded by this person; none is the whole network."""
    at_unit, at_root = {
        Kind.NEED: (Can.NEED_WORD, Can.NEED_MERGE),
        Kind.FINDING: (Can.FINDING_RECORD, Can.FINDING_RECORD),
    }[kind]
    met = units_of(meeting) if met is None else met
    units: list[Space | None] = [unit.place for unit in met if visit.may(at_unit, unit.place)]
    whole: Iterable[Space | None] = [None] if not meeting.places.all() and visit.may(at_root) else []
    return [*units, *whole]


def may_kinds(visit: Visit, meeting: Meeting) -> list[Kind]:
    """What this person may let something become."""
    met = units_of(meeting)
    found = [kind for kind in (Kind.NEED, Kind.FINDING) if places_for(kind, visit, meeting, met)]
    if visit.may(Can.EXPECTATION_STATE) and own_parties(visit):
        found.append(Kind.EXPECTATION)
    if met:
        found.append(Kind.WORK)
    return [*found, Kind.DECIDED]


@dataclass(frozen=True)
class Further:
    """An option, what it naturally becomes and what it may become besides, and what has come of it."""

    key: UUID
    words: str
    first: list[Kind]
    others: list[Kind]
    became: list[Became]


def further(visit: Visit, meeting: Meeting, found: Gathered) -> list[Further]:
    """Every common and single point as it may be taken further."""
    allowed, became = may_kinds(visit, meeting), came_of_options(meeting)
    rows: list[Point | CommonPoint] = [*found.common, *found.single]
    firsts = {row.pk: [kind for kind in natural_kinds(row) if kind in allowed] for row in rows}
    others = {key: [kind for kind in allowed if kind not in first] for key, first in firsts.items()}
    return [Further(row.pk, row.words, firsts[row.pk], others[row.pk], became.get(row.pk, [])) for row in rows]
