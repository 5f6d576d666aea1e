"""Changing the script of one meeting. It helps without locking: any phase may be stretched, moved or left out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.scripts import change_script, in_order, insert
from sloyfe.cycle.meetings.content.blocks import Block, block
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase, Omission
from sloyfe.cycle.meetings.models.meetings import copied
from sloyfe.cycle.meetings.queries.fitting import fitted, longest, shortest
from sloyfe.cycle.meetings.queries.scripts import phases_of
from sloyfe.cycle.plan.actions.changes import rewritten
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.people.models import Person

LEAST, MOST = 1, 480


class TooTight(Refusal):
    """The phases cannot be made as short as that."""

    sentence = _("Så kort kan ikke fasene bli. Ta bort eller utelat en fase, eller gi møtet mer tid.")


class TooRoomy(Refusal):
    """The phases cannot use that much time."""

    sentence = _("Fasene trenger ikke så lang tid. Legg til en fase, eller slutt før.")


def add_phase(meeting: Meeting, *, by: Person, at: datetime, **said: Any) -> MeetingPhase:
    """A phase of our own, last in the meeting."""
    phase = MeetingPhase(meeting=meeting, position=0, key="own", **said)
    change_script(meeting, lambda row: insert(row, [phase], first=False), by=by, at=at)
    return phase


def change_phase(phase: MeetingPhase, *, version: int, by: Person, at: datetime, **said: Any) -> None:
    """Write the phase anew."""
    changes = rewritten(phase, said)
    change_script(phase.meeting, lambda _row: save_version(phase, version=version, **changes), by=by, at=at)


def stretch(phase: MeetingPhase, minutes: int, *, by: Person, at: datetime) -> None:
    """So many minutes more, or less when below nought; a phase keeps at least one."""
    change_script(phase.meeting, lambda _row: stretched(phase, minutes), by=by, at=at)


def move(phase: MeetingPhase, steps: int, *, by: Person, at: datetime) -> None:
    """Earlier (below nought) or later among the phases; at the end of the row it stays where it is."""
    change_script(phase.meeting, lambda row: moved(row, phase, steps), by=by, at=at)


def leave_out(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The meeting goes without the phase."""

    def omit(_row: Meeting) -> None:
        Omission.objects.get_or_create(phase=phase, defaults={"by": by, "at": at})

    change_script(phase.meeting, omit, by=by, at=at)


def take_in_again(phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The phase is part of the meeting after all."""
    change_script(phase.meeting, lambda _row: Omission.objects.filter(phase=phase).delete(), by=by, at=at)


def stretched(phase: MeetingPhase, minutes: int) -> None:
    """Only the change itself, for those who remember it with others."""
    now = MeetingPhase.objects.get(pk=phase.pk)
    save_version(now, version=now.version, minutes=min(MOST, max(LEAST, now.minutes + minutes)))


def moved(meeting: Meeting, phase: MeetingPhase, steps: int) -> None:
    """The same for a move."""
    rows = phases_of(meeting)
    place = next(n for n, row in enumerate(rows) if row.pk == phase.pk)
    rows.insert(max(0, place + steps), rows.pop(place))
    in_order(rows)


def fit(meeting: Meeting, minutes: int) -> None:
    """Give every phase its share of so many minutes, within its room."""
    rows = [phase for phase in phases_of(meeting) if not phase.is_left_out]
    if minutes < shortest(rows):
        raise TooTight
    if minutes > longest(rows):
        raise TooRoomy
    for row, share in zip(rows, fitted(rows, minutes), strict=True):
        if row.minutes != share:
            save_version(row, version=row.version, minutes=share)


def two_minutes(meeting: Meeting) -> list[MeetingPhase]:
    """The phase in which everybody prepares, before all others; pressed twice, it is there once."""
    wanted = block("preparation")
    found = [row for row in phases_of(meeting) if row.gives_time_to_prepare and not row.is_left_out]
    return found[:1] or (add_block(meeting, wanted) if wanted else [])


def add_block(meeting: Meeting, block: Block) -> list[MeetingPhase]:
    """The phases of a ready-made block."""
    rows: Sequence[MeetingPhase] = [copied(each, meeting=meeting, position=0) for each in block.phases]
    for row in rows:
        row.part = block.part
    return insert(meeting, rows, first=block.first)
