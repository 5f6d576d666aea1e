"""Seats end, are given back, and their duties are handed over."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Seat, Space
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.models import SeatArea, Task
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person


class LastCoordinator(Refusal):
    """Somebody must keep the partnership going."""

    sentence = _("Dette er den siste koordinatoren. Gi plassen videre til noen andre først.")


class SeatGone(Refusal):
    """Ended already."""

    sentence = _("Plassen er allerede avsluttet.")


class SeatTaken(Refusal):
    """The same person got the seat again meanwhile."""

    sentence = _("Personen har allerede fått denne plassen igjen.")


class CannotTakeOver(Refusal):
    """Duties go to somebody who is there."""

    sentence = _("Velg noen som har en plass i partnerskapet fra før.")
    status = 422


@transaction.atomic
def end_seat(seat: Seat, root: Space, *, by: Person, at: datetime, on: date) -> None:
    """The person leaves the seat; access through it stops at once."""
    _refuse_last_coordinator(seat, root)
    if not Seat.objects.filter(pk=seat.pk, until=None).update(until=on - timedelta(days=1)):
        raise SeatGone
    audit.record(act="seat.ended", about=seat, by=by, at=at, space=root)


@transaction.atomic
def restore_seat(seat: Seat, root: Space, *, by: Person, at: datetime) -> None:
    """Undo the end."""
    try:
        with transaction.atomic():
            Seat.objects.filter(pk=seat.pk).update(until=None)
    except IntegrityError as twice:
        raise SeatTaken from twice
    audit.record(act="seat.restored", about=seat, by=by, at=at, space=root)


@transaction.atomic
def hand_over(seat: Seat, to: Person, root: Space, *, by: Person, at: datetime, on: date) -> Seat:
    """Somebody else gets the seat, its service areas and its open tasks; the one who had it leaves."""
    if to == seat.person or not Seat.objects.standing(on).filter(person=to, space__path__startswith=root.path).exists():
        raise CannotTakeOver
    taken, _made = Seat.objects.get_or_create(
        person=to, space=seat.space, role=seat.role, until=None, defaults={"since": on}
    )
    for area in SeatArea.objects.in_space(root).filter(seat=seat):
        SeatArea.objects.in_space(root).get_or_create(space=root, seat=taken, area=area.area)
    tasks = Task.objects.in_space(root).filter(person=seat.person, party__place=seat.space, done=None)
    tasks.update(person=to)
    end_seat(seat, root, by=by, at=at, on=on)
    audit.record(act="seat.handed_over", about=taken, by=by, at=at, space=root)
    return taken


def _refuse_last_coordinator(seat: Seat, root: Space) -> None:
    if seat.role != Role.COORDINATOR:
        return
    others = Seat.objects.filter(role=Role.COORDINATOR, until=None, space__path__startswith=root.path)
    if not others.exclude(pk=seat.pk).exists():
        raise LastCoordinator
