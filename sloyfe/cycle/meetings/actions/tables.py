"""What a table takes home, and objections that wait until ideas have been gathered."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.meetings import lead_topic, table_topic
from sloyfe.cycle.meetings.actions.outcomes import take_further
from sloyfe.cycle.meetings.actions.points import NotOnTheTable
from sloyfe.cycle.meetings.models import Group, Meeting, MeetingPhase, Objection, Outcome, TableTask
from sloyfe.cycle.meetings.queries.outcomes import Kind
from sloyfe.cycle.meetings.queries.tables import parks, takes_tasks
from sloyfe.cycle.networks.actions.between import take_on
from sloyfe.cycle.partnership.models import Party
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class MovedOn(Refusal):
    """Each thing in its phase."""

    sentence = _("Møtet har gått videre til en fase der dette ikke tas imot.")


class TakenHome(Refusal):
    """What stands among the unit's work is changed there."""

    sentence = _("Oppgaven står allerede i enhetens mellomarbeid. Endre den der.")


@transaction.atomic
def word_task(
    group: Group,
    phase: MeetingPhase,
    name: UUID,
    *,
    place: UUID | None,
    words: str,
    who: str,
    due: date | None,
    bring: str,
) -> TableTask:
    """One task in the table's own words; sent twice, it is there once."""
    if not takes_tasks(phase):
        raise MovedOn
    said = {"words": words, "who": who, "due": due, "bring": bring, "place_id": place}
    task, made = TableTask.objects.get_or_create(pk=name, defaults={"group": group, "phase": phase, **said})
    if not made and task.group_id != group.pk:
        raise NotOnTheTable
    _tell(group.pk, phase.meeting)
    return task


@transaction.atomic
def take_task_back(task: TableTask, meeting: Meeting) -> None:
    """The table thinks again, as long as the task has not been taken home."""
    if hasattr(task, "outcome"):
        raise TakenHome
    task.delete()
    _tell(task.group_id, meeting)


@transaction.atomic
def take_home(task: TableTask, meeting: Meeting, unit: Party, *, language: str, by: Person, at: datetime) -> Outcome:
    """Put the table's task among the unit's work between gatherings."""

    def said(words: str) -> Text:
        return Text.of(**{language: words}, source=language) if words else Text()

    return take_further(
        meeting,
        {"task": task},
        Kind.WORK,
        lambda: take_on(
            meeting.round,
            unit,
            title=said(task.words),
            with_whom=said(task.who),
            bring=said(task.bring),
            due=task.due,
            by=by,
            at=at,
        ),
        by=by,
        at=at,
    )


@transaction.atomic
def park(group: Group, phase: MeetingPhase, name: UUID, words: str, *, key: str) -> Objection:
    """Keep an objection for later; the row does not say whose it is."""
    if not parks(phase):
        raise MovedOn
    made = Objection(pk=name, group=group, phase=phase, words=" ".join(words.split()))
    made.mark = made.mark_of(key)
    known, _made = Objection.objects.get_or_create(
        pk=name, defaults={"group": group, "phase": phase, "words": made.words, "mark": made.mark}
    )
    if known.mark != made.mark:
        raise NotOnTheTable
    announce(lead_topic(phase.meeting))
    return known


@transaction.atomic
def take_objection_back(objection: Objection, meeting: Meeting, *, key: str) -> None:
    """Its author takes it back while it is parked."""
    if objection.mark != objection.mark_of(key):
        raise NotOnTheTable
    objection.delete()
    announce(lead_topic(meeting))


def _tell(group: UUID, meeting: Meeting) -> None:
    announce(table_topic(group))
    announce(lead_topic(meeting))
