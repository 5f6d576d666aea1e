"""Prioritising: everybody gives dots with reasons, and whoever leads sees the order and goes on with the first ones."""

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
from sloyfe.cycle.meetings.actions import priorities as actions
from sloyfe.cycle.meetings.forms.priorities import CarryForm, dots_form
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase, Occupation
from sloyfe.cycle.meetings.queries import dots as queries
from sloyfe.cycle.meetings.queries import priorities
from sloyfe.cycle.meetings.queries.running import standing
from sloyfe.cycle.meetings.views.finding import led, phase_of
from sloyfe.cycle.meetings.views.inside import inside
from sloyfe.cycle.meetings.views.keys import key_of
from sloyfe.people.doors import everyone


@require_POST
@everyone
def dots(request: HttpRequest, code: str, phase: UUID) -> HttpResponse:
    """Give dots, or change those one has given."""
    door, attendee = inside(request, code)
    row = _prioritising(door.meeting, phase)
    form = dots_form(queries.options(door.meeting), row, key_of(request), request.POST)
    if form.is_valid() and form.attempt(
        actions.give_dots, door.meeting, row, form.gifts(), key=key_of(request), by=attendee
    ):
        messages.success(request, _("Prikkene dine er lagret. Du kan endre dem til møtet går videre."))
        return redirect("joining:meeting", code)
    page = {"meeting": door.meeting, "door": door, "dots": form, "dots_phase": row}
    return render(request, "joining/dots.html", page, status=form.status_code)


@can(Can.MEETING_LEAD)
def priorities_page(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """The order that the dots give (GET); go on with the first ones (POST)."""
    row = led(visit, meeting)
    return _page(request, visit, row, _prioritising(row, phase))


@require_POST
@can(Can.MEETING_LEAD)
def priorities_withdrawal(_request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """The list is not confirmed after all."""
    row = led(visit, meeting)
    actions.put_down(row, _prioritising(row, phase), by=visit.person, at=timezone.now())
    return redirect("meetings:priorities", visit.space.slug, meeting, phase)


def _page(request: HttpRequest, visit: Visit, row: Meeting, phase: MeetingPhase) -> HttpResponse:
    now = timezone.now()
    is_open = queries.is_open(phase, standing(row, now=now), row)
    options = queries.options(row)
    found = None if is_open else priorities.result(phase, options, {role.value: str(role.label) for role in Occupation})
    ranked = [line.option for line in found.lines] if found else []
    form = CarryForm(len(ranked), request.POST or None)
    if form.is_valid():
        first = ranked[: form.cleaned_data["how_many"]]
        if form.attempt(actions.carry, row, phase, first, by=visit.person, at=now):
            messages.success(request, _("Lista er bekreftet. Dette går dere videre med."))
            return redirect("meetings:priorities", visit.space.slug, row.pk, phase.pk)
    page = {
        "meeting": row,
        "phase": phase,
        "is_open": is_open,
        "givers": queries.givers(phase),
        "each": queries.dots_each(phase)[0],
        "result": found,
        "carried": queries.carried_in(phase, options),
        "form": form,
    }
    return render(request, "meetings/priorities.html", page, status=form.status_code)


def _prioritising(meeting: Meeting, key: UUID) -> MeetingPhase:
    found = phase_of(meeting, key)
    if not queries.takes_dots(found):
        raise Http404
    return found
