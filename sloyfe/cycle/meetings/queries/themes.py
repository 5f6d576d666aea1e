"""Points that look as if they say the same; a person decides whether they do."""

from dataclasses import dataclass
from uuid import UUID

from sloyfe.algorithms.themes import alike
from sloyfe.cycle.meetings.models import Meeting, Point, Unlikeness

SHOWN = 10


@dataclass(frozen=True)
class Suggestion:
    """Points that may say the same, and words to begin with: those of the shortest."""

    points: list[Point]
    words: str


def suggestions(meeting: Meeting, single: list[Point]) -> list[Suggestion]:
    """Those most alike first; what a person has called unlike is not suggested again."""
    number = {point.pk: place for place, point in enumerate(single)}
    pairs = Unlikeness.objects.filter(one__phase__meeting=meeting).values_list("one_id", "other_id")
    unlike = [(number[one], number[other]) for one, other in pairs if one in number and other in number]
    found = alike([point.words for point in single], unlike=unlike, most=SHOWN)
    clusters = [[single[member] for member in cluster.members] for cluster in found]
    return [Suggestion(points, min((point.words for point in points), key=len)) for points in clusters]


def ordered(points: list[Point]) -> list[tuple[UUID, UUID]]:
    """Every pair once, in the one order in which it is kept."""
    keys = sorted(point.pk for point in points)
    return [(one, other) for place, one in enumerate(keys) for other in keys[place + 1 :]]
