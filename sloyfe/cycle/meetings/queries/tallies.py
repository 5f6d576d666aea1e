"""How far a meeting has come, in numbers: how many are in, and how many have something down. Never who."""

from dataclasses import dataclass

from sloyfe.cycle.meetings.models import Attendee, Group, Meeting, Note, Point
from sloyfe.cycle.meetings.queries.dots import givers, takes_dots
from sloyfe.cycle.meetings.queries.groups import seated_by, seating_of
from sloyfe.cycle.meetings.queries.notes import writing_in
from sloyfe.cycle.meetings.queries.running import Standing


@dataclass(frozen=True)
class Tally:
    """`done` of `of` people or tables have something down in the phase that goes on, or beforehand."""

    inside: int
    done: int
    of: int
    points: int


def tally(meeting: Meeting, now: Standing) -> Tally:
    """The numbers of this instant."""
    inside = Attendee.objects.filter(meeting=meeting).count()
    if now.phase and takes_dots(now.phase):
        return Tally(inside, givers(now.phase), inside, 0)
    writing = writing_in(meeting, now)
    if writing:
        return Tally(inside, Note.objects.filter(phase=writing).count(), inside, 0)
    if now.phase is None:
        return Tally(inside, 0, inside, 0)
    forming = seated_by(meeting, now.phase)
    seating = seating_of(forming) if forming else None
    points = Point.objects.filter(phase=now.phase)
    agreed = points.filter(agreement__isnull=False).values("group").distinct().count()
    return Tally(inside, agreed, Group.objects.filter(seating=seating).count() if seating else 0, points.count())
