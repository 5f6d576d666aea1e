"""Giving dots: what there is to choose among, how many each has, and one's own for one's own key alone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sloyfe.cycle.meetings.models import Carrying, CommonPoint, DotCard, DotReason, Dots, Meeting, MeetingPhase, Point
from sloyfe.cycle.meetings.models.priorities import mark_in
from sloyfe.cycle.meetings.queries.points import Gathered, gathered
from sloyfe.cycle.meetings.queries.running import Standing
from sloyfe.cycle.meetings.scripts import Output

DOTS = 5


@dataclass(frozen=True)
class Option:
    """What one can give dots: a common point, or the point of one group."""

    key: UUID
    words: str
    row: Point | CommonPoint

    @property
    def columns(self) -> dict[str, Point | CommonPoint]:
        """The column of a row about it."""
        return {"common" if isinstance(self.row, CommonPoint) else "point": self.row}


@dataclass(frozen=True)
class Own:
    """What one person has given: dots and reasons by option."""

    dots: Mapping[UUID, int]
    reasons: Mapping[UUID, str]


def takes_dots(phase: MeetingPhase | None) -> bool:
    """Whether everybody prioritises in this phase."""
    return phase is not None and phase.output == Output.PRIORITIES


def dots_each(phase: MeetingPhase) -> tuple[int, int]:
    """How many dots each has, and how many of them may lie on one point."""
    each = phase.how_many or DOTS
    return each, (each + 1) // 2


def phases_with_dots(meeting: Meeting) -> list[MeetingPhase]:
    """The phases of the meeting in which everybody prioritises."""
    return [phase for phase in meeting.standing if takes_dots(phase)]


def is_open(phase: MeetingPhase, now: Standing, meeting: Meeting) -> bool:
    """Dots may be given and changed while the phase goes on and nobody has confirmed the list."""
    goes_on = now.phase is not None and now.phase.pk == phase.pk and not meeting.is_held and not meeting.is_cancelled
    return goes_on and not phase.carryings.exists()


def options(meeting: Meeting, found: Gathered | None = None) -> list[Option]:
    """Common points first, then those of single groups; `found` where they have been gathered already."""
    found = found or gathered(meeting)
    rows: list[Point | CommonPoint] = [*found.common, *found.single]
    return [Option(each.pk, each.words, each) for each in rows]


def own(phase: MeetingPhase, options: list[Option], *, key: str) -> Own:
    """What the holder of this key has given."""
    rows = Dots.objects.filter(card__phase=phase, card__mark=mark_in(phase, key)).select_related("point__merge")
    counts: Counter[UUID] = Counter()
    for row in rows:
        counts[row.option_key] += row.count
    marks = {mark_in(phase, key, option.key): option.key for option in options}
    said = DotReason.objects.filter(phase=phase, mark__in=marks).values_list("mark", "words")
    return Own(counts, {marks[mark]: words for mark, words in said})


def givers(phase: MeetingPhase) -> int:
    """How many have given dots."""
    return DotCard.objects.filter(phase=phase).count()


def carried_in(phase: MeetingPhase, options: list[Option]) -> list[Option]:
    """What a person has said that the meeting goes on with after this phase, in order."""
    rows = Carrying.objects.filter(phase=phase).select_related("point__merge", "common")
    return _standing(list(rows), options)


def carried(meeting: Meeting, options: list[Option]) -> list[Option]:
    """The same for the whole meeting."""
    rows = Carrying.objects.filter(phase__meeting=meeting).select_related("point__merge", "common")
    return _standing(list(rows.order_by("phase__position", "rank")), options)


def _standing(rows: list[Carrying], options: list[Option]) -> list[Option]:
    """Those that still stand; two that have been merged since are one."""
    known = {option.key: option for option in options}
    return list({row.option_key: known[row.option_key] for row in rows if row.option_key in known}.values())
