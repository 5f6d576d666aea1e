"""The plan at a glance, its common requirements, and the year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.queries import current_round, parties
from sloyfe.cycle.plan.queries import measures, owner_plans, years
from sloyfe.cycle.plan.queries.links import files, unit_link
from sloyfe.cycle.plan.queries.overview import thread
from sloyfe.cycle.plan.views.finding import school_year


@can(Can.PLAN_SEE)
def overview(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The red thread from finding to measure, and whose plans there are."""
    this_round = current_round(visit.space)
    taking_part = parties(visit.space, PartyRole.OWNER, PartyRole.UNIT)
    owners = [each for each in taking_part if each.role == PartyRole.OWNER]
    units = [each for each in taking_part if each.role == PartyRole.UNIT and visit.may(Can.PLAN_SEE, each.place)]
    found = thread(this_round, visit)
    page = {
        "strands": found.strands,
        "loose": found.loose,
        "owners": owner_plans.owners_at_a_glance(this_round, owners),
        "units": [unit_link(unit, visit.space) for unit in units],
        "blank": files("plan:blank_file", visit.space.slug),
        "may_write": visit.may(Can.PLAN_WRITE),
        "may_report": visit.may(Can.REPORT_WRITE),
    }
    return render(request, "plan/overview.html", page)


@can(Can.PLAN_SEE)
def requirements(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What binds every unit, and what each chooses for itself."""
    this_round = current_round(visit.space)
    page = {
        "owners": owner_plans.freedoms(this_round),
        "measures": measures.measures(this_round),
        "may_write": visit.may(Can.PLAN_WRITE),
    }
    return render(request, "plan/requirements.html", page)


@can(Can.PLAN_SEE)
def activity_year(request: HttpRequest, visit: Visit, year: int) -> HttpResponse:
    """The network's measures by month."""
    laid_out = years.activity_year(school_year(year), measures.measures(current_round(visit.space)))
    page = {"activity": laid_out, "year": laid_out.year, "files": files("plan:year_file", visit.space.slug, year)}
    return render(request, "plan/activity_year.html", page)


@can(Can.PLAN_SEE)
def this_year(_request: HttpRequest, visit: Visit) -> HttpResponse:
    """The school year that the round began in."""
    return redirect("plan:activity_year", visit.space.slug, current_round(visit.space).school_year)
