"""Changing the script of one meeting: one form, and buttons that also a keyboard can press."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import phases as actions
from sloyfe.cycle.meetings.actions.meetings import BadPress
from sloyfe.cycle.meetings.forms.phases import MoveForm, PhaseForm, StretchForm
from sloyfe.cycle.meetings.models import MeetingPhase
from sloyfe.cycle.meetings.views.finding import led, phase_of
from sloyfe.cycle.meetings.views.notes import saved


@can(Can.MEETING_LEAD)
def new_phase(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """A phase of our own."""
    row = led(visit, meeting)
    form = PhaseForm(None, request.POST or None)
    if form.is_valid() and form.attempt(actions.add_phase, row, by=visit.person, at=timezone.now(), **form.said()):
        saved(request, _("Fasen står sist i møtet. Flytt den dit den skal være."), form.cleaned_data)
        return _back(visit, form.result)
    return render(request, "meetings/phase_form.html", {"form": form, "meeting": row}, status=form.status_code)


@can(Can.MEETING_LEAD)
def phase(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Write a phase anew."""
    row = phase_of(led(visit, meeting), phase)
    form = PhaseForm(row, request.POST or None)
    if form.is_valid() and form.attempt(actions.change_phase, row, by=visit.person, at=timezone.now(), **form.said()):
        saved(request, _("Fasen er lagret."), form.cleaned_data)
        return _back(visit, row)
    page = {"form": form, "meeting": row.meeting, "phase": row}
    return render(request, "meetings/phase_form.html", page, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def minutes(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Longer or shorter."""
    row = phase_of(led(visit, meeting), phase)
    form = StretchForm(request.POST)
    if not form.is_valid():
        raise BadPress
    actions.stretch(row, form.cleaned_data["minutes"], by=visit.person, at=timezone.now())
    return _back(visit, row)


@require_POST
@can(Can.MEETING_LEAD)
def position(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Earlier or later."""
    row = phase_of(led(visit, meeting), phase)
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise BadPress
    actions.move(row, form.cleaned_data["steps"], by=visit.person, at=timezone.now())
    return _back(visit, row)


@require_POST
@can(Can.MEETING_LEAD)
def omission(_request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Go without it."""
    row = phase_of(led(visit, meeting), phase)
    actions.leave_out(row, by=visit.person, at=timezone.now())
    return _back(visit, row)


@require_POST
@can(Can.MEETING_LEAD)
def omission_withdrawal(_request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Take it in again."""
    row = phase_of(led(visit, meeting), phase)
    actions.take_in_again(row, by=visit.person, at=timezone.now())
    return _back(visit, row)


def _back(visit: Visit, phase: MeetingPhase) -> HttpResponse:
    url = reverse("meetings:meeting", args=[visit.space.slug, phase.meeting_id])
    return redirect(f"{url}#fase-{phase.pk}")
