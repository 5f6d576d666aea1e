"""Letting people in by a code, and forgetting them again."""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.actions.groups import seat_latecomers
from sloyfe.cycle.meetings.actions.meetings import noted, topic
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting
from sloyfe.cycle.meetings.models.running import newcomer
from sloyfe.cycle.meetings.queries.groups import phases_with_groups
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person

DIGITS = 8
TRIES = 20
KEPT = timedelta(days=30)


class DoorShut(Refusal):
    """Nobody comes into a meeting that is over, or called off."""

    sentence = _("Møtet er over, og døra er lukket.")


class NameTaken(Refusal):
    """Two of the same name could not be told apart."""

    sentence = _("Noen i møtet heter det, eller noe som ser likt ut. Legg til en bokstav til.")
    status = 422


@transaction.atomic
def open_door(meeting: Meeting, *, naming: str, by: Person, at: datetime, asks_role: bool = False) -> Door:
    """Give the meeting a code; the same one if it has it already."""
    if meeting.is_shut(today=timezone.localdate(at)):
        raise DoorShut
    door, made = Door.objects.get_or_create(
        meeting=meeting, defaults={"code": _unused_code(), "naming": naming, "asks_role": asks_role, "by": by, "at": at}
    )
    if made:
        noted("meeting.door_opened", meeting, by, at)
    return door


@transaction.atomic
def come_in(door: Door, name: str, *, key: str, place: Space | None, at: datetime, role: str = "") -> Attendee:
    """Somebody is in; whoever has the key comes back as the same."""
    meeting = door.meeting
    if meeting.is_shut(today=timezone.localdate(at)):
        raise DoorShut
    try:
        with transaction.atomic():
            found = newcomer(meeting, name, digest=digest(key), place=place, at=at, role=role)
            found.save(force_insert=True)
    except IntegrityError:
        raise NameTaken from None
    _seat(found)
    announce(topic(meeting))
    return found


@transaction.atomic
def go_out(attendee: Attendee) -> None:
    """Somebody leaves; what was theirs alone goes with them."""
    announce(topic(attendee.meeting))
    attendee.delete()


@transaction.atomic
def show_out(attendee: Attendee, *, by: Person, at: datetime) -> None:
    """Whoever leads takes somebody out who should not be there."""
    noted("meeting.shown_out", attendee.meeting, by, at)
    attendee.delete()


def forget_attendees(*, on: date) -> int:
    """Who was there is forgotten thirty days after the meeting."""
    return Attendee.objects.filter(meeting__on__lt=on - KEPT).delete()[0]


def new_key() -> str:
    """What a browser holds to be known again."""
    return secrets.token_urlsafe(32)


def digest(key: str) -> str:
    """What we keep of it."""
    return hashlib.sha256(key.encode()).hexdigest()


def _seat(attendee: Attendee) -> None:
    """A place in the groups that stand, those of coming phases too."""
    for phase in phases_with_groups(attendee.meeting):
        seat_latecomers([attendee], phase)


def _unused_code() -> str:
    codes = ("".join(secrets.choice("0123456789") for _digit in range(DIGITS)) for _try in range(TRIES))
    return next(code for code in codes if code[0] != "0" and not Door.objects.filter(code=code).exists())
