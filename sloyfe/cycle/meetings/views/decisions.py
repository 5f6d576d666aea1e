"""What a meeting decides, and what of it goes into the plan."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import decisions as actions
from sloyfe.cycle.meetings.forms.decisions import DecisionForm
from sloyfe.cycle.meetings.models import MeetingDecision
from sloyfe.cycle.meetings.queries import decisions as queries
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.notes import saved
from sloyfe.cycle.plan.queries.people import responsibles


@can(Can.MEETING_LEAD)
def decisions(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Those that stand, and one more."""
    row = led(visit, meeting)
    places = list(row.places.all())
    asked = responsibles(places[0] if len(places) == 1 else visit.space, on=timezone.localdate())
    form = DecisionForm(asked, request.POST or None)
    if form.is_valid() and form.attempt(actions.decide, row, by=visit.person, at=timezone.now(), **form.said()):
        saved(request, _("Beslutningen er notert."), form.cleaned_data)
        return redirect("meetings:decisions", visit.space.slug, row.pk)
    unit = queries.unit_of(row)
    page = {
        "meeting": row,
        "decisions": queries.decisions(row),
        "form": form,
        "unit": unit,
        "may_plan": queries.may_plan(visit, unit),
    }
    return render(request, "meetings/decisions.html", page, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def decision_removal(request: HttpRequest, visit: Visit, meeting: UUID, decision: UUID) -> HttpResponse:
    """It was not decided after all."""
    actions.undo(_found(visit, meeting, decision), by=visit.person, at=timezone.now())
    messages.success(request, _("Beslutningen er tatt bort."))
    return redirect("meetings:decisions", visit.space.slug, meeting)


@require_POST
@can(Can.MEETING_LEAD)
def decision_planning(request: HttpRequest, visit: Visit, meeting: UUID, decision: UUID) -> HttpResponse:
    """Put it in the plan of the unit that met, or of the network."""
    row = _found(visit, meeting, decision)
    unit = queries.unit_of(led(visit, meeting))
    if not queries.may_plan(visit, unit):
        raise PermissionDenied
    actions.put_in_plan(row, unit, by=visit.person, at=timezone.now())
    messages.success(request, _("Beslutningen står nå i planen som et tiltak."))
    return redirect("meetings:decisions", visit.space.slug, meeting)


def _found(visit: Visit, meeting: UUID, key: UUID) -> MeetingDecision:
    found = next((each for each in queries.decisions(led(visit, meeting)) if each.pk == key), None)
    if found is None:
        raise Http404
    return found
