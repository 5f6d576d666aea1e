"""Short marks that change when what is shown changes: a page that holds an old one fetches anew."""

from collections.abc import Collection, Iterable
from hashlib import blake2b
from uuid import UUID

from sloyfe.cycle.meetings.models import (
    Carrying,
    Chair,
    CommonPoint,
    Door,
    Meeting,
    MeetingDecision,
    MeetingFeedback,
    Point,
    RoleDraw,
    TableTurn,
)
from sloyfe.cycle.meetings.queries.choosing import offers
from sloyfe.cycle.meetings.queries.groups import seated_by
from sloyfe.cycle.meetings.queries.running import Standing
from sloyfe.cycle.meetings.scripts import Grouping


def room_mark(meeting: Meeting, now: Standing) -> str:
    """What everybody in the meeting is shown."""
    script = [(phase.pk, phase.version) for phase in meeting.standing]
    together = now.phase is not None and seated_by(meeting, now.phase) is None
    start = now.start.nth if now.start else 0
    return _mark(
        [
            meeting.version,
            meeting.is_held,
            meeting.is_cancelled,
            start,
            _code(meeting),
            _asked(meeting),
            script,
            *_gathered(meeting, together),
            *_offers(now),
        ]
    )


def table_marks(groups: Collection[UUID]) -> dict[UUID, str]:
    """What those at each of these tables are shown: who sits there, and the points."""
    said: dict[UUID, list[object]] = {group: [group] for group in groups}
    for group, attendee in Chair.objects.filter(group__in=groups).order_by("pk").values_list("group_id", "attendee_id"):
        said[group].append(attendee)
    points = Point.objects.filter(group__in=groups).order_by("nth")
    for group, *point in points.values_list("group_id", "pk", "agreement", "merge"):
        said[group].append(point)
    draws = RoleDraw.objects.filter(group__in=groups).order_by("phase", "role", "nth")
    for group, draw in draws.values_list("group_id", "pk"):
        said[group].append(draw)
    for group, *turn in TableTurn.objects.filter(group__in=groups).order_by("pk").values_list("group_id", "pk", "nth"):
        said[group].append(turn)
    return {group: _mark(parts) for group, parts in said.items()}


def _code(meeting: Meeting) -> str:
    """The wall shows it as soon as the door is open, and the new one when it has been replaced."""
    door: Door | None = getattr(meeting, "door", None)
    return door.code if door else ""


def _asked(meeting: Meeting) -> bool:
    """Whether those who were there are asked three questions: the way to them comes onto their pages."""
    return meeting.is_held and MeetingFeedback.objects.filter(meeting=meeting).exists()


def _gathered(meeting: Meeting, together: bool) -> list[object]:
    if not together:
        return []
    agreed = Point.objects.filter(phase__meeting=meeting, agreement__isnull=False).order_by("pk")
    common = CommonPoint.objects.filter(meeting=meeting).values_list("pk")
    settled = MeetingDecision.objects.filter(meeting=meeting).order_by("pk").values_list("pk")
    carried = Carrying.objects.filter(phase__meeting=meeting).order_by("pk").values_list("pk")
    return [*agreed.values_list("pk", "merge"), *common, *settled, *carried]


def _offers(now: Standing) -> list[object]:
    """Where people choose their table: the themes, and how many places are taken."""
    if now.phase is None or now.phase.grouping != Grouping.CHOICE:
        return []
    return [(offer.group.pk, offer.group.name, offer.left) for offer in offers(now.phase)]


def _mark(parts: Iterable[object]) -> str:
    return blake2b(repr(list(parts)).encode(), digest_size=6).hexdigest()
