"""Making a meeting, changing what is said about it, and calling it off."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.models import Cancellation, Holding, Meeting, MeetingPhase
from sloyfe.cycle.meetings.models.meetings import copied
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.scripts import Method
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan.actions.changes import rewritten
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class NoTitle(Refusal):
    """Without a method there is no title to fall back on."""

    sentence = _("Gi møtet et navn.")
    status = 422


class NotYet(Refusal):
    """Held means that it is over."""

    sentence = _("Møtet er ikke holdt ennå. Rett datoen, eller før det inn når det er over.")


class BadPress(Refusal):
    """A button sent something that no button sends."""

    sentence = _("Knappen sendte noe vi ikke skjønte. Last siden på nytt, og prøv igjen.")
    status = 422


@transaction.atomic
def make_meeting(
    this_round: Round,
    method: Method | None,
    *,
    by: Person,
    at: datetime,
    title: Text | None = None,
    places: Iterable[Space] = (),
    **said: Any,
) -> Meeting:
    """A meeting with the method's script copied onto rows of its own."""
    meeting = begin_meeting(
        this_round,
        title=title or (method.title if method else Text()),
        preparation=said.pop("preparation", None) or (method.task_before if method else Text()),
        method=method.key if method else "",
        method_version=method.version if method else None,
        by=by,
        at=at,
        **said,
    )
    meeting.places.set(places)
    phases = method.phases if method else ()
    MeetingPhase.objects.bulk_create(copied(each, meeting=meeting, position=n) for n, each in enumerate(phases, 1))
    return meeting


def begin_meeting(this_round: Round, *, title: Text, by: Person, at: datetime, **said: Any) -> Meeting:
    """The bare row of a meeting; whoever makes one gives it places and phases."""
    if not title:
        raise NoTitle
    meeting = Meeting.objects.create(
        space=this_round.space, round=this_round, title=title, made_by=by, made_at=at, **said
    )
    noted("meeting.made", meeting, by, at)
    return meeting


@transaction.atomic
def change_meeting(
    meeting: Meeting, *, version: int, places: Iterable[Space], by: Person, at: datetime, **said: Any
) -> None:
    """Write anew what is said about it; its phases stand."""
    demand_real(meeting)
    if not said["title"]:
        raise NoTitle
    save_version(meeting, version=version, **rewritten(meeting, said))
    meeting.places.set(places)
    noted("meeting.changed", meeting, by, at)


@transaction.atomic
def cancel(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """Call the meeting off."""
    demand_real(meeting)
    Cancellation.objects.get_or_create(meeting=meeting, defaults={"by": by, "at": at})
    noted("meeting.cancelled", meeting, by, at)


@transaction.atomic
def restore(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """It takes place after all."""
    Cancellation.objects.filter(meeting=meeting).delete()
    noted("meeting.restored", meeting, by, at)


@transaction.atomic
def hold(
    meeting: Meeting, *, took_part: int | None, words: Text, by: Person, at: datetime, today: date, version: int = 0
) -> Holding:
    """Record that it was held; saying it again corrects that. What was begun before its day was held today."""
    demand_real(meeting)
    if meeting.on > today:
        if start_of(meeting) is None:
            raise NotYet
        Meeting.objects.in_space(meeting.space).filter(pk=meeting.pk).update(on=today)
        meeting.on = today
    said = {"took_part": took_part, "words": words}
    holding, made = Holding.objects.get_or_create(meeting=meeting, defaults={**said, "by": by, "at": at})
    if not made:
        save_version(holding, version=version or holding.version, **rewritten(holding, said))
    noted("meeting.held", meeting, by, at)
    return holding


@transaction.atomic
def take_back_holding(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """It was not held after all."""
    Holding.objects.filter(meeting=meeting).delete()
    noted("meeting.not_held", meeting, by, at)


@transaction.atomic
def make_held(
    this_round: Round,
    method: Method | None,
    *,
    took_part: int | None,
    words: Text,
    by: Person,
    at: datetime,
    today: date,
    **said: Any,
) -> Meeting:
    """A meeting that nobody had time to plan in here, recorded afterwards."""
    meeting = make_meeting(this_round, method, by=by, at=at, **said)
    hold(meeting, took_part=took_part, words=words, by=by, at=at, today=today)
    return meeting


def noted(act: str, meeting: Meeting, by: Person | None, at: datetime) -> None:
    """In the log, and to those who watch."""
    audit.record(act=act, about=meeting, by=by, at=at, space=meeting.space)
    announce(topic(meeting))


def topic(meeting: Meeting) -> str:
    """What those who watch the meeting listen to."""
    return f"meeting:{meeting.pk}"


def table_topic(group: UUID) -> str:
    """What those who sit at one table listen to."""
    return f"table:{group}"


def extra_topic(attendee: UUID) -> str:
    """What only somebody who has longer than others listens to."""
    return f"extra:{attendee}"


def lead_topic(meeting: Meeting) -> str:
    """What those who lead are told of how far it has come; changes with the meeting, and more often."""
    return f"{topic(meeting)}:lead"


def seats_topic(meeting: Meeting) -> str:
    """Somebody has got a chair without the meeting having moved on."""
    return f"{topic(meeting)}:seats"


def left_topic(meeting: Meeting) -> str:
    """Somebody is no longer in the meeting."""
    return f"{topic(meeting)}:left"
