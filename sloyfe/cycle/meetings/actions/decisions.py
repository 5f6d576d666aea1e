"""Deciding in a meeting, and putting what was decided in the plan."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.actions.meetings import BadPress, noted
from sloyfe.cycle.meetings.models import Meeting, MeetingDecision
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan.actions.measures import plan_measure
from sloyfe.cycle.plan.models import Freedom
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class InThePlan(Refusal):
    """What stands in the plan is changed there."""

    sentence = _("Beslutningen står i planen. Endre den eller ta den ut der.")


@transaction.atomic
def decide(meeting: Meeting, *, by: Person, at: datetime, name: UUID | None = None, **said: Any) -> MeetingDecision:
    """Keep who does what by when; sent twice, it is there once."""
    said |= {"meeting": meeting, "by": by, "at": at}
    decision, made = MeetingDecision.objects.get_or_create(pk=name or uuid4(), defaults=said)
    if decision.meeting_id != meeting.pk:
        raise BadPress
    if made:
        noted("meeting.decided", meeting, by, at)
    return decision


@transaction.atomic
def undo(decision: MeetingDecision, *, by: Person, at: datetime) -> None:
    """It was not decided after all."""
    if decision.measure_id:
        raise InThePlan
    noted("meeting.decision_undone", decision.meeting, by, at)
    decision.delete()


@transaction.atomic
def put_in_plan(decision: MeetingDecision, unit: Party | None, *, by: Person, at: datetime) -> None:
    """A measure of the network, or of the unit that met; asked twice, it is there once."""
    demand_real(decision.meeting)
    row = MeetingDecision.objects.select_for_update().get(pk=decision.pk)
    if row.measure_id:
        return
    row.measure = plan_measure(
        decision.meeting.round,
        unit=unit,
        goals=[],
        title=row.what,
        what=Text(),
        resources=Text(),
        starts=decision.meeting.on,
        ends=row.due,
        freedom=Freedom.OWN if unit else Freedom.COMMON,
        responsible_person=row.responsible_person,
        responsible_party=row.responsible_party,
        by=by,
        at=at,
    )
    row.save(update_fields=["measure"])
    noted("meeting.decision_planned", decision.meeting, by, at)
