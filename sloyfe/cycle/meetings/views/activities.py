"""From an activity of a package to a meeting."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.views.copying import book
from sloyfe.cycle.meetings.actions import activities as actions
from sloyfe.cycle.meetings.forms.activities import ActivityMeetingForm
from sloyfe.cycle.meetings.queries import activities as queries
from sloyfe.cycle.meetings.queries.activities import OnPage
from sloyfe.cycle.meetings.queries.meetings import places_to_meet_at
from sloyfe.cycle.meetings.views.notes import saved
from sloyfe.cycle.partnership.queries import current_round


@can(Can.MEETING_LEAD)
def activity_meeting(request: HttpRequest, visit: Visit, page: UUID) -> HttpResponse:
    """Choose phases, minutes and elements (GET), and make the meeting (POST)."""
    package = queries.package_of(visit, page)
    on_page = queries.on_page(book(request, visit, package), page) if package else None
    if on_page is None:
        raise Http404
    nth = _nth(request, on_page)
    activity = on_page.found[nth - 1]
    places, may_gather = places_to_meet_at(visit), visit.may(Can.MEETING_GATHER)
    if not places and not may_gather:
        raise PermissionDenied
    form = ActivityMeetingForm(activity, on_page.page.title, places, request.POST or None, may_gather=may_gather)
    if form.is_valid() and form.attempt(
        actions.meet_about,
        current_round(visit.space),
        on_page.of_package,
        activity,
        nth=nth,
        for_owners=on_page.is_for_owners,
        by=visit.person,
        at=timezone.now(),
        **form.said(),
        **form.taken(),
    ):
        saved(request, _("Møtet er laget. Se over gangen, og endre det dere vil."), form.cleaned_data)
        return redirect("meetings:script", visit.space.slug, form.result.pk)
    shown = {"form": form, "on_page": on_page, "activity": activity, "nth": nth, "numbers": _numbers(on_page)}
    return render(request, "meetings/activity_meeting.html", shown, status=form.status_code)


def _nth(request: HttpRequest, on_page: OnPage) -> int:
    said = request.GET.get("nummer", "1")
    return int(said) if said.isdecimal() and 0 < int(said) <= len(on_page.found) else 1


def _numbers(on_page: OnPage) -> list[tuple[int, object]]:
    """Where the page has several, the way to each."""
    return list(enumerate((each.title for each in on_page.found), 1)) if len(on_page.found) > 1 else []
