"""Saying that a meeting was held, also one that was never planned in here."""

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
from sloyfe.cycle.meetings.actions import meetings as actions
from sloyfe.cycle.meetings.forms.holding import HeldForm, HoldingForm
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries import meetings as queries
from sloyfe.cycle.meetings.queries.running import attendees, start_of
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.notes import saved
from sloyfe.cycle.partnership.queries import current_round


@can(Can.MEETING_LEAD)
def held_meeting(request: HttpRequest, visit: Visit) -> HttpResponse:
    """It was held this morning anyway."""
    today = timezone.localdate()
    form = HeldForm(
        queries.places_to_meet_at(visit),
        request.POST or None,
        may_gather=visit.may(Can.MEETING_GATHER),
        initial={"on": today, "starts": "08:00"},
    )
    if form.is_valid() and form.attempt(
        actions.make_held,
        current_round(visit.space),
        form.chosen(),
        by=visit.person,
        at=timezone.now(),
        today=today,
        **form.said(),
    ):
        saved(request, _("Møtet er ført inn."), form.cleaned_data)
        return redirect("meetings:meeting", visit.space.slug, form.result.pk)
    return render(request, "meetings/held_meeting.html", {"form": form}, status=form.status_code)


@can(Can.MEETING_LEAD)
def holding(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """The meeting was held: how many, and what it came to."""
    row = led(visit, meeting)
    came = len(attendees(row))
    form = HoldingForm(request.POST or None, holding=row.holding if row.is_held else None, came=came)
    if form.is_valid() and form.attempt(
        actions.hold, row, by=visit.person, at=timezone.now(), today=timezone.localdate(), **form.said()
    ):
        saved(request, _("Det er notert at møtet er holdt."), form.cleaned_data)
        return redirect("meetings:meeting", visit.space.slug, row.pk)
    return render(
        request, "meetings/holding.html", {"form": form, "meeting": row, "ends": _goes_on(row)}, status=form.status_code
    )


def _goes_on(row: Meeting) -> bool:
    """Whether saying that it was held ends it for those who are in."""
    return not row.is_held and start_of(row) is not None


@require_POST
@can(Can.MEETING_LEAD)
def holding_withdrawal(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """It was not held after all."""
    actions.take_back_holding(led(visit, meeting), by=visit.person, at=timezone.now())
    messages.success(request, _("Møtet står ikke lenger som holdt."))
    return redirect("meetings:meeting", visit.space.slug, meeting)
