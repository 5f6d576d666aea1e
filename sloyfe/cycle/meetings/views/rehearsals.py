"""Trying a meeting before the day, and throwing the rehearsal away."""

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
from sloyfe.cycle.meetings.actions import rehearsals as actions
from sloyfe.cycle.meetings.actions.meetings import BadPress
from sloyfe.cycle.meetings.forms.rehearsals import RehearsalForm
from sloyfe.cycle.meetings.views.finding import led


@require_POST
@can(Can.MEETING_LEAD)
def rehearsal(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """A copy of the meeting with people who do not exist, ready to be led."""
    row, form = led(visit, meeting), RehearsalForm(request.POST)
    if not form.is_valid():
        raise BadPress
    made = actions.rehearse(row, int(form.cleaned_data["people"]), by=visit.person, at=timezone.now())
    return redirect("meetings:control", visit.space.slug, made.pk)


@can(Can.MEETING_LEAD)
def rehearsal_removal(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Ask first (GET), then throw the rehearsal away (POST)."""
    row = led(visit, meeting)
    if not row.is_rehearsal:
        raise Http404
    of = row.rehearsal.of_id
    if request.method == "POST":
        actions.throw_away(row, by=visit.person, at=timezone.now())
        messages.success(request, _("Øvelsen er kastet. Møtet står som før."))
        return redirect("meetings:meeting", visit.space.slug, of)
    return render(request, "meetings/rehearsal_removal.html", {"meeting": row})
