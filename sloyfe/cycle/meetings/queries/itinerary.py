"""Where each person sits in every round, for lists on paper and for the person's own page."""

from collections import defaultdict
from dataclasses import dataclass

from sloyfe.cycle.meetings.models import Attendee, Chair, Meeting, MeetingPhase
from sloyfe.cycle.meetings.queries.groups import forming


@dataclass(frozen=True)
class Way:
    """One person with the table in each of some phases; None where they have none."""

    attendee: Attendee
    numbers: list[int | None]


def ways(phases: list[MeetingPhase]) -> list[Way]:
    """Everybody who sits in any of the phases, by name."""
    rows = Chair.objects.filter(seating__phase__in=phases, seating__withdrawal=None)
    order = rows.select_related("attendee__place").order_by("seating__nth")
    people: dict[object, Attendee] = {}
    numbers: dict[object, dict[object, int]] = defaultdict(dict)
    newest: dict[object, int] = {}
    found = order.values_list("seating__phase", "seating__nth")
    for phase, nth in found:
        newest[phase] = max(nth, newest.get(phase, 0))
    for chair in order.select_related("attendee__place", "group", "seating"):
        if chair.seating.nth == newest[chair.seating.phase_id]:
            people[chair.attendee_id] = chair.attendee
            numbers[chair.attendee_id][chair.seating.phase_id] = chair.group.number
    told = [Way(one, [numbers[key].get(phase.pk) for phase in phases]) for key, one in people.items()]
    return sorted(told, key=lambda way: way.attendee.name.casefold())


def way_of(meeting: Meeting, attendee: Attendee) -> list[tuple[MeetingPhase, int | None]]:
    """The tables of one person in every phase that forms groups."""
    phases = list(forming(meeting))
    rows = Chair.objects.filter(seating__phase__in=phases, seating__withdrawal=None, attendee=attendee)
    numbers = dict(rows.order_by("seating__nth").values_list("seating__phase", "group__number"))
    return [(phase, numbers.get(phase.pk)) for phase in phases]
