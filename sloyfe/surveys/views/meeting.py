"""The link of a staff meeting, on the wall."""

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
from sloyfe.surveys import queries
from sloyfe.surveys.actions import inviting, meeting
from sloyfe.surveys.actions.running import NotOpen
from sloyfe.surveys.forms.running import MeetingForm
from sloyfe.surveys.models import Wave, WavePlace
from sloyfe.surveys.views.found import wave_of
from sloyfe.surveys.views.inviting import drawn, grouped


@can(Can.SURVEY_MEET)
def link(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Put a link on the wall, or show the one that stands."""
    wave, row = _asked(visit, key)
    now = timezone.now()
    standing = queries.meeting_link(row, now)
    form = MeetingForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and form.attempt(meeting.open_link, row, **form.cleaned_data, by=visit.person, at=now)
    ):
        return redirect(request.path)
    page: dict[str, object] = {"wave": wave, "place": visit.place}
    if standing and request.method != "POST":
        code = meeting.link_code(standing)
        page |= {"link": standing, "code": grouped(code), "picture": drawn(code)}
        page["address"] = inviting.address_of("")[:-1].partition("://")[2]
        return render(request, "surveys/meeting_wall.html", page)
    page |= {"form": form, "left": row.invited - row.issued, "invited": row.invited}
    return render(request, "surveys/meeting_form.html", page, status=form.status_code)


@require_POST
@can(Can.SURVEY_MEET)
def end(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Take the link down before its hour is over."""
    _wave, row = _asked(visit, key)
    now = timezone.now()
    standing = queries.meeting_link(row, now)
    if standing:
        meeting.end_link(standing, by=visit.person, at=now)
    messages.success(request, _("Møtelenken er avsluttet. Svarene som er sendt, er tatt vare på."))
    return redirect("surveys:wave", visit.space.slug, key)


def _asked(visit: Visit, key: UUID) -> tuple[Wave, WavePlace]:
    wave = wave_of(visit, key)
    row = next((row for row in wave.places.all() if visit.place and row.place_id == visit.place.pk), None)
    if row is None or not wave.is_anonymous:
        raise Http404
    row.wave = wave
    if not wave.is_open:
        raise NotOpen
    return wave, row
