"""What a unit adds to its plan: measures of its own, and lines of its competence plan."""

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
from sloyfe.cycle.plan.actions import measures as measure_actions
from sloyfe.cycle.plan.actions import unit_plans as actions
from sloyfe.cycle.plan.forms.measures import MeasureForm
from sloyfe.cycle.plan.forms.unit_plans import CompetenceForm
from sloyfe.cycle.plan.queries import goals, links, measures, unit_plans
from sloyfe.cycle.plan.queries.people import responsibles
from sloyfe.cycle.plan.views.finding import found, unit_here
from sloyfe.cycle.plan.views.notes import saved


@can(Can.PLAN_SEE)
def unit_measure(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """One measure that the unit added."""
    _round, unit = unit_here(visit)
    row = found(measures.measure(visit.space, measure, unit))
    page = {
        "measure": row,
        "unit": unit,
        "knots": links.thread_of_measure(row, visit.space),
        "may_write": visit.may(Can.UNIT_PLAN_WRITE, unit.place),
    }
    return render(request, "plan/measure.html", page)


@can(Can.UNIT_PLAN_WRITE)
def new_unit_measure(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Add a measure to the unit's own plan."""
    this_round, unit = unit_here(visit)
    asked = responsibles(unit.place, on=timezone.localdate())
    form = MeasureForm(goals.goal_choices(this_round), asked, data=request.POST or None, of_unit=True)
    if form.is_valid() and form.attempt(
        measure_actions.plan_measure, this_round, unit=unit, by=visit.person, at=timezone.now(), **form.said()
    ):
        saved(request, _("Tiltaket står i planen."), form.cleaned_data)
        return redirect("plan:unit_plan", visit.space.slug, unit.place_id)
    return render(request, "plan/measure_form.html", {"form": form, "unit": unit}, status=form.status_code)


@can(Can.UNIT_PLAN_WRITE)
def unit_measure_text(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """Write a measure of the unit anew."""
    this_round, unit = unit_here(visit)
    row = found(measures.measure(visit.space, measure, unit))
    asked = responsibles(unit.place, on=timezone.localdate(), keeping=row)
    form = MeasureForm(goals.goal_choices(this_round), asked, row, request.POST or None, of_unit=True)
    if form.is_valid() and form.attempt(
        measure_actions.change_measure, row, by=visit.person, at=timezone.now(), **form.said()
    ):
        saved(request, _("Tiltaket er lagret."), form.cleaned_data)
        return redirect("plan:unit_plan", visit.space.slug, unit.place_id)
    page = {"form": form, "unit": unit, "measure": row}
    return render(request, "plan/measure_form.html", page, status=form.status_code)


@require_POST
@can(Can.UNIT_PLAN_WRITE)
def unit_measure_removal(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """Take a measure of the unit out."""
    _round, unit = unit_here(visit)
    row = found(measures.measure(visit.space, measure, unit))
    measure_actions.remove_measure(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Tiltaket er tatt ut av planen. Du kan angre nederst på siden."))
    return redirect("plan:unit_plan", visit.space.slug, unit.place_id)


@require_POST
@can(Can.UNIT_PLAN_WRITE)
def unit_measure_restoration(_request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """Put a measure of the unit back."""
    _round, unit = unit_here(visit)
    row = found(measures.measure(visit.space, measure, unit))
    measure_actions.restore_measure(row, by=visit.person, at=timezone.now())
    return redirect("plan:unit_plan", visit.space.slug, unit.place_id)


@can(Can.UNIT_PLAN_WRITE)
def new_competence(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Add a line to the competence plan."""
    this_round, unit = unit_here(visit)
    form = CompetenceForm(data=request.POST or None)
    if form.is_valid() and form.attempt(
        actions.plan_competence, this_round, unit, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        saved(request, _("Kompetanseplanen er lagret."), form.cleaned_data)
        return redirect("plan:unit_plan", visit.space.slug, unit.place_id)
    return render(request, "plan/competence_form.html", {"form": form, "unit": unit}, status=form.status_code)


@can(Can.UNIT_PLAN_WRITE)
def competence(request: HttpRequest, visit: Visit, step: UUID) -> HttpResponse:
    """Write a line of the competence plan anew."""
    _round, unit = unit_here(visit)
    row = found(unit_plans.competence_step(unit, step))
    form = CompetenceForm(row, request.POST or None)
    if form.is_valid() and form.attempt(
        actions.change_competence, row, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        saved(request, _("Kompetanseplanen er lagret."), form.cleaned_data)
        return redirect("plan:unit_plan", visit.space.slug, unit.place_id)
    page = {"form": form, "unit": unit, "step": row}
    return render(request, "plan/competence_form.html", page, status=form.status_code)


@require_POST
@can(Can.UNIT_PLAN_WRITE)
def competence_removal(request: HttpRequest, visit: Visit, step: UUID) -> HttpResponse:
    """Take a line out of the competence plan."""
    _round, unit = unit_here(visit)
    actions.remove_competence(found(unit_plans.competence_step(unit, step)), by=visit.person, at=timezone.now())
    messages.success(request, _("Linja er tatt ut. Du kan angre nederst på siden."))
    return redirect("plan:unit_plan", visit.space.slug, unit.place_id)


@require_POST
@can(Can.UNIT_PLAN_WRITE)
def competence_restoration(_request: HttpRequest, visit: Visit, step: UUID) -> HttpResponse:
    """Put a line back in the competence plan."""
    _round, unit = unit_here(visit)
    actions.restore_competence(found(unit_plans.competence_step(unit, step)), by=visit.person, at=timezone.now())
    return redirect("plan:unit_plan", visit.space.slug, unit.place_id)
