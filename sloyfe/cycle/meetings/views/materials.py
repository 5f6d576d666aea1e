"""Released figures on the table of a meeting: laid by whoever leads, looked at by those who are in."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import materials as actions
from sloyfe.cycle.meetings.queries import materials as queries
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.inside import inside
from sloyfe.people.doors import everyone
from sloyfe.surveys import results


@can(Can.MEETING_LEAD)
def figures(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Which figures there are to lay on the table (GET), and laying them there (POST)."""
    row = led(visit, meeting)
    waves = queries.waves_to_lay(visit, row)
    if request.method == "POST":
        wave = next((each for each in waves if str(each.pk) == request.POST.get("wave")), None)
        if wave is None:
            raise Http404
        actions.lay_figures(row, wave, queries.level_of(row), by=visit.person, at=timezone.now())
        messages.success(request, _("Tallene ligger på bordet. De som er inne, kan se dem."))
        return redirect("meetings:figures", visit.space.slug, row.pk)
    page = {"meeting": row, "waves": waves, "laid": queries.laid(row), "level": queries.level_of(row)}
    return render(request, "meetings/figures.html", page)


@require_POST
@can(Can.MEETING_LEAD)
def figures_removal(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Take them off the table."""
    row = led(visit, meeting)
    actions.take_figures_away(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Tallene er tatt bort fra bordet."))
    return redirect("meetings:figures", visit.space.slug, row.pk)


@everyone
def laid_figures(request: HttpRequest, code: str) -> HttpResponse:
    """The figures, for those who are in; what is hidden is hidden here too."""
    door, _attendee = inside(request, code)
    laid = queries.laid(door.meeting)
    if laid is None or door.meeting.is_shut(today=timezone.localdate()):
        raise Http404
    title = laid.place.title if laid.place else _("Hele nettverket")
    levels = results.levels(laid.wave, [(title, laid.place, "")])
    parts = results.parts(laid.wave, levels, get_language() or "nb", with_texts=False)
    page = {"meeting": door.meeting, "door": door, "wave": laid.wave, "lowest": levels[0], "parts": parts}
    return render(request, "joining/figures.html", page)
