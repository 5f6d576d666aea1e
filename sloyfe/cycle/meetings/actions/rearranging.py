"""Changing groups by hand: moving, locking, naming, and back to how it was."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.groups import seat_latecomers
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.actions.roles import draw_roles
from sloyfe.cycle.meetings.models import (
    Attendee,
    Chair,
    ChairLock,
    Group,
    MeetingPhase,
    RoleDraw,
    Seating,
    SeatingWithdrawal,
    TableLock,
    TableMove,
)
from sloyfe.cycle.meetings.queries.groups import seating_of
from sloyfe.cycle.meetings.queries.mixing import present
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person


class NothingBefore(Refusal):
    """There is no way back from the first."""

    sentence = _("Det er ikke noe å gå tilbake til.")


@transaction.atomic
def move(attendee: Attendee, group: Group, *, by: Person, at: datetime) -> None:
    """Somebody changes table; everybody else keeps their place."""
    seating = Seating.objects.select_for_update().get(pk=group.seating_id)
    before = Chair.objects.filter(seating=seating, attendee=attendee).first()
    last = seating.moves.aggregate(last=Max("nth"))["last"] or 0
    TableMove.objects.create(
        seating=seating,
        nth=last + 1,
        attendee=attendee,
        came_from_id=before.group_id if before else None,
        went_to=group,
        by=by,
        at=at,
    )
    Chair.objects.update_or_create(seating=seating, attendee=attendee, defaults={"group": group})
    mend_roles(seating.phase)
    noted("meeting.moved", seating.phase.meeting, by, at)


@transaction.atomic
def take_back_move(phase: MeetingPhase, *, by: Person, at: datetime) -> Attendee:
    """The last move by hand is undone; those before it stand."""
    seating = seating_of(phase)
    last = seating.moves.select_related("attendee").last() if seating else None
    if last is None:
        raise NothingBefore
    chair = Chair.objects.filter(seating=seating, attendee=last.attendee)
    if last.came_from_id:
        chair.update(group=last.came_from_id)
    else:
        chair.delete()
    last.delete()
    mend_roles(phase)
    noted("meeting.move_taken_back", phase.meeting, by, at)
    return last.attendee


@transaction.atomic
def lock_table(group: Group, *, locked: bool, by: Person, at: datetime) -> None:
    """Groups made anew leave the table alone, or no longer."""
    if locked:
        TableLock.objects.get_or_create(group=group, defaults={"by": by, "at": at})
    else:
        TableLock.objects.filter(group=group).delete()


@transaction.atomic
def lock_chair(phase: MeetingPhase, attendee: Attendee, *, locked: bool, by: Person, at: datetime) -> None:
    """Groups made anew leave somebody where they are, or no longer."""
    seating = seating_of(phase)
    chair = Chair.objects.filter(seating=seating, attendee=attendee).first() if seating else None
    if chair is None:
        raise NothingBefore
    if locked:
        ChairLock.objects.get_or_create(chair=chair, defaults={"by": by, "at": at})
    else:
        ChairLock.objects.filter(chair=chair).delete()


@transaction.atomic
def name_table(group: Group, name: str, *, by: Person, at: datetime) -> None:
    """What people call the table; without a name it has its number."""
    Group.objects.filter(pk=group.pk).update(name=name)
    noted("meeting.table_named", group.seating.phase.meeting, by, at)


@transaction.atomic
def go_back(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The groups before these count again; whoever came in between gets a place there."""
    now = seating_of(phase)
    if now is None or not Seating.objects.filter(phase=phase, withdrawal=None, nth__lt=now.nth).exists():
        raise NothingBefore
    SeatingWithdrawal.objects.create(seating=now, by=by, at=at)
    _seat_everybody(phase)
    noted("meeting.groups_withdrawn", phase.meeting, by, at)


@transaction.atomic
def go_forward(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The groups that were left count after all."""
    now = seating_of(phase)
    later = SeatingWithdrawal.objects.filter(seating__phase=phase, seating__nth__gt=now.nth if now else 0)
    first = later.order_by("seating__nth").first()
    if first is None:
        raise NothingBefore
    first.delete()
    _seat_everybody(phase)
    noted("meeting.groups_restored", phase.meeting, by, at)


def mend_roles(sitting: MeetingPhase) -> None:
    """A role whose holder has left the table falls to somebody who sits there."""
    drawn_in = RoleDraw.objects.filter(group__seating__phase=sitting, group__seating__withdrawal=None)
    for phase in MeetingPhase.objects.filter(pk__in=drawn_in.values("phase")):
        draw_roles(phase, sitting)


def _seat_everybody(phase: MeetingPhase) -> None:
    seat_latecomers(present(phase), phase)
    Chair.objects.filter(seating=seating_of(phase), attendee__absence__isnull=False).delete()
    mend_roles(phase)
