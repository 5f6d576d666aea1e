"""Short marks that change when what is shown changes: a page that holds an old one fetches anew."""

from collections.abc import Collection, Iterable
from hashlib import blake2b
from uuid import UUID

from sloyfe.cycle.meetings.models import Chair, CommonPoint, Meeting, Point, RoleDraw, TableTurn
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


def _gathered(meeting: Meeting, together: bool) -> list[object]:
    if not together:
        return []
    agreed = Point.objects.filter(phase__meeting=meeting, agreement__isnull=False).order_by("pk")
    return [*agreed.values_list("pk", "merge"), *CommonPoint.objects.filter(meeting=meeting).values_list("pk")]


def _offers(now: Standing) -> list[object]:
    """Where people choose their table: the themes, and how many places are taken."""
    if now.phase is None or now.phase.grouping != Grouping.CHOICE:
        return []
    return [(offer.group.pk, offer.group.name, offer.left) for offer in offers(now.phase)]


def _mark(parts: Iterable[object]) -> str:
    return blake2b(repr(list(parts)).encode(), digest_size=6).hexdigest()
