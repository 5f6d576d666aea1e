"""Keeping what somebody writes for themselves. Nothing is announced and nothing is logged: it is nobody's business."""

from django.db import transaction

from sloyfe.cycle.meetings.models import Attendee, MeetingPhase, Note
from sloyfe.cycle.meetings.models.notes import sealed


@transaction.atomic
def keep_note(attendee: Attendee, phase: MeetingPhase, words: str, *, key: str) -> None:
    """Write the note of this phase anew; an empty one is gone."""
    if not words.strip():
        Note.objects.filter(attendee=attendee, phase=phase).delete()
        return
    Note.objects.update_or_create(attendee=attendee, phase=phase, defaults={"sealed": sealed(words, key)})
