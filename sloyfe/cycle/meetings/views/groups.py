"""The tables of a phase: made, made anew, changed by hand, and printed."""

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
from sloyfe.cycle.meetings.actions import groups as actions
from sloyfe.cycle.meetings.forms.groups import MoveForm
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase
from sloyfe.cycle.meetings.queries import groups as queries
from sloyfe.cycle.meetings.queries.running import attendees
from sloyfe.cycle.meetings.views.finding import led, phase_of


@can(Can.MEETING_LEAD)
def groups(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Who sits where; somebody is moved by a form, so that a keyboard is enough."""
    row = led(visit, meeting)
    forming = _forming(row, phase)
    tables, everyone = queries.tables(forming), attendees(row)
    seated = {each.pk for table in tables for each in table.people}
    unseated = [each for each in everyone if each.pk not in seated]
    form = MoveForm(tables, unseated, request.POST or None)
    if form.is_valid():
        who, to = form.chosen()
        actions.move(who, to, by=visit.person, at=timezone.now())
        messages.success(
            request, _("%(name)s sitter nå ved bord %(number)s.") % {"name": who.name, "number": to.number}
        )
        return redirect("meetings:groups", visit.space.slug, row.pk, forming.pk)
    page = {"meeting": row, "phase": forming, "tables": tables, "unseated": unseated, "form": form, "came": everyone}
    return render(request, "meetings/groups.html", page, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def new_groups(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Make the groups, or make them anew."""
    row = led(visit, meeting)
    forming = _forming(row, phase)
    actions.make_groups(forming, by=visit.person, at=timezone.now())
    messages.success(request, _("Gruppene er satt sammen."))
    return redirect("meetings:groups", visit.space.slug, row.pk, forming.pk)


def _forming(row: Meeting, key: UUID) -> MeetingPhase:
    phase = phase_of(row, key)
    if phase not in queries.forming(row):
        raise Http404
    return phase
