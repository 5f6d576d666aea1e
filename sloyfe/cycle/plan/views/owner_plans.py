"""The owner's plan: twelve elements."""

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
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.actions import owner_plans as actions
from sloyfe.cycle.plan.forms.owner_plans import ElementForm
from sloyfe.cycle.plan.queries import owner_plans as queries
from sloyfe.cycle.plan.queries.links import files
from sloyfe.cycle.plan.queries.people import responsibles
from sloyfe.cycle.plan.views.finding import found, owner_here, plan_here
from sloyfe.cycle.plan.views.notes import saved


@can(Can.PLAN_SEE)
def owner_plan(request: HttpRequest, visit: Visit, owner: UUID) -> HttpResponse:
    """The twelve elements as they stand, or the way to begin."""
    this_round = current_round(visit.space)
    party = found(queries.owner_at(visit.space, owner))
    plan = queries.owner_plan(this_round, party)
    may_write = visit.may(Can.PLAN_WRITE, party.place)
    page = {"owner": party, "wording": content.owner_plan(), "may_write": may_write, "round": this_round}
    if plan is None:
        page["can_copy"] = queries.can_copy(this_round, party)
        return render(request, "plan/owner_plan_empty.html", page)
    asked = queries.asked_elements(plan)
    page |= {
        "plan": plan,
        "elements": asked,
        "rows": [each.element for each in asked],
        "members": queries.members(plan),
        "products": queries.products(plan),
        "files": files("plan:owner_plan_file", visit.space.slug, owner),
        "template": queries.template_of(party),
    }
    return render(request, "plan/owner_plan.html", page)


@require_POST
@can(Can.PLAN_WRITE)
def beginning(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Lay the plan out, empty or from the round before."""
    party = owner_here(visit)
    copying = request.POST.get("fra") == "forrige"
    actions.begin_plan(current_round(visit.space), party, by=visit.person, at=timezone.now(), copying=copying)
    messages.success(request, _("Planen er klar til å skrives."))
    return redirect("plan:owner_plan", visit.space.slug, party.place_id)


@can(Can.PLAN_WRITE)
def element(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Answer one of the twelve questions in two languages."""
    plan = plan_here(visit)
    asked = found(queries.element(plan, number))
    people = responsibles(visit.space, on=timezone.localdate(), keeping=asked.element)
    form = ElementForm(asked, people, request.POST or None)
    if request.GET.get("forslag") and not asked.element.is_answered:
        form.initial["answer"] = asked.wording.starter
    if form.is_valid() and form.attempt(
        actions.answer_element, asked.element, by=visit.person, at=timezone.now(), **form.said()
    ):
        saved(request, _("Svaret er lagret."), form.cleaned_data)
        return redirect("plan:owner_plan", visit.space.slug, plan.party.place_id)
    page = {"form": form, "plan": plan, "asked": asked, "owner": plan.party}
    return render(request, "plan/element_form.html", page, status=form.status_code)
