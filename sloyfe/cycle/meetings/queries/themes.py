"""Points that look as if they say the same; a person decides whether they do."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sloyfe.algorithms.themes import alike
from sloyfe.cycle.meetings.models import Meeting, Point, Unlikeness

SHOWN = 10


@dataclass(frozen=True)
class Suggestion:
    """Points that may say the same, and words to begin with: those of the shortest."""

    points: list[Point]
    words: str


def suggestions(meeting: Meeting, single: list[Point]) -> tuple[list[Suggestion], list[list[Point]]]:
    """Those most alike first; and what a person has called unlike, which is not suggested again until they undo it."""
    number = {point.pk: place for place, point in enumerate(single)}
    rows = Unlikeness.objects.filter(one__phase__meeting=meeting).order_by("-at")
    pairs = [row for row in rows if row.one_id in number and row.other_id in number]
    unlike = [(number[row.one_id], number[row.other_id]) for row in pairs]
    found = alike([point.words for point in single], unlike=unlike, most=SHOWN)
    clusters = [[single[member] for member in cluster.members] for cluster in found]
    told_apart: dict[datetime, set[int]] = {}
    for row in pairs:
        told_apart.setdefault(row.at, set()).update((number[row.one_id], number[row.other_id]))
    refused = [[single[member] for member in sorted(members)] for members in told_apart.values()]
    return [Suggestion(points, min((point.words for point in points), key=len)) for points in clusters], refused


def ordered(points: list[Point]) -> list[tuple[UUID, UUID]]:
    """Every pair once, in the one order in which it is kept."""
    keys = sorted(point.pk for point in points)
    return [(one, other) for place, one in enumerate(keys) for other in keys[place + 1 :]]
