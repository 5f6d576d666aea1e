"""The tables of a phase a page at a time, so that a thousand of them can be looked through."""

from dataclasses import dataclass
from uuid import UUID

from sloyfe.cycle.meetings.models import Attendee, ChairLock, Group, MeetingPhase, RoleDraw, Seating, SeatingWithdrawal
from sloyfe.cycle.meetings.queries.groups import Table, seating_of, told
from sloyfe.cycle.meetings.scripts import GroupRole

PAGE = 24
SHOWN = 50


@dataclass(frozen=True)
class Board:
    """What is shown: some of the tables, how many there are, and some of those without a place."""

    seating: Seating | None
    tables: list[Table]
    count: int
    page: int
    pages: int
    unseated: list[Attendee]
    without: int
    came: int
    is_changed: bool
    has_earlier: bool
    has_later: bool
    locked: frozenset[UUID] = frozenset()
    hosts: frozenset[UUID] = frozenset()


def board(phase: MeetingPhase, *, page: int = 1, name: str = "") -> Board:
    """One page of tables, or those where somebody has such a name."""
    seating = seating_of(phase)
    here = Attendee.objects.filter(meeting=phase.meeting_id, absence=None)
    if seating is None:
        return Board(None, [], 0, 1, 1, [], 0, here.count(), is_changed=False, has_earlier=False, has_later=False)
    rows = Group.objects.filter(seating=seating)
    if name:
        rows = rows.filter(chairs__attendee__name__icontains=name).distinct()
    count = rows.count()
    pages = max(1, -(-count // PAGE))
    page = min(max(1, page), pages)
    seated = seating.groups.values("chairs__attendee").filter(chairs__isnull=False)
    unseated = here.exclude(pk__in=seated)
    others = Seating.objects.filter(phase=phase)
    here = here.order_by("name")
    return Board(
        seating=seating,
        tables=told(rows.order_by("number")[(page - 1) * PAGE : page * PAGE]),
        count=count,
        page=page,
        pages=pages,
        unseated=list(unseated.select_related("place").order_by("name")[:SHOWN]),
        without=unseated.count(),
        came=here.count(),
        is_changed=seating.moves.exists(),
        has_earlier=others.filter(nth__lt=seating.nth, withdrawal=None).exists(),
        has_later=SeatingWithdrawal.objects.filter(seating__phase=phase, seating__nth__gt=seating.nth).exists(),
        locked=frozenset(ChairLock.objects.filter(chair__seating=seating).values_list("chair__attendee", flat=True)),
        hosts=frozenset(hosts(phase, seating)),
    )


def hosts(phase: MeetingPhase, seating: Seating) -> set[UUID]:
    """Those who stay at their table while the others move on."""
    rows = RoleDraw.objects.filter(group__seating=seating, phase=phase, role=GroupRole.HOST).order_by("nth")
    return set(dict(rows.values_list("group", "attendee")).values())


def group_at(phase: MeetingPhase, number: int) -> Group | None:
    """The table with this number, in the groups that count."""
    seating = seating_of(phase)
    return Group.objects.select_related("seating__phase").filter(seating=seating, number=number).first()


def group_with(phase: MeetingPhase, key: UUID) -> Group | None:
    """One table of the groups that count."""
    seating = seating_of(phase)
    return Group.objects.select_related("seating__phase").filter(seating=seating, pk=key).first() if seating else None


def attendee_with_key(phase: MeetingPhase, key: UUID) -> Attendee | None:
    """Somebody who is in this meeting."""
    return Attendee.objects.filter(meeting=phase.meeting_id, pk=key).select_related("place", "meeting").first()
