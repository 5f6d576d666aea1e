"""Tasks, the year wheel's dates, and the hours of each unit."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import duties as actions
from sloyfe.cycle.partnership.content.agreement import section_templates
from sloyfe.cycle.partnership.content.gate import gate_content
from sloyfe.cycle.partnership.forms.agreement import DateForm, HoursForm, TaskForm
from sloyfe.cycle.partnership.models import PartyRole, Task
from sloyfe.cycle.partnership.queries import duties as queries
from sloyfe.cycle.partnership.queries import rounds, seats
from sloyfe.cycle.partnership.queries.gate import READY
from sloyfe.cycle.partnership.views.doors import demand, found


@can(Can.AGREEMENT_SEE, POST=Can.TASK_GIVE)
def tasks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every task (GET), and one more (POST)."""
    this_round = rounds.current_round(visit.space)
    source = _source(request.GET.get("fra", "roles"))
    form = _task_form(request, visit)
    if form.is_valid() and form.attempt(
        actions.add_task, this_round, source=source, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Oppgaven er ført opp."))
        return redirect(_back(visit, source))
    page = {
        "form": form,
        "rows": [(row, _may_touch(visit, row)) for row in queries.tasks(this_round)],
        "may_give": visit.may(Can.TASK_GIVE),
        "because": _because(source),
        "today": timezone.localdate(),
    }
    return render(request, "partnership/tasks.html", page, status=form.status_code)


@can(Can.TASK_GIVE)
def task(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Change one task."""
    row = found(queries.task(visit.space, key))
    demand(_may_touch(visit, row))
    form = _task_form(request, visit, row)
    if form.is_valid() and form.attempt(actions.change_task, row, **form.cleaned_data):
        messages.success(request, _("Endringen er lagret."))
        return redirect("partnership:tasks", slug=visit.space.slug)
    return render(request, "partnership/task.html", {"form": form, "row": row}, status=form.status_code)


@require_POST
@can(Can.AGREEMENT_SEE)
def task_done(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The task is done; or not after all; or nobody needs to do it."""
    row = found(queries.task(visit.space, key))
    demand(_may_touch(visit, row))
    if "remove" in request.POST:
        demand(visit.may(Can.TASK_GIVE))
        actions.remove_task(row, by=visit.person, at=timezone.now())
        messages.success(request, _("Oppgaven er fjernet."))
    else:
        act = actions.reopen_task if "reopen" in request.POST else actions.finish_task
        act(row, by=visit.person, at=timezone.now())
    return redirect("partnership:tasks", slug=visit.space.slug)


@can(Can.AGREEMENT_SEE, POST=Can.AGREEMENT_WRITE)
def year_wheel(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every date (GET), and one more (POST)."""
    this_round = rounds.current_round(visit.space)
    form = DateForm(request.POST or None)
    if form.is_valid() and form.attempt(
        actions.add_date, this_round, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Datoen er ført opp."))
        return redirect("partnership:year_wheel", slug=visit.space.slug)
    page = {"form": form, "rows": queries.dates(this_round), "may_write": visit.may(Can.AGREEMENT_WRITE)}
    return render(request, "partnership/year_wheel.html", page, status=form.status_code)


@can(Can.AGREEMENT_WRITE)
def year_wheel_date(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Change one date, or take it out."""
    row = found(queries.date_(visit.space, key))
    if "remove" in request.POST:
        actions.remove_date(row, by=visit.person, at=timezone.now())
        messages.success(request, _("Datoen er fjernet."))
        return redirect("partnership:year_wheel", slug=visit.space.slug)
    values = {name: getattr(row, name) for name in ("title", "kind", "on", "until", "version")}
    form = DateForm(request.POST or None, versioned=True, initial=values)
    if form.is_valid() and form.attempt(actions.change_date, row, **form.cleaned_data):
        messages.success(request, _("Endringen er lagret."))
        return redirect("partnership:year_wheel", slug=visit.space.slug)
    return render(request, "partnership/year_wheel_date.html", {"form": form, "row": row}, status=form.status_code)


@can(Can.AGREEMENT_SEE, POST=Can.HOURS_SET)
def hours(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What each unit has set aside (GET), and one's own unit's word (POST)."""
    this_round = rounds.current_round(visit.space)
    units = [p for p in rounds.parties(visit.space, PartyRole.UNIT) if visit.may(Can.HOURS_SET, p.place)]
    form = HoursForm(request.POST or None, units=units)
    if form.is_valid() and form.attempt(
        actions.set_unit_time, this_round, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        messages.success(request, _("Timene er ført opp."))
        return redirect("partnership:hours", slug=visit.space.slug)
    page = {"form": form, "may_set": bool(units), "rows": queries.unit_times(this_round)}
    page["missing"] = queries.without_hours(this_round)
    return render(request, "partnership/hours.html", page, status=form.status_code)


def _task_form(request: HttpRequest, visit: Visit, row: Task | None = None) -> TaskForm:
    values = {name: getattr(row, name) for name in ("what", "party", "person", "due", "version")} if row else {}
    return TaskForm(
        request.POST or None,
        parties=rounds.own_parties(visit),
        people=seats.people(visit.space, on=timezone.localdate()),
        versioned=row is not None,
        initial=values,
    )


def _may_touch(visit: Visit, row: Task) -> bool:
    """The one it was given to, and those who give tasks at that place."""
    return row.person_id == visit.person.pk or visit.may(Can.TASK_GIVE, row.party.place)


def _source(asked: str) -> str:
    """Only sections and statements that exist."""
    known = set(section_templates()) | {READY + each.key for each in gate_content().statements}
    return asked if asked in known else "roles"


def _because(source: str) -> object:
    statements = {READY + each.key: each.words for each in gate_content().statements}
    return statements.get(source)


def _back(visit: Visit, source: str) -> str:
    name = "readiness" if source.startswith(READY) else "tasks"
    return reverse(f"partnership:{name}", args=[visit.space.slug])
