"""Tasks, dates and hours: written once, shown where the agreement needs them."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.models import Party, PartyRole, Round, Task, TaskDone, UnitTime, YearWheelDate
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class EndsBeforeItBegins(Refusal):
    """A stretch of days runs forward."""

    sentence = _("Sluttdatoen er før startdatoen.")
    status = 422


class NotAUnit(Refusal):
    """Hours are set aside where the staff are."""

    sentence = _("Bare enheter fører opp felles utviklingstid.")
    status = 422


@transaction.atomic
def add_task(
    this_round: Round,
    *,
    what: Text,
    party: Party,
    person: Person | None,
    due: date,
    source: str,
    by: Person,
    at: datetime,
) -> Task:
    """Somebody will do something by a day."""
    made = Task.objects.create(
        space=this_round.space,
        round=this_round,
        what=what,
        party=party,
        person=person,
        due=due,
        source=source,
        made_by=by,
        made_at=at,
    )
    audit.record(act="task.added", about=made, by=by, at=at, space=this_round.space)
    return made


@transaction.atomic
def change_task(task: Task, *, version: int, what: Text, party: Party, person: Person | None, due: date) -> None:
    """Save the task, unless somebody else saved meanwhile."""
    save_version(task, version=version, what=task.what.rewritten(what), party=party, person=person, due=due)


@transaction.atomic
def finish_task(task: Task, *, by: Person, at: datetime) -> None:
    """It is done; a second time changes nothing."""
    _row, made = TaskDone.objects.get_or_create(task=task, defaults={"by": by, "at": at})
    if made:
        audit.record(act="task.done", about=task, by=by, at=at, space=task.space)


@transaction.atomic
def reopen_task(task: Task, *, by: Person, at: datetime) -> None:
    """Undo: it is not done after all."""
    if TaskDone.objects.filter(task=task).delete()[0]:
        audit.record(act="task.reopened", about=task, by=by, at=at, space=task.space)


@transaction.atomic
def remove_task(task: Task, *, by: Person, at: datetime) -> None:
    """Nobody needs to do this."""
    audit.record(act="task.removed", about=task, by=by, at=at, space=task.space)
    Task.objects.in_space(task.space).filter(pk=task.pk).delete()


@transaction.atomic
def add_date(
    this_round: Round, *, on: date, until: date | None, kind: str, title: Text, by: Person, at: datetime
) -> YearWheelDate:
    """A date that everybody keeps."""
    _refuse_backwards(on, until)
    made = YearWheelDate.objects.create(
        space=this_round.space, round=this_round, on=on, until=until, kind=kind, title=title, made_by=by, made_at=at
    )
    audit.record(act="date.added", about=made, by=by, at=at, space=this_round.space)
    return made


@transaction.atomic
def change_date(row: YearWheelDate, *, version: int, on: date, until: date | None, kind: str, title: Text) -> None:
    """Save the date, unless somebody else saved meanwhile."""
    _refuse_backwards(on, until)
    save_version(row, version=version, on=on, until=until, kind=kind, title=row.title.rewritten(title))


@transaction.atomic
def remove_date(row: YearWheelDate, *, by: Person, at: datetime) -> None:
    """Take the date out of the year wheel."""
    audit.record(act="date.removed", about=row, by=by, at=at, space=row.space)
    YearWheelDate.objects.in_space(row.space).filter(pk=row.pk).delete()


@transaction.atomic
def set_unit_time(this_round: Round, party: Party, *, hours: int, remark: str, by: Person, at: datetime) -> UnitTime:
    """A unit says how many hours a month it has set aside; the newest word counts."""
    if party.role != PartyRole.UNIT:
        raise NotAUnit
    row, _made = UnitTime.objects.in_space(this_round.space).update_or_create(
        round=this_round,
        party=party,
        defaults={"space": this_round.space, "hours_a_month": hours, "remark": remark.strip(), "by": by, "at": at},
    )
    audit.record(act="unit_time.set", about=row, by=by, at=at, space=this_round.space)
    return row


def _refuse_backwards(on: date, until: date | None) -> None:
    if until is not None and until < on:
        raise EndsBeforeItBegins
