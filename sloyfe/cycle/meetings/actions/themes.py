"""Saying that points do not say the same."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.actions.points import TooFew
from sloyfe.cycle.meetings.models import Meeting, Point, Unlikeness
from sloyfe.cycle.meetings.queries.themes import ordered
from sloyfe.people.models import Person


@transaction.atomic
def call_unlike(meeting: Meeting, points: Sequence[Point], *, by: Person, at: datetime) -> None:
    """No two of these say the same; said twice, it is said once."""
    if len(points) < 2:
        raise TooFew
    rows = [Unlikeness(one_id=one, other_id=other, by=by, at=at) for one, other in ordered(list(points))]
    Unlikeness.objects.bulk_create(rows, ignore_conflicts=True)
    noted("meeting.points_told_apart", meeting, by, at)


@transaction.atomic
def think_again_of_unlike(meeting: Meeting, points: Sequence[Point], *, by: Person, at: datetime) -> None:
    """They may say the same after all."""
    for one, other in ordered(list(points)):
        Unlikeness.objects.filter(one=one, other=other).delete()
    noted("meeting.points_not_told_apart", meeting, by, at)
