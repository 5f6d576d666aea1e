"""Meetings of a round: the list, one of them, making and changing it."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.actions import meetings as actions
from sloyfe.cycle.meetings.actions.copying import make_from_template
from sloyfe.cycle.meetings.forms.listing import ListForm
from sloyfe.cycle.meetings.forms.meetings import EditForm, MeetingForm
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries import meetings as queries
from sloyfe.cycle.meetings.queries.activities import elements_of, page_link
from sloyfe.cycle.meetings.queries.decisions import decisions
from sloyfe.cycle.meetings.queries.hints import hints
from sloyfe.cycle.meetings.queries.listing import leaf, places_among
from sloyfe.cycle.meetings.queries.rehearsals import SIZES, rehearsal_of
from sloyfe.cycle.meetings.queries.templates import templates_to_use
from sloyfe.cycle.meetings.views.feedback import card
from sloyfe.cycle.meetings.views.finding import led, seen
from sloyfe.cycle.meetings.views.notes import saved
from sloyfe.cycle.meetings.views.programme import lines
from sloyfe.cycle.meetings.views.timeline import drawn
from sloyfe.cycle.partnership.queries import current_round


@can(Can.MEETING_SEE)
def meetings(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Today's, planned, and held, of a school year."""
    rows = queries.meetings_seen(visit, current_round(visit.space))
    used = {row.method for row in rows}
    form = ListForm(places_among(rows), [each for each in content.methods() if each.key in used], request.GET or None)
    found, kept = leaf(rows, form.wish, visit, year=form.year, today=timezone.localdate()), form.kept()
    page = {
        "form": form,
        "leaf": found,
        "listed": found.listed,
        "years": [(year, urlencode({**kept, "aar": year.start})) for year in (found.earlier, found.later) if year],
        "is_narrowed": bool(kept),
        "is_empty": not rows,
        "may_make": visit.may(Can.MEETING_LEAD),
    }
    return render(request, "meetings/meetings.html", page, status=form.status_code)


@can(Can.MEETING_SEE)
def meeting(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """One meeting: what, when, where, and its phases; for those who lead it with buttons."""
    row = seen(visit, meeting)
    return render(request, "meetings/meeting.html", _page(visit, row))


@can(Can.MEETING_LEAD)
def new_meeting(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Thursday's meeting in five minutes."""
    initial = {"method": request.GET.get("metode", ""), "starts": "14:30"}
    may_gather = visit.may(Can.MEETING_GATHER)
    places = _places(visit)
    own = templates_to_use(visit)
    form = MeetingForm(places, request.POST or None, may_gather=may_gather, initial=initial, templates=own)
    if form.is_valid() and form.attempt(_make, visit, form):
        saved(request, _("Møtet er laget. Se over gangen, og endre det dere vil."), form.cleaned_data)
        return redirect("meetings:script", visit.space.slug, form.result.pk)
    chosen = form["method"].value() or ""
    page = {"form": form, "chosen": content.method(chosen), "methods": content.methods()}
    return render(request, "meetings/new_meeting.html", page, status=form.status_code)


@can(Can.MEETING_LEAD)
def details(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Change what is said about the meeting."""
    row = led(visit, meeting)
    places = queries.places_to_meet_at(visit)
    form = EditForm(row, places, request.POST or None, may_gather=visit.may(Can.MEETING_GATHER))
    if form.is_valid() and form.attempt(actions.change_meeting, row, by=visit.person, at=timezone.now(), **form.said()):
        saved(request, _("Møtet er lagret."), form.cleaned_data)
        return redirect("meetings:meeting", visit.space.slug, row.pk)
    return render(request, "meetings/details.html", {"form": form, "meeting": row}, status=form.status_code)


@can(Can.MEETING_SEE)
def run_sheet(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """The meeting on paper, for whoever leads it."""
    row = seen(visit, meeting)
    page = {"meeting": row, "lines": [line for line in lines(row) if line.card]}
    return render(request, "meetings/run_sheet.html", page)


@require_POST
@can(Can.MEETING_LEAD)
def cancellation(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Call it off."""
    actions.cancel(led(visit, meeting), by=visit.person, at=timezone.now())
    messages.success(request, _("Møtet er avlyst. Du kan angre her på siden."))
    return redirect("meetings:meeting", visit.space.slug, meeting)


@require_POST
@can(Can.MEETING_LEAD)
def restoration(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """It takes place after all."""
    actions.restore(led(visit, meeting), by=visit.person, at=timezone.now())
    messages.success(request, _("Møtet blir holdt likevel."))
    return redirect("meetings:meeting", visit.space.slug, meeting)


def _make(visit: Visit, form: MeetingForm) -> Meeting:
    given: dict[str, Any] = {"by": visit.person, "at": timezone.now(), **form.said()}
    if template := form.template():
        return make_from_template(current_round(visit.space), template, **given)
    return actions.make_meeting(current_round(visit.space), form.chosen(), **given)


def _places(visit: Visit) -> list[Space]:
    places = queries.places_to_meet_at(visit)
    if not places and not visit.may(Can.MEETING_GATHER):
        raise PermissionDenied
    return places


def _page(visit: Visit, row: Meeting) -> dict[str, object]:
    may_lead, today = queries.may_lead(visit, row), timezone.localdate()
    programme = lines(row)
    script = row.script
    may_run = may_lead and bool(programme) and not row.is_held and not row.is_cancelled
    may_rehearse = may_run and not row.is_rehearsal
    own = rehearsal_of(row, visit.person) if may_rehearse else None
    return {
        "meeting": row,
        "method": content.method(row.method),
        "came_from": page_link(row, visit),
        "elements": elements_of(row),
        "lines": programme,
        "timeline": drawn(script) if script.minutes else None,
        "phases": [line.card for line in programme if line.card],
        "minutes": script.minutes,
        "may_lead": may_lead,
        "may_change": may_lead and not row.is_held and not row.is_rehearsal,
        "hints": hints(row, today=today) if may_lead and not row.is_held and not row.is_rehearsal else [],
        "decisions": decisions(row),
        "feedback": card(row, now=timezone.now()) if row.is_held else None,
        "is_over": row.begins_at <= timezone.now() and not row.is_rehearsal,
        "may_run": may_run,
        "rehearsal_sizes": SIZES if may_rehearse and own is None else (),
        "own_rehearsal": own,
    }
