"""Tables with a theme each, and choosing one's own."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.meetings import noted, table_topic, topic
from sloyfe.cycle.meetings.actions.rearranging import mend_roles
from sloyfe.cycle.meetings.models import Attendee, Chair, Group, Meeting, MeetingPhase, Seating
from sloyfe.cycle.meetings.queries.groups import seating_of
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class TableFull(Refusal):
    """Somebody else took the last place."""

    sentence = _("Bordet ble fullt. Velg et annet, eller spør den som leder møtet.")


class ThemeTaken(Refusal):
    """A theme that people sit at is not taken away under them."""

    sentence = _("Noen sitter allerede ved et av temaene du tok bort. La det stå, eller be dem velge et annet først.")


@transaction.atomic
def set_themes(phase: MeetingPhase, themes: Sequence[str], room: int, *, by: Person, at: datetime) -> None:
    """One table a theme, each with so many places; those who have chosen keep their place."""
    Meeting.with_rehearsals.in_space(phase.meeting.space).select_for_update().get(pk=phase.meeting_id)
    seating = seating_of(phase) or Seating.objects.create(phase=phase, nth=1, by=by, at=at)
    standing = {group.name: group for group in seating.groups.all()}
    gone = [group.pk for name, group in standing.items() if name not in themes]
    if Chair.objects.filter(group__in=gone).exists():
        raise ThemeTaken
    Group.objects.filter(pk__in=gone).delete()
    seating.groups.update(room=room)
    taken = set(seating.groups.values_list("number", flat=True))
    free = (number for number in range(1, len(themes) + len(taken) + 1) if number not in taken)
    new = [theme for theme in themes if theme not in standing]
    Group.objects.bulk_create(Group(seating=seating, number=next(free), name=theme, room=room) for theme in new)
    noted("meeting.themes_set", phase.meeting, by, at)


@transaction.atomic
def choose(attendee: Attendee, group: Group) -> None:
    """Somebody sits down at the table they want, or changes to it; the last place goes to whoever asks first."""
    seating = Seating.objects.select_for_update().get(pk=group.seating_id)
    table = Group.objects.select_for_update().get(pk=group.pk)
    others = Chair.objects.filter(group=table).exclude(attendee=attendee).count()
    if table.room is not None and others >= table.room:
        raise TableFull
    left = list(Chair.objects.filter(seating=seating, attendee=attendee).values_list("group", flat=True))
    Chair.objects.update_or_create(seating=seating, attendee=attendee, defaults={"group": table})
    mend_roles(seating.phase)
    for each in (*left, table.pk):
        announce(table_topic(each))
    announce(topic(seating.phase.meeting))
