"""The meeting in which a row of an earlier station was first said, for those who may see that meeting."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import Meeting, MeetingDecision, Outcome
from sloyfe.cycle.meetings.queries.meetings import seen_among
from sloyfe.cycle.partnership.contract import Origin, ThreadLink

COLUMNS = ("need", "finding", "expectation", "work", "plan_element")


def origins(rows: Collection[UUID], visit: Visit) -> dict[UUID, Origin]:
    """By the key of a need, a finding, an expectation, work, a measure, or an element of a plan (the last to add)."""
    said = list(_outcomes(rows, visit))
    decided = MeetingDecision.objects.filter(meeting__space=visit.space, measure__in=rows)
    planned = [(each.measure_id, each) for each in decided if each.measure_id]
    if not said and not planned:
        return {}
    seen = seen_among(visit, {row.meeting_id for _key, row in said} | {row.meeting_id for _key, row in planned})
    found = {key: _of_decision(row, seen[row.meeting_id]) for key, row in planned if row.meeting_id in seen}
    return found | {key: _of_outcome(row, seen[row.meeting_id]) for key, row in said if row.meeting_id in seen}


def _outcomes(rows: Collection[UUID], visit: Visit) -> Iterator[tuple[UUID, Outcome]]:
    named = Q()
    for column in COLUMNS:
        named |= Q(**{f"{column}__in": rows})
    outcomes = Outcome.objects.filter(named, meeting__space=visit.space)
    for row in outcomes.select_related("point__group", "common", "decision", "task__group"):
        yield next(key for column in COLUMNS if (key := getattr(row, f"{column}_id"))), row


def _of_outcome(row: Outcome, meeting: Meeting) -> Origin:
    language, link = get_language() or "nb", _link(meeting)
    if row.plan_element_id:
        return Origin(link)  # the words stand in the plan, just above
    said = row.point or row.task
    if said:
        return Origin(link, _("bord %(number)s") % {"number": said.group.number}, said.words)
    if row.common:
        return Origin(link, _("felles punkt"), row.common.words)
    return Origin(link, _("beslutning"), row.decision.what.read(language)) if row.decision else Origin(link)


def _of_decision(row: MeetingDecision, meeting: Meeting) -> Origin:
    return Origin(_link(meeting), _("beslutning"), row.what.read(get_language() or "nb"))


def _link(meeting: Meeting) -> ThreadLink:
    said = {"title": meeting.title.read(get_language() or "nb"), "day": date_format(meeting.on, "j. F Y")}
    url = reverse("meetings:meeting", args=[meeting.space.slug, meeting.pk])
    return ThreadLink(_("Møte"), _("møtet «%(title)s» %(day)s") % said, url)
