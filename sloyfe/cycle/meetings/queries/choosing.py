"""The tables that people choose among, with the places left."""

from dataclasses import dataclass

from django.db.models import Count

from sloyfe.cycle.meetings.models import Group, MeetingPhase
from sloyfe.cycle.meetings.queries.groups import seating_of


@dataclass(frozen=True)
class Offer:
    """A table with its theme; `left` is None where there is no limit."""

    group: Group
    left: int | None

    @property
    def is_full(self) -> bool:
        """Whether nobody else can sit down."""
        return self.left is not None and self.left <= 0


def offers(phase: MeetingPhase) -> list[Offer]:
    """Every table of a phase in which people choose."""
    seating = seating_of(phase)
    if seating is None:
        return []
    rows = seating.groups.annotate(sitting=Count("chairs")).order_by("number")
    return [Offer(group, None if group.room is None else max(0, group.room - group.sitting)) for group in rows]
