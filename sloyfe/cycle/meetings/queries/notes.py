"""An attendee's own notes. The only way to them is the attendee's own key."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sloyfe.cycle.meetings.models import Attendee, Meeting, MeetingPhase, Note
from sloyfe.cycle.meetings.queries.running import Standing


@dataclass(frozen=True)
class Pad:
    """The notes of one phase; `lost` when they were sealed by a browser that is not this one."""

    phase: MeetingPhase
    words: str
    version: int
    lost: bool


def own_pads(attendee: Attendee, meeting: Meeting, *, key: str) -> list[Pad]:
    """What this attendee has written, in the order of the phases."""
    kept = {note.phase_id: note for note in Note.objects.filter(attendee=attendee)}
    return [_pad(phase, kept[phase.pk], key) for phase in meeting.phases.all() if phase.pk in kept]


def pads_of(keys: Mapping[UUID, str]) -> dict[UUID, list[Pad]]:
    """What each of these attendees has written, for the keys they hold."""
    rows = Note.objects.filter(attendee__in=keys).select_related("phase").order_by("phase__position")
    found: dict[UUID, list[Pad]] = {attendee: [] for attendee in keys}
    for note in rows:
        found[note.attendee_id].append(_pad(note.phase, note, keys[note.attendee_id]))
    return found


def writing_in(meeting: Meeting, now: Standing) -> MeetingPhase | None:
    """The phase in which everybody writes for themselves now; before the start, one that may be done beforehand."""
    if now.phase:
        return now.phase if now.phase.is_private else None
    return beforehand(meeting)


def beforehand(meeting: Meeting) -> MeetingPhase | None:
    """The phase that people may do before the meeting begins."""
    return next((phase for phase in meeting.standing if phase.is_private and "beforehand" in phase.rules), None)


def _pad(phase: MeetingPhase, note: Note, key: str) -> Pad:
    words = note.words(key)
    return Pad(phase, words, note.version, lost=not words)
