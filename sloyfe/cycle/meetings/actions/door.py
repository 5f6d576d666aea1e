"""Letting people in by a code, and forgetting them again."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.actions.groups import seat_latecomers
from sloyfe.cycle.meetings.actions.meetings import lead_topic, left_topic, noted, seats_topic, table_topic, topic
from sloyfe.cycle.meetings.models import Attendee, Chair, Door, Meeting, RetiredCode
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
        meeting=meeting, defaults={"code": unused_code(), "naming": naming, "asks_role": asks_role, "by": by, "at": at}
    )
    if made:
        noted("meeting.door_opened", meeting, by, at)
    return door


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody at the door, with the key that their browser will hold."""

    door: Door
    name: str
    key: str
    place: Space | None
    at: datetime
    role: str = ""


def come_in(door: Door, name: str, *, key: str, place: Space | None, at: datetime, role: str = "") -> Attendee:
    """Somebody is in; whoever has the key comes back as the same."""
    outcome = come_in_together([Coming(door, name, key, place, at, role)])[0]
    if isinstance(outcome, Refusal):
        raise outcome
    return outcome


@transaction.atomic
def come_in_together(comings: Sequence[Coming]) -> list[Attendee | Refusal]:
    """Hundreds may come in the same second, as they do on a planning day; a key that is in already is in once."""
    back = {each.digest: each for each in Attendee.objects.filter(digest__in={digest(one.key) for one in comings})}
    wanted = [_newcomer(each) for each in comings]
    rows = Attendee.objects.filter(meeting__in={each.meeting_id for each in wanted})
    rows = rows.filter(likeness__in={each.likeness for each in wanted})
    taken = set(rows.values_list("meeting_id", "likeness"))
    new: list[Attendee] = []
    outcomes = [_let_in(one, each.at, back, taken, new) for one, each in zip(wanted, comings, strict=True)]
    try:
        with transaction.atomic():
            Attendee.objects.bulk_create(new)
    except IntegrityError:
        # Somebody in another process took one of the names in the same moment.
        if len(comings) > 1:
            raise
        return [NameTaken()]
    for meeting in {each.meeting_id: each.meeting for each in new}.values():
        _seat([each for each in new if each.meeting_id == meeting.pk], meeting)
        announce(lead_topic(meeting))
    return outcomes


def _newcomer(coming: Coming) -> Attendee:
    meeting, mark = coming.door.meeting, digest(coming.key)
    return newcomer(meeting, coming.name, digest=mark, place=coming.place, at=coming.at, role=coming.role)


def _let_in(
    one: Attendee, at: datetime, back: dict[str, Attendee], taken: set[tuple[UUID, str]], new: list[Attendee]
) -> Attendee | Refusal:
    if one.digest in back:
        return back[one.digest]
    if one.meeting.is_shut(today=timezone.localdate(at)):
        return DoorShut()
    if (one.meeting_id, one.likeness) in taken:
        return NameTaken()
    taken.add((one.meeting_id, one.likeness))
    back[one.digest] = one
    new.append(one)
    return one


@transaction.atomic
def go_out(attendee: Attendee) -> None:
    """Somebody leaves; what was theirs alone goes with them."""
    announce(left_topic(attendee.meeting))
    announce(topic(attendee.meeting))
    attendee.delete()


@transaction.atomic
def show_out(attendee: Attendee, *, by: Person, at: datetime) -> None:
    """Whoever leads takes somebody out who should not be there."""
    noted("meeting.shown_out", attendee.meeting, by, at)
    announce(left_topic(attendee.meeting))
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


def unused_code() -> str:
    """A code that no meeting has or has had."""
    codes = ("".join(secrets.choice("0123456789") for _digit in range(DIGITS)) for _try in range(TRIES))
    return next(code for code in codes if code[0] != "0" and not _is_taken(code))


def _seat(attendees: Sequence[Attendee], meeting: Meeting) -> None:
    """Places in the groups that stand, those of coming phases too."""
    phases = phases_with_groups(meeting)
    for phase in phases:
        seat_latecomers(attendees, phase)
    if phases:
        announce(seats_topic(meeting))
        for group in set(Chair.objects.filter(attendee__in=attendees).values_list("group_id", flat=True)):
            announce(table_topic(group))


def _is_taken(code: str) -> bool:
    return Door.objects.filter(code=code).exists() or RetiredCode.objects.filter(code=code).exists()
