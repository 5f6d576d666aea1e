"""Measures of the network."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.cycle.plan.actions import measures as actions
from sloyfe.cycle.plan.forms.measures import MeasureForm
from sloyfe.cycle.plan.queries import goals, links
from sloyfe.cycle.plan.queries import measures as queries
from sloyfe.cycle.plan.queries.people import responsibles
from sloyfe.cycle.plan.views.finding import found
from sloyfe.cycle.plan.views.notes import saved


@can(Can.PLAN_SEE)
def measures(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every measure of the network."""
    this_round = current_round(visit.space)
    page = {
        "measures": queries.measures(this_round),
        "removed": queries.removed_measures(this_round),
        "may_write": visit.may(Can.PLAN_WRITE),
    }
    return render(request, "plan/measures.html", page)


@can(Can.PLAN_SEE)
def measure(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """One measure and the thread that leads to it."""
    row = found(queries.measure(visit.space, measure))
    page = {
        "measure": row,
        "knots": links.thread_of_measure(row, visit.space),
        "may_write": visit.may(Can.PLAN_WRITE),
    }
    return render(request, "plan/measure.html", page)


@can(Can.PLAN_WRITE)
def new_measure(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Plan a measure."""
    this_round = current_round(visit.space)
    asked = responsibles(visit.space, on=timezone.localdate())
    form = MeasureForm(goals.goal_choices(this_round), asked, data=request.POST or None)
    if request.method == "GET" and request.GET.get("mal"):
        form.initial["goals"] = [request.GET["mal"]]
    if form.is_valid() and form.attempt(
        actions.plan_measure, this_round, by=visit.person, at=timezone.now(), **form.said()
    ):
        saved(request, _("Tiltaket står i planen."), form.cleaned_data)
        return redirect("plan:measure", visit.space.slug, form.result.pk)
    return render(request, "plan/measure_form.html", {"form": form}, status=form.status_code)


@can(Can.PLAN_WRITE)
def measure_text(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """Write the measure anew."""
    row = found(queries.measure(visit.space, measure))
    asked = responsibles(visit.space, on=timezone.localdate(), keeping=row)
    form = MeasureForm(goals.goal_choices(row.round), asked, row, request.POST or None)
    if form.is_valid() and form.attempt(actions.change_measure, row, by=visit.person, at=timezone.now(), **form.said()):
        saved(request, _("Tiltaket er lagret."), form.cleaned_data)
        return redirect("plan:measure", visit.space.slug, row.pk)
    return render(request, "plan/measure_form.html", {"form": form, "measure": row}, status=form.status_code)


@require_POST
@can(Can.PLAN_WRITE)
def measure_removal(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """Take the measure out; the list offers to put it back."""
    actions.remove_measure(found(queries.measure(visit.space, measure)), by=visit.person, at=timezone.now())
    messages.success(request, _("Tiltaket er tatt ut av planen. Du kan angre nederst på siden."))
    return redirect("plan:measures", visit.space.slug)


@require_POST
@can(Can.PLAN_WRITE)
def measure_restoration(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """Put the measure back."""
    row = found(queries.measure(visit.space, measure))
    actions.restore_measure(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Tiltaket er tilbake i planen."))
    return redirect("plan:measure", visit.space.slug, row.pk)
