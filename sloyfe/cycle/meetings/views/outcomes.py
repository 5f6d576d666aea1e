"""Taking a point, a decision or a task of a table further, and taking that back."""

from collections.abc import Mapping
from typing import Any
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
from sloyfe.cycle.meetings.actions import outcomes as actions
from sloyfe.cycle.meetings.forms.outcomes import DecideForm, ExpectationForm, WorkForm
from sloyfe.cycle.meetings.forms.recording import FindingForm, FurtherForm, NeedForm
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries import outcomes as queries
from sloyfe.cycle.meetings.queries.outcomes import Kind, Source
from sloyfe.cycle.meetings.queries.points import gathered
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.notes import saved
from sloyfe.cycle.partnership.queries import rounds
from sloyfe.cycle.plan.queries.people import responsibles

SLUGS: Mapping[str, Kind] = {
    "behov": Kind.NEED,
    "funn": Kind.FINDING,
    "forventning": Kind.EXPECTATION,
    "mellomarbeid": Kind.WORK,
    "beslutning": Kind.DECIDED,
}


@can(Can.MEETING_LEAD)
def further(request: HttpRequest, visit: Visit, meeting: UUID, source: UUID, becomes: str) -> HttpResponse:
    """A short form, filled in beforehand (GET), and the row it becomes (POST)."""
    row = led(visit, meeting)
    of, kind = queries.source(row, gathered(row), source), SLUGS.get(becomes)
    if of is None or kind is None:
        raise Http404
    form = _form(visit, row, of, kind, request.POST or None)
    now = timezone.now()
    if form.is_valid() and form.attempt(
        actions.take_further,
        row,
        dict(of.columns),
        kind,
        form.maker(row, by=visit.person, at=now),
        by=visit.person,
        at=now,
        **form.same(),
    ):
        saved(
            request,
            _("Det er tatt videre. Du kan angre under punktet så lenge ingen har bygget på det."),
            form.cleaned_data,
        )
        back = "meetings:decisions" if "decision" in of.columns else "meetings:points"
        return redirect(back, visit.space.slug, row.pk)
    page = {"meeting": row, "of": of, "kind": kind, "form": form}
    return render(request, "meetings/further.html", page, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def outcome_undo(request: HttpRequest, visit: Visit, meeting: UUID, outcome: UUID) -> HttpResponse:
    """Take back what came of it."""
    row = led(visit, meeting)
    found = queries.outcome(row, outcome)
    if found is None:
        raise Http404
    planned = found.plan_element
    if planned and not visit.may(Can.PLAN_WRITE, planned.plan.party.place):
        raise PermissionDenied
    actions.undo(found, by=visit.person, at=timezone.now())
    messages.success(request, _("Det er tatt tilbake."))
    return redirect("meetings:into_plan" if planned else "meetings:points", visit.space.slug, row.pk)


def _form(visit: Visit, row: Meeting, of: Source, kind: Kind, data: Any) -> FurtherForm:
    if kind not in queries.may_kinds(visit, row):
        raise PermissionDenied
    if kind is Kind.NEED:
        return NeedForm(of.words, queries.places_for(kind, visit, row), data)
    if kind is Kind.FINDING:
        return FindingForm(of.words, queries.places_for(kind, visit, row), data)
    if kind is Kind.EXPECTATION:
        return ExpectationForm(of.words, rounds.own_parties(visit), rounds.parties(visit.space), data)
    if kind is Kind.WORK:
        return WorkForm(of.words, queries.units_of(row), data)
    places = list(row.places.all())
    asked = responsibles(places[0] if len(places) == 1 else visit.space, on=timezone.localdate())
    return DecideForm(of.words, asked, data)
