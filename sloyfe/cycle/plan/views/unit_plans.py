"""A unit's plan: what it inherits, what differs, and what it stands by."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.plan.actions import unit_plans as actions
from sloyfe.cycle.plan.forms.unit_plans import AdaptationForm
from sloyfe.cycle.plan.queries import unit_plans as queries
from sloyfe.cycle.plan.queries.links import files
from sloyfe.cycle.plan.queries.years import activity_year
from sloyfe.cycle.plan.views.finding import school_year, unit_here
from sloyfe.cycle.plan.views.notes import saved
from sloyfe.kit.school_year import SchoolYear


@can(Can.PLAN_SEE)
def unit_plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The owner's plan as this unit takes it, and what it adds."""
    this_round, unit = unit_here(visit)
    page = {
        "view": queries.unit_view(this_round, unit),
        "unit": unit,
        "round": this_round,
        "year": SchoolYear(this_round.school_year),
        "files": files("plan:unit_plan_file", visit.space.slug, unit.place_id),
        "may_write": visit.may(Can.UNIT_PLAN_WRITE, unit.place),
        "may_confirm": visit.may(Can.UNIT_PLAN_CONFIRM, unit.place),
    }
    return render(request, "plan/unit_plan.html", page)


@can(Can.UNIT_PLAN_WRITE)
def adapted_element(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Say how the unit takes one of the twelve elements."""
    this_round, unit = unit_here(visit)
    lines = queries.unit_view(this_round, unit).elements
    return _adapt(
        request, visit, next((line for line in lines if line.wording and line.wording.number == number), None)
    )


@can(Can.UNIT_PLAN_WRITE)
def adapted_measure(request: HttpRequest, visit: Visit, measure: UUID) -> HttpResponse:
    """Say how the unit takes one of the network's measures."""
    this_round, unit = unit_here(visit)
    lines = queries.unit_view(this_round, unit).measures
    return _adapt(request, visit, next((line for line in lines if line.subject.pk == measure), None))


@require_POST
@can(Can.UNIT_PLAN_CONFIRM)
def confirmation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The leader stands by the plan."""
    this_round, unit = unit_here(visit)
    actions.confirm(this_round, unit, by=visit.person, at=timezone.now())
    messages.success(request, _("Planen er bekreftet."))
    return redirect("plan:unit_plan", visit.space.slug, unit.place_id)


@require_POST
@can(Can.UNIT_PLAN_CONFIRM)
def withdrawal(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The leader opens the plan again."""
    this_round, unit = unit_here(visit)
    actions.withdraw(this_round, unit, by=visit.person, at=timezone.now())
    messages.success(request, _("Bekreftelsen er trukket. Planen kan endres."))
    return redirect("plan:unit_plan", visit.space.slug, unit.place_id)


@can(Can.PLAN_SEE)
def unit_year(request: HttpRequest, visit: Visit, year: int) -> HttpResponse:
    """The network's and the unit's own measures by month, and the unit's competence plan."""
    this_round, unit = unit_here(visit)
    view = queries.unit_view(this_round, unit)
    laid_out = activity_year(school_year(year), [*view.taken_measures, *view.own_measures], view.competence)
    page = {"activity": laid_out, "year": laid_out.year, "unit": unit, "view": view}
    page["files"] = files("plan:unit_year_file", visit.space.slug, unit.place_id, year)
    return render(request, "plan/unit_year.html", page)


def _adapt(request: HttpRequest, visit: Visit, line: queries.Line | None) -> HttpResponse:
    if line is None:
        raise Http404
    this_round, unit = unit_here(visit)
    form = AdaptationForm(line, request.POST or None)
    if form.is_valid() and form.attempt(
        actions.adapt, this_round, unit, line.subject, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        saved(request, _("Valget er lagret."), form.cleaned_data)
        return redirect("plan:unit_plan", visit.space.slug, unit.place_id)
    page = {"form": form, "line": line, "unit": unit}
    return render(request, "plan/adaptation_form.html", page, status=form.status_code)
