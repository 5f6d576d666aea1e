"""Designing the script of a meeting on one page: everything at once, and the last change undone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import (
    DotCard,
    EarlierScript,
    Meeting,
    MeetingPhase,
    Note,
    Omission,
    Part,
    PhaseStart,
    Point,
    Seating,
)
from sloyfe.cycle.meetings.models.scripts import stored, unstored
from sloyfe.cycle.meetings.queries.scripts import phases_of, seen_mark
from sloyfe.cycle.plan.actions.changes import rewritten
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.people.models import Person

KEPT = 30
Change = Callable[[Meeting], Any]


class ChangedMeanwhile(Refusal):
    """Somebody else changed the script while this one was on the screen."""

    sentence = _("Noen andre har endret gangen i møtet imens. Se over, og lagre igjen hvis det du skrev, skal gjelde.")


class InUse(Refusal):
    """What people have done in a phase does not go away with it."""

    sentence = _("Fasen er alt brukt i møtet, og blir stående. Du kan utelate den i stedet.")


class NothingToUndo(Refusal):
    """The script stands as it was made."""

    sentence = _("Det er ingenting å angre.")


@transaction.atomic
def change_script(meeting: Meeting, change: Change, *, by: Person, at: datetime, seen: str | None = None) -> Any:
    """Do something with the phases, and remember how they stood. What belongs to the daily running stays last."""
    Meeting.with_rehearsals.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
    if seen is not None and seen != seen_mark(meeting):
        raise ChangedMeanwhile
    before = _values(meeting)
    result = change(meeting)
    in_order(phases_of(meeting))
    if before == _values(meeting):
        return result
    last = EarlierScript.objects.filter(meeting=meeting).aggregate(last=Max("nth"))["last"] or 0
    EarlierScript.objects.create(meeting=meeting, nth=last + 1, phases=before, by=by, at=at)
    EarlierScript.objects.filter(meeting=meeting, nth__lte=last + 1 - KEPT).delete()
    noted("meeting.changed", meeting, by, at)
    return result


@transaction.atomic
def undo(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """Back to how the script stood before the last change, with the very same rows."""
    Meeting.with_rehearsals.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
    earlier = EarlierScript.objects.filter(meeting=meeting).order_by("nth").last()
    if earlier is None:
        raise NothingToUndo
    wanted = {UUID(each["id"]) for each in earlier.phases}
    for phase in phases_of(meeting):
        if phase.pk not in wanted:
            remove(phase)
    for position, values in enumerate(earlier.phases, 1):
        _restore(values, meeting, position, by, at)
    earlier.delete()
    noted("meeting.change_undone", meeting, by, at)


def write(phase: MeetingPhase, said: Mapping[str, Any]) -> None:
    """Write one phase anew; an untouched one keeps its version."""
    changes = {name: value for name, value in rewritten(phase, said).items() if getattr(phase, name) != value}
    if changes:
        save_version(phase, version=phase.version, **changes)


def in_order(phases: Sequence[MeetingPhase]) -> None:
    """Place them in this order, development first and the daily running of things last."""
    rows = sorted(phases, key=lambda phase: phase.part == Part.OPERATIONS)
    for position, row in enumerate(rows, 1):
        row.position = position
    MeetingPhase.objects.bulk_update(rows, ["position"])


def remove(phase: MeetingPhase) -> None:
    """Take a phase away that nobody has worked in yet."""
    used: tuple[type[PhaseStart | Note | Point | Seating | DotCard], ...] = (PhaseStart, Note, Point, Seating, DotCard)
    if any(each._default_manager.filter(phase=phase).exists() for each in used):  # noqa: SLF001 - the documented name
        raise InUse
    MeetingPhase.objects.filter(pk=phase.pk).delete()


def insert(meeting: Meeting, phases: Sequence[MeetingPhase], *, first: bool) -> list[MeetingPhase]:
    """New phases before all others or after them, under keys of their own that still point at each other."""
    keys = {phase.key: f"own-{uuid4().hex[:8]}" for phase in phases}
    for phase in phases:
        phase.meeting = meeting
        phase.key = keys[phase.key]
        phase.groups_from = keys.get(phase.groups_from, "")
        phase.builds_on = [keys[key] for key in phase.builds_on if key in keys]
    made = MeetingPhase.objects.bulk_create(phases)
    standing = [each for each in phases_of(meeting) if each not in made]
    in_order([*made, *standing] if first else [*standing, *made])
    return made


def _restore(values: Mapping[str, Any], meeting: Meeting, position: int, by: Person, at: datetime) -> None:
    row = unstored(values, meeting=meeting, position=position)
    stands = MeetingPhase.objects.filter(pk=row.pk).values_list("version", flat=True).first()
    row.version = (stands or 0) + 1
    row.save(force_insert=stands is None, force_update=stands is not None)
    if values["left_out"]:
        Omission.objects.get_or_create(phase=row, defaults={"by": by, "at": at})
    else:
        Omission.objects.filter(phase=row).delete()


def _values(meeting: Meeting) -> list[dict[str, Any]]:
    return [stored(phase) for phase in phases_of(meeting)]
