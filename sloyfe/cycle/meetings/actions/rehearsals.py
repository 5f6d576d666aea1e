"""Trying a meeting before the day: a copy of it, a door, and a number of people who do not exist."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.meetings.actions.activities import carry_over
from sloyfe.cycle.meetings.actions.copying import KEPT, lay_out
from sloyfe.cycle.meetings.actions.door import open_door
from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.actions.meetings import topic
from sloyfe.cycle.meetings.models import Meeting, Naming, Rehearsal
from sloyfe.cycle.meetings.models.scripts import stored
from sloyfe.cycle.meetings.queries.groups import worth_asking_roles
from sloyfe.cycle.meetings.queries.rehearsals import rehearsal_of
from sloyfe.cycle.meetings.queries.scripts import phases_of
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person

OLD = timedelta(days=2)


class NothingToRehearse(Refusal):
    """A rehearsal goes through the phases of a meeting that is still to come."""

    sentence = _("Det er ingenting å øve på. Møtet er holdt eller avlyst, eller det har ingen faser ennå.")


class NoRehearsal(Refusal):
    """Only rehearsals are thrown away; meetings are called off."""

    sentence = _("Dette er ikke en øvelse, og kan ikke kastes.")


@transaction.atomic
def rehearse(of: Meeting, people: int, *, by: Person, at: datetime) -> Meeting:
    """A copy of the meeting to try it on, today; the one that this person has already, if there is one."""
    demand_real(of)
    Meeting.with_rehearsals.in_space(of.space).select_for_update().get(pk=of.pk)
    standing = rehearsal_of(of, by)
    if standing:
        return standing.meeting
    phases = phases_of(of)
    if of.is_held or of.is_cancelled or not any(not phase.is_left_out for phase in phases):
        raise NothingToRehearse
    meeting = _copied(of, by, at)
    lay_out(meeting, [stored(phase) for phase in phases], by=by, at=at)
    carry_over(of, meeting)
    Rehearsal.objects.create(meeting=meeting, of=of, people=people, by=by, at=at)
    asks_role = worth_asking_roles(meeting)
    open_door(meeting, naming=Naming.NAME, asks_role=asks_role, by=by, at=at)
    audit.record(act="rehearsal.made", about=meeting, by=by, at=at, space=meeting.space)
    return meeting


@transaction.atomic
def throw_away(meeting: Meeting, *, by: Person | None, at: datetime) -> None:
    """Nothing of the rehearsal is left; the meeting that was rehearsed stands untouched."""
    if not Rehearsal.objects.filter(meeting=meeting).exists():
        raise NoRehearsal
    audit.record(act="rehearsal.thrown_away", about=meeting, by=by, at=at, space=meeting.space)
    announce(topic(meeting))
    meeting.delete()


def throw_old_away(*, at: datetime) -> int:
    """Those that nobody threw away within two days."""
    old = list(Rehearsal.objects.filter(at__lt=at - OLD).select_related("meeting__space"))
    for each in old:
        throw_away(each.meeting, by=None, at=at)
    return len(old)


def _copied(of: Meeting, by: Person, at: datetime) -> Meeting:
    now = timezone.localtime(at)
    kept = {name: getattr(of, name) for name in KEPT}
    meeting = Meeting.objects.create(
        space=of.space,
        round=of.round,
        title=of.title,
        follows=of.follows,
        on=timezone.localdate(now),
        starts=now.time().replace(second=0, microsecond=0),
        made_by=by,
        made_at=at,
        **kept,
    )
    meeting.places.set(of.places.all())
    return meeting
