"""Tasks that tables take home, and objections that have been parked."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import tables as actions
from sloyfe.cycle.meetings.actions.points import NotOnTheTable
from sloyfe.cycle.meetings.forms.tables import HomeForm, ObjectionForm, TableTaskForm
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, TableTask
from sloyfe.cycle.meetings.queries import meetings as meeting_queries
from sloyfe.cycle.meetings.queries import tables as queries
from sloyfe.cycle.meetings.queries.outcomes import units_of
from sloyfe.cycle.meetings.views.finding import seen
from sloyfe.cycle.meetings.views.inside import inside, table_now
from sloyfe.cycle.meetings.views.keys import key_of
from sloyfe.cycle.partnership.models import Party
from sloyfe.people.doors import everyone


@require_POST
@everyone
def new_task(request: HttpRequest, code: str) -> HttpResponse:
    """A task in the table's own words."""
    door, attendee = inside(request, code)
    form = TableTaskForm(request.POST)
    if form.is_valid() and form.attempt(_word, door, attendee, form):
        return redirect("joining:meeting", code)
    page = {"meeting": door.meeting, "door": door, "form": form, "what": "task"}
    return render(request, "joining/table_form.html", page, status=form.status_code)


@require_POST
@everyone
def task_removal(request: HttpRequest, code: str, task: UUID) -> HttpResponse:
    """The table thinks again."""
    door, attendee = inside(request, code)
    _phase, table = table_now(door, attendee)
    found = next((each for each in queries.tasks_at(table.group) if each.pk == task), None)
    if found is None:
        raise NotOnTheTable
    actions.take_task_back(found, door.meeting)
    return redirect("joining:meeting", code)


@require_POST
@everyone
def new_objection(request: HttpRequest, code: str) -> HttpResponse:
    """Park an objection."""
    door, attendee = inside(request, code)
    form = ObjectionForm(request.POST)
    if form.is_valid() and form.attempt(_park, door, attendee, form, key_of(request)):
        messages.success(request, _("Innvendingen er parkert."))
        return redirect("joining:meeting", code)
    page = {"meeting": door.meeting, "door": door, "form": form, "what": "objection"}
    return render(request, "joining/table_form.html", page, status=form.status_code)


@require_POST
@everyone
def objection_removal(request: HttpRequest, code: str, objection: UUID) -> HttpResponse:
    """Its author takes it back."""
    door, attendee = inside(request, code)
    phase, table = table_now(door, attendee)
    own = queries.parked_at(table.group, phase, key=key_of(request))
    found = next((each for each in own if each.pk == objection), None)
    if found is None:
        raise NotOnTheTable
    actions.take_objection_back(found, door.meeting, key=key_of(request))
    return redirect("joining:meeting", code)


@can(Can.MEETING_SEE)
def tasks(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """What the tables take home, for whoever leads the meeting or one of the units."""
    row = seen(visit, meeting)
    units = {unit.place_id: unit for unit in units_of(row)}
    leads = meeting_queries.may_lead(visit, row)
    own = [unit for unit in units.values() if visit.may(Can.BETWEEN_WRITE, unit.place)]
    if not leads and not own:
        raise PermissionDenied
    mine = list(units.values()) if leads else own
    shown = [task for task in queries.tasks_of(row) if leads or task.place_id in {unit.place_id for unit in own}]
    page = {
        "meeting": row,
        "tasks": [(task, units.get(task.place_id) if task.place_id else None) for task in shown],
        "home": HomeForm(mine),
        "leads": leads,
    }
    return render(request, "meetings/tasks.html", page)


@require_POST
@can(Can.MEETING_SEE)
def task_home(request: HttpRequest, visit: Visit, meeting: UUID, task: UUID) -> HttpResponse:
    """Put it among the unit's work between gatherings."""
    row = seen(visit, meeting)
    found = next((each for each in queries.tasks_of(row) if each.pk == task), None)
    unit = _unit(request, row, found) if found else None
    if found is None or unit is None:
        raise Http404
    if not meeting_queries.may_lead(visit, row) and not visit.may(Can.BETWEEN_WRITE, unit.place):
        raise PermissionDenied
    language = get_language() or "nb"
    actions.take_home(found, row, unit, language=language, by=visit.person, at=timezone.now())
    messages.success(request, _("Oppgaven står nå i mellomarbeidet til enheten."))
    return redirect("meetings:tasks", visit.space.slug, row.pk)


def _unit(request: HttpRequest, meeting: Meeting, task: TableTask) -> Party | None:
    units = units_of(meeting)
    home = next((unit for unit in units if task.place_id == unit.place_id), None)
    form = HomeForm(units, request.POST)
    return home or (form.chosen() if form.is_valid() else None)


def _word(door: Door, attendee: Attendee, form: TableTaskForm) -> TableTask:
    phase, table = table_now(door, attendee)
    said = dict(form.cleaned_data)
    place = queries.common_place(table.people)
    return actions.word_task(table.group, phase, said.pop("name"), place=place, **said)


def _park(door: Door, attendee: Attendee, form: ObjectionForm, key: str) -> object:
    phase, table = table_now(door, attendee)
    return actions.park(table.group, phase, form.cleaned_data["name"], form.cleaned_data["words"], key=key)
