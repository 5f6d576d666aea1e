"""One attendee's own page for whoever leads: where they sit, and what nobody else is to see."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions.extra_time import give_extra_time
from sloyfe.cycle.meetings.forms.groups import ExtraTimeForm
from sloyfe.cycle.meetings.models import Attendee, Meeting
from sloyfe.cycle.meetings.queries.extra_time import extra_minutes
from sloyfe.cycle.meetings.queries.itinerary import way_of
from sloyfe.cycle.meetings.views.finding import led


@can(Can.MEETING_LEAD)
def attendee(request: HttpRequest, visit: Visit, meeting: UUID, attendee: UUID) -> HttpResponse:
    """Where somebody sits, and longer time for them alone."""
    row = led(visit, meeting)
    who = _of(row, attendee)
    form = ExtraTimeForm(request.POST or None, initial={"minutes": extra_minutes(who)})
    if form.is_valid():
        give_extra_time(who, form.cleaned_data["minutes"], by=visit.person, at=timezone.now())
        messages.success(request, _("Lagret. Bare deltakeren ser det."))
        return redirect("meetings:attendee", visit.space.slug, row.pk, who.pk)
    page = {"meeting": row, "attendee": who, "form": form, "way": way_of(row, who)}
    return render(request, "meetings/attendee.html", page, status=form.status_code)


def _of(meeting: Meeting, key: UUID) -> Attendee:
    found = Attendee.objects.filter(meeting=meeting, pk=key).select_related("place", "meeting__space").first()
    if found is None:
        raise Http404
    return found
