"""The points of one table, and those that the groups of a meeting have agreed on."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sloyfe.cycle.meetings.models import CommonPoint, Group, Meeting, MeetingPhase, Point

TAKES_POINTS = ("points", "merged", "findings", "needs", "decisions", "story", "expectations")


@dataclass(frozen=True)
class Gathered:
    """What the meeting has so far: common points, and those of single groups."""

    common: list[CommonPoint]
    single: list[Point]


def on_the_table(group: Group) -> list[Point]:
    """Every point of a group, in the order they came."""
    return list(Point.objects.filter(group=group).select_related("agreement", "merge", "phase", "element"))


def on_the_tables(groups: Collection[UUID]) -> dict[UUID, list[Point]]:
    """The points of several groups, each in the order they came."""
    found: dict[UUID, list[Point]] = {group: [] for group in groups}
    for point in Point.objects.filter(group__in=groups).select_related("agreement", "merge", "phase", "element"):
        found[point.group_id].append(point)
    return found


def point_at(group: Group, key: UUID) -> Point | None:
    """One point of this group and of no other."""
    return next((point for point in on_the_table(group) if point.pk == key), None)


def gathered(meeting: Meeting) -> Gathered:
    """What the groups have agreed on; what they have not is theirs."""
    common = CommonPoint.objects.filter(meeting=meeting).select_related("element")
    common = common.prefetch_related("parts__point__group", "parts__point__phase")
    rows = Point.objects.filter(phase__meeting=meeting, agreement__isnull=False, merge=None)
    single = rows.select_related("group", "agreement", "phase", "element").order_by(
        "phase__position", "group__number", "nth"
    )
    return Gathered(list(common), list(single))


def takes_points(phase: MeetingPhase) -> bool:
    """Whether groups leave something behind in this phase."""
    return phase.output in TAKES_POINTS
