"""What lies on a table besides its points: tasks to take home, and objections that have been parked."""

from collections.abc import Collection, Iterable
from uuid import UUID

from sloyfe.cycle.meetings.models import Attendee, Chair, Group, Meeting, MeetingPhase, Objection, PhaseStart, TableTask
from sloyfe.cycle.meetings.scripts import Output

PARKS = "parks_objections"
GOOD, HARD = "good", "hard"


def parks(phase: MeetingPhase | None) -> bool:
    """Whether ideas are gathered now, and objections wait."""
    return phase is not None and PARKS in phase.rules


def takes_tasks(phase: MeetingPhase | None) -> bool:
    """Whether each table words what it takes home."""
    return phase is not None and phase.output == Output.TASKS


def tasks_at(group: Group) -> list[TableTask]:
    """The tasks of one table, by their words."""
    return list(TableTask.objects.filter(group=group).select_related("outcome").order_by("words"))


def tasks_of(meeting: Meeting) -> list[TableTask]:
    """The tasks of every table."""
    rows = TableTask.objects.filter(phase__meeting=meeting)
    with_outcome = rows.select_related(
        "group", "place", "outcome__work__unit__place", "outcome__work__unit__organisation"
    )
    return list(with_outcome.order_by("phase__position", "group__number", "words"))


def common_place(people: Iterable[Attendee]) -> UUID | None:
    """Where everybody at a table comes from, if that is one place."""
    places = {one.place_id for one in people}
    return places.pop() if len(places) == 1 else None


def parked_at(group: Group, phase: MeetingPhase, *, key: str) -> list[Objection]:
    """Those that the holder of this key has parked; the others at the table do not see them yet."""
    rows = Objection.objects.filter(group=group, phase=phase).order_by("words")
    return [row for row in rows if row.mark == row.mark_of(key)]


def parked_for(attendee: Attendee, meeting: Meeting, now: MeetingPhase | None) -> list[Objection]:
    """What was parked at the tables where somebody has sat, when ideas are no longer gathered."""
    if now is None or parks(now):
        return []
    if not any(parks(phase) and phase.position < now.position for phase in meeting.standing):
        return []
    rows = Objection.objects.filter(group__chairs__attendee=attendee, phase__position__lt=now.position)
    return list(rows.distinct().order_by("words"))


def near_objections(attendees: Collection[UUID]) -> set[UUID]:
    """Those of these people who have sat at a table where something was parked."""
    rows = Chair.objects.filter(attendee__in=attendees, group__in=Objection.objects.values("group"))
    return set(rows.values_list("attendee_id", flat=True))


def parked(meeting: Meeting) -> list[Objection]:
    """Everything that was parked in a meeting."""
    rows = Objection.objects.filter(phase__meeting=meeting).select_related("group", "phase")
    return list(rows.order_by("phase__position", "group__number", "words"))


def waits_for(meeting: Meeting, phase: MeetingPhase | None) -> MeetingPhase | None:
    """The phase of good experiences that has not been held yet, where this one is of hard ones."""
    good = good_before(meeting, phase) if phase else None
    return None if good is None or PhaseStart.objects.filter(phase=good).exists() else good


def good_before(meeting: Meeting, phase: MeetingPhase) -> MeetingPhase | None:
    """The phase of good experiences that comes before this one of hard ones."""
    if phase.key != HARD:
        return None
    return next((each for each in meeting.standing if each.key == GOOD and each.position < phase.position), None)
