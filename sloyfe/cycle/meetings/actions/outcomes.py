"""Taking what a meeting agreed on further: into needs, findings, expectations, work between gatherings, decisions."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import models, transaction

from sloyfe.cycle.meetings.actions import decisions
from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import Meeting, Outcome
from sloyfe.cycle.meetings.queries.outcomes import Kind
from sloyfe.cycle.needs.actions.findings import withdraw_finding
from sloyfe.cycle.needs.actions.needs import withdraw_need
from sloyfe.cycle.networks.actions.between import withdraw_unused
from sloyfe.cycle.partnership.actions.expectations import withdraw_agreed
from sloyfe.cycle.plan.actions.additions import take_out
from sloyfe.people.models import Person


@transaction.atomic
def take_further(
    meeting: Meeting,
    source: dict[str, Any],
    kind: Kind,
    make: Callable[[], models.Model],
    *,
    by: Person,
    at: datetime,
    **same: Any,
) -> Outcome:
    """Make the row that something becomes; pressed twice, it is there once. `same` tells apart what may be repeated."""
    demand_real(meeting)
    Meeting.with_rehearsals.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
    rows = Outcome.objects.filter(meeting=meeting, **source, **same)
    standing = rows.exclude(**{kind.value: None}).first()
    if standing:
        return standing
    outcome = Outcome.objects.create(meeting=meeting, by=by, at=at, **source, **{kind.value: make()})
    noted("meeting.taken_further", meeting, by, at)
    return outcome


@transaction.atomic
def undo(outcome: Outcome, *, by: Person, at: datetime) -> None:
    """Take back what came of it, as long as nobody has built on it."""
    meeting = outcome.meeting
    if outcome.plan_element:
        take_out(outcome.plan_element, outcome.added or {}, by=by, at=at)
        outcome.delete()
        noted("meeting.taken_back", meeting, by, at)
        return
    row = outcome.need or outcome.finding or outcome.expectation or outcome.work or outcome.decided
    withdraw: dict[str, Callable[..., None]] = {
        "Need": withdraw_need,
        "Finding": withdraw_finding,
        "Expectation": withdraw_agreed,
        "BetweenWork": withdraw_unused,
        "MeetingDecision": decisions.undo,
    }
    outcome.delete()
    withdraw[type(row).__name__](row, by=by, at=at)
    noted("meeting.taken_back", meeting, by, at)
