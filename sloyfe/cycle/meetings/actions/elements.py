"""Agreeing on what is to be said about an element, and taking it into an owner's plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.actions.meetings import BadPress, noted
from sloyfe.cycle.meetings.actions.points import NotOnTheTable
from sloyfe.cycle.meetings.models import (
    CommonPoint,
    Meeting,
    MeetingDecision,
    MeetingElement,
    Outcome,
    Point,
    PointMerge,
)
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan.actions.additions import add_to_element
from sloyfe.cycle.plan.actions.owner_plans import begin_plan
from sloyfe.cycle.plan.models import Element
from sloyfe.cycle.plan.queries.owner_plans import owner_plan
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


@dataclass(frozen=True)
class Taking:
    """Something that all agreed on, and the element of the plan that it goes to."""

    source: CommonPoint | MeetingDecision
    key: str


@transaction.atomic
def agree_on(
    element: MeetingElement,
    words: str,
    *,
    language: str,
    points: Sequence[Point],
    by: Person,
    at: datetime,
    name: UUID | None = None,
) -> CommonPoint:
    """What all agree to say about the element, and the tables' points it builds on; sent twice, it is there once."""
    meeting = element.meeting
    said = {"meeting": meeting, "element": element, "words": words, "language": language, "by": by, "at": at}
    common, made = CommonPoint.objects.get_or_create(pk=name or uuid4(), defaults=said)
    if common.meeting_id != meeting.pk:
        raise BadPress
    if not made:
        return common
    if any(not point.is_agreed or hasattr(point, "merge") for point in points):
        raise NotOnTheTable
    PointMerge.objects.bulk_create(PointMerge(point=point, common=common) for point in points)
    noted("meeting.point_noted", meeting, by, at)
    return common


@transaction.atomic
def take_into_plan(meeting: Meeting, owner: Party, takings: Sequence[Taking], *, by: Person, at: datetime) -> int:
    """Add each to the owner's plan, which is begun if there is none; what stands in it already is not taken twice."""
    demand_real(meeting)
    Meeting.with_rehearsals.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
    plan = owner_plan(meeting.round, owner) or begin_plan(meeting.round, owner, by=by, at=at)
    taken = 0
    for each in takings:
        columns = _columns(each.source)
        if Outcome.objects.filter(meeting=meeting, plan_element__plan=plan, **columns).exists():
            continue
        element = Element.objects.select_related("responsible_person", "responsible_party").get(plan=plan, key=each.key)
        added = add_to_element(element, **_words(each.source, element), by=by, at=at)
        Outcome.objects.create(meeting=meeting, plan_element=element, added=added, by=by, at=at, **columns)
        taken += 1
    if taken:
        noted("meeting.taken_into_plan", meeting, by, at)
    return taken


def _columns(source: CommonPoint | MeetingDecision) -> Mapping[str, Any]:
    return {"common": source} if isinstance(source, CommonPoint) else {"decision": source}


def _words(source: CommonPoint | MeetingDecision, element: Element) -> dict[str, Any]:
    """A wording is our answer in its language; a decision is one, with who and when where the plan names none."""
    if isinstance(source, CommonPoint):
        language = source.language or "nb"
        return {"answer": Text.of(**{language: source.words}, source=language)}
    said: dict[str, Any] = {"decision": source.what}
    free = element.responsible_key in ("", source.responsible_key) and element.due in (None, source.due)
    if not free:
        named = {language: _named(words, source, language) for language, words in source.what.entries.items()}
        said["decision"] = Text.of(**named, source=source.what.source)
        return said
    who = {name: getattr(source, name) for name in ("responsible_person", "responsible_party")}
    return said | who | {"due": source.due}


def _named(words: str, decision: MeetingDecision, language: str) -> str:
    """Another answers for the element already: who and when are said in the words."""
    with override(language):
        facts = [decision.responsible, _until(decision.due) if decision.due else ""]
        told = ", ".join(fact for fact in facts if fact)
        return f"{words} ({told})" if told else words


def _until(day: date) -> str:
    return _("innen %(day)s") % {"day": date_format(day, "j. F Y")}
