"""Laying released figures on the table of a meeting, and taking them away again."""

from datetime import datetime

from django.db import transaction

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import LaidFigures, Meeting
from sloyfe.people.models import Person
from sloyfe.surveys.models import Wave


@transaction.atomic
def lay_figures(meeting: Meeting, wave: Wave, place: Space | None, *, by: Person, at: datetime) -> LaidFigures:
    """Those who are in may look at them, in this meeting and at this level."""
    said = {"wave": wave, "place": place}
    row, _made = LaidFigures.objects.update_or_create(
        meeting=meeting, defaults=said, create_defaults={**said, "by": by, "at": at}
    )
    noted("meeting.figures_laid", meeting, by, at)
    return row


@transaction.atomic
def take_figures_away(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """They lie on the table no longer."""
    LaidFigures.objects.filter(meeting=meeting).delete()
    noted("meeting.figures_taken_away", meeting, by, at)
