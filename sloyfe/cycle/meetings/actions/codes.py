"""A new code for a meeting. Those who are in stay in."""

from datetime import datetime

from django.db import transaction

from sloyfe.cycle.meetings.actions.door import unused_code
from sloyfe.cycle.meetings.actions.meetings import noted
from sloyfe.cycle.meetings.models import Door, RetiredCode
from sloyfe.people.models import Person


@transaction.atomic
def replace_code(door: Door, *, by: Person, at: datetime) -> Door:
    """The code on the wall is another one; the old one lets nobody in any longer."""
    standing = Door.objects.select_for_update().select_related("meeting__space").get(pk=door.pk)
    RetiredCode.objects.create(door=standing, code=standing.code, by=by, at=at)
    standing.code = unused_code()
    standing.save(update_fields=["code"])
    noted("meeting.code_replaced", standing.meeting, by, at)
    return standing
