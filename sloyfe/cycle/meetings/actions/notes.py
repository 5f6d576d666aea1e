"""Keeping what somebody writes for themselves. Nothing is logged: it is nobody's business.

Those who lead are told that there is something to count, and no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.door import digest
from sloyfe.cycle.meetings.actions.meetings import lead_topic
from sloyfe.cycle.meetings.models import Attendee, Note
from sloyfe.cycle.meetings.models.notes import sealed
from sloyfe.cycle.meetings.queries.extra_time import longer
from sloyfe.cycle.meetings.queries.windows import Window, by_digest, windows
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce

LONGEST = 4000


class NotInside(Refusal):
    """The key opens nothing here."""

    sentence = _("Du er ikke inne i møtet lenger. Skriv koden på nytt.")
    status = 404


class TooLate(Refusal):
    """A phase is over two seconds after the next has begun."""

    sentence = _("Fasen er over. Teksten står her fortsatt, så du kan ta den med deg videre.")


class WrittenElsewhere(Refusal):
    """The same person has written in another window since; `words` and `version` are what is stored."""

    sentence = _("Du har skrevet i et annet vindu også. Her er begge tekstene.")

    def __init__(self, words: str, version: int) -> None:
        super().__init__()
        self.words = words
        self.version = version


@dataclass(frozen=True, slots=True)
class Writing:
    """What a browser sends: the words, on top of which version, and a mark by which a repeated save is known.

    Without a version the words stand whatever was there.
    """

    key: str = field(repr=False)
    phase: UUID
    words: str = field(repr=False)
    after: int | None
    mark: UUID
    at: datetime


Outcome = int | Refusal


@transaction.atomic
def keep_notes(writings: Sequence[Writing]) -> list[Outcome]:
    """Write each note anew; an empty one is gone. The outcome is the version that is now kept, or why not."""
    people = by_digest({digest(each.key) for each in writings})
    open_now = windows({one.meeting_id: one.meeting for one in people.values()}.values())
    more = longer([one.pk for one in people.values()])
    rows = Note.objects.select_for_update().filter(attendee__in=people.values()).order_by("pk")
    kept = {(note.attendee_id, note.phase_id): note for note in rows}
    changed: dict[UUID, Note] = {}
    outcomes = []
    for each in writings:
        author = people.get(digest(each.key))
        in_time = author is not None and _in_time(each, author, open_now, more)
        outcomes.append(_outcome(each, author, kept, changed, in_time=in_time))
    gone = [note.pk for note in changed.values() if not note.sealed]
    Note.objects.filter(pk__in=gone).delete()
    Note.objects.bulk_create(
        [note for note in changed.values() if note.sealed],
        update_conflicts=True,
        unique_fields=["attendee", "phase"],
        update_fields=["sealed", "version", "save_mark"],
    )
    for meeting in {one.meeting_id: one.meeting for one in people.values()}.values():
        announce(lead_topic(meeting))
    return outcomes


def _in_time(writing: Writing, author: Attendee, open_now: dict[UUID, Window], more: dict[UUID, timedelta]) -> bool:
    window = open_now[author.meeting_id]
    return window.takes(writing.phase, writing.at, longer=more.get(author.pk, timedelta()))


def _outcome(
    writing: Writing,
    author: Attendee | None,
    kept: dict[tuple[UUID, UUID], Note],
    changed: dict[UUID, Note],
    *,
    in_time: bool,
) -> Outcome:
    if author is None:
        return NotInside()
    phase = next((each for each in author.meeting.phases.all() if each.pk == writing.phase), None)
    if phase is None or not phase.is_private:
        return NotInside()
    place = (author.pk, phase.pk)
    note = kept.get(place)
    if note and note.save_mark == writing.mark:
        return note.version
    if not in_time:
        return TooLate()
    if note and writing.after not in (None, note.version) and (words := note.words(writing.key)) != writing.words:
        return WrittenElsewhere(words, note.version)
    if note is None:
        note = kept[place] = Note(attendee=author, phase=phase, version=0)
    note.version += 1
    note.save_mark = writing.mark
    note.sealed = sealed(writing.words, writing.key) if writing.words.strip() else b""
    changed[note.pk] = note
    return note.version
