"""Goals, their signs, and how they are measured."""

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
from sloyfe.cycle.plan.actions import goals as actions
from sloyfe.cycle.plan.forms.goals import GoalForm, MeasurementForm, SignForm
from sloyfe.cycle.plan.models import Goal
from sloyfe.cycle.plan.queries import goals as queries
from sloyfe.cycle.plan.queries import indicators, links
from sloyfe.cycle.plan.views.finding import found
from sloyfe.cycle.plan.views.notes import saved


@can(Can.PLAN_SEE)
def goals(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every goal of the round."""
    this_round = current_round(visit.space)
    page = {
        "goals": queries.goals(this_round),
        "removed": queries.removed_goals(this_round),
        "priorities": queries.priorities(this_round),
        "may_write": visit.may(Can.PLAN_WRITE),
    }
    return render(request, "plan/goals.html", page)


@can(Can.PLAN_SEE)
def goal(request: HttpRequest, visit: Visit, goal: UUID) -> HttpResponse:
    """One goal: where it comes from, its signs, how it is measured, and what is done."""
    return _page(request, visit, found(queries.goal(visit.space, goal)), SignForm())


@can(Can.PLAN_WRITE)
def new_goal(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Set a goal because of a priority."""
    this_round = current_round(visit.space)
    form = GoalForm(queries.priorities(this_round), data=request.POST or None)
    if request.GET.get("prioritering"):
        form.initial["priority"] = request.GET["prioritering"]
    if form.is_valid() and form.attempt(
        actions.set_goal, this_round, by=visit.person, at=timezone.now(), **form.said()
    ):
        saved(
            request, _("Målet er satt. Skriv nå hvilke tegn dere ser etter, og hvordan det måles."), form.cleaned_data
        )
        return redirect("plan:goal", visit.space.slug, form.result.pk)
    return render(request, "plan/goal_form.html", {"form": form}, status=form.status_code)


@can(Can.PLAN_WRITE)
def goal_text(request: HttpRequest, visit: Visit, goal: UUID) -> HttpResponse:
    """Word the goal anew."""
    row = found(queries.goal(visit.space, goal))
    form = GoalForm(queries.priorities(row.round), row, request.POST or None)
    if form.is_valid() and form.attempt(actions.reword_goal, row, by=visit.person, at=timezone.now(), **form.said()):
        saved(request, _("Målet er lagret."), form.cleaned_data)
        return redirect("plan:goal", visit.space.slug, row.pk)
    return render(request, "plan/goal_form.html", {"form": form, "goal": row}, status=form.status_code)


@can(Can.PLAN_WRITE)
def goal_measurement(request: HttpRequest, visit: Visit, goal: UUID) -> HttpResponse:
    """Choose an indicator, or say why there is none."""
    row = found(queries.goal(visit.space, goal))
    form = MeasurementForm(row, indicators.measurables(visit.space), request.POST or None)
    if form.is_valid() and _settled(form, row, visit):
        messages.success(request, _("Det er lagret hvordan målet følges."))
        return redirect("plan:goal", visit.space.slug, row.pk)
    return render(request, "plan/goal_measurement.html", {"form": form, "goal": row}, status=form.status_code)


@require_POST
@can(Can.PLAN_WRITE)
def goal_baseline(_request: HttpRequest, visit: Visit, goal: UUID) -> HttpResponse:
    """Take in where the indicator stood in the newest release."""
    row = found(queries.goal(visit.space, goal))
    asked = row.indicator
    start = indicators.start_figure(visit.space, asked.instrument, asked.item) if asked else None
    actions.record_baseline(row, start, by=visit.person, at=timezone.now())
    return redirect("plan:goal", visit.space.slug, row.pk)


@can(Can.PLAN_SEE, POST=Can.PLAN_WRITE)
def goal_signs(request: HttpRequest, visit: Visit, goal: UUID) -> HttpResponse:
    """Add a sign to look for."""
    row = found(queries.goal(visit.space, goal))
    form = SignForm(data=request.POST or None)
    if form.is_valid() and form.attempt(
        actions.add_sign, row, words=form.cleaned_data["words"], by=visit.person, at=timezone.now()
    ):
        saved(request, _("Tegnet er lagt til."), form.cleaned_data)
        return redirect("plan:goal", visit.space.slug, row.pk)
    return _page(request, visit, row, form)


@can(Can.PLAN_WRITE)
def sign(request: HttpRequest, visit: Visit, sign: UUID) -> HttpResponse:
    """Word a sign anew."""
    row = found(queries.sign(visit.space, sign))
    form = SignForm(row, request.POST or None)
    if form.is_valid() and form.attempt(
        actions.reword_sign, row, by=visit.person, at=timezone.now(), **form.cleaned_data
    ):
        saved(request, _("Tegnet er lagret."), form.cleaned_data)
        return redirect("plan:goal", visit.space.slug, row.goal_id)
    return render(request, "plan/sign_form.html", {"form": form, "sign": row}, status=form.status_code)


@require_POST
@can(Can.PLAN_WRITE)
def goal_removal(request: HttpRequest, visit: Visit, goal: UUID) -> HttpResponse:
    """Take the goal out; the list offers to put it back."""
    actions.remove_goal(found(queries.goal(visit.space, goal)), by=visit.person, at=timezone.now())
    messages.success(request, _("Målet er tatt ut av planen. Du kan angre nederst på siden."))
    return redirect("plan:goals", visit.space.slug)


@require_POST
@can(Can.PLAN_WRITE)
def goal_restoration(request: HttpRequest, visit: Visit, goal: UUID) -> HttpResponse:
    """Put the goal back."""
    row = found(queries.goal(visit.space, goal))
    actions.restore_goal(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Målet er tilbake i planen."))
    return redirect("plan:goal", visit.space.slug, row.pk)


@require_POST
@can(Can.PLAN_WRITE)
def sign_removal(request: HttpRequest, visit: Visit, sign: UUID) -> HttpResponse:
    """Take the sign out."""
    row = found(queries.sign(visit.space, sign))
    actions.remove_sign(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Tegnet er tatt bort. Du kan angre under tegnene."))
    return redirect("plan:goal", visit.space.slug, row.goal_id)


@require_POST
@can(Can.PLAN_WRITE)
def sign_restoration(_request: HttpRequest, visit: Visit, sign: UUID) -> HttpResponse:
    """Put the sign back."""
    row = found(queries.sign(visit.space, sign))
    actions.restore_sign(row, by=visit.person, at=timezone.now())
    return redirect("plan:goal", visit.space.slug, row.goal_id)


def _settled(form: MeasurementForm, goal: Goal, visit: Visit) -> bool:
    who = {"version": form.cleaned_data["version"], "by": visit.person, "at": timezone.now()}
    if chosen := form.measurable:
        said = {"instrument": chosen.instrument, "item": chosen.item, "wording": chosen.wording}
        return form.attempt(actions.measure_goal, goal, **said, **who)
    return form.attempt(actions.leave_unmeasured, goal, reason=form.cleaned_data["reason"], **who)


def _page(request: HttpRequest, visit: Visit, row: Goal, form: SignForm) -> HttpResponse:
    page = {
        "goal": row,
        "form": form,
        "knots": links.thread_of_goal(row, visit),
        "removed_signs": queries.removed_signs(row),
        "may_write": visit.may(Can.PLAN_WRITE),
        "sees_figures": visit.may(Can.RELEASE_SEE),
    }
    return render(request, "plan/goal.html", page, status=form.status_code)
