"""Changing the script of one meeting. It helps without locking: any phase may be stretched, moved or left out."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase, Omission
from sloyfe.cycle.plan.actions.changes import rewritten
from sloyfe.kit.rows import save_version
from sloyfe.people.models import Person

LEAST, MOST = 1, 480


@transaction.atomic
def add_phase(meeting: Meeting, *, by: Person, at: datetime, **said: Any) -> MeetingPhase:
    """A phase of our own, last in the meeting."""
    _locked(meeting)
    last = meeting.phases.aggregate(last=Max("position"))["last"] or 0
    phase = MeetingPhase(meeting=meeting, position=last + 1, **said)
    phase.key = f"own-{phase.pk.hex[:8]}"
    phase.save(force_insert=True)
    noted("meeting.changed", meeting, by, at)
    return phase


@transaction.atomic
def change_phase(phase: MeetingPhase, *, version: int, by: Person, at: datetime, **said: Any) -> None:
    """Write the phase anew."""
    save_version(phase, version=version, **rewritten(phase, said))
    noted("meeting.changed", phase.meeting, by, at)


@transaction.atomic
def stretch(phase: MeetingPhase, minutes: int, *, by: Person, at: datetime) -> None:
    """So many minutes more, or less when below nought; a phase keeps at least one."""
    _locked(phase.meeting)
    now = MeetingPhase.objects.get(pk=phase.pk)
    save_version(now, version=now.version, minutes=min(MOST, max(LEAST, now.minutes + minutes)))
    noted("meeting.changed", phase.meeting, by, at)


@transaction.atomic
def move(phase: MeetingPhase, steps: int, *, by: Person, at: datetime) -> None:
    """Earlier (below nought) or later among the phases; at the end of the row it stays where it is."""
    _locked(phase.meeting)
    rows = list(phase.meeting.phases.order_by("position"))
    place = next(n for n, row in enumerate(rows) if row.pk == phase.pk)
    rows.insert(max(0, place + steps), rows.pop(place))
    for position, row in enumerate(rows, 1):
        row.position = position
    MeetingPhase.objects.bulk_update(rows, ["position"])
    noted("meeting.changed", phase.meeting, by, at)


@transaction.atomic
def leave_out(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The meeting goes without the phase."""
    Omission.objects.get_or_create(phase=phase, defaults={"by": by, "at": at})
    noted("meeting.changed", phase.meeting, by, at)


@transaction.atomic
def take_in_again(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The phase is part of the meeting after all."""
    Omission.objects.filter(phase=phase).delete()
    noted("meeting.changed", phase.meeting, by, at)


def _locked(meeting: Meeting) -> None:
    """Two who press at once come one after the other."""
    Meeting.objects.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
