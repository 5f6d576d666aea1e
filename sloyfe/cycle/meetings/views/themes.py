"""The themes of a phase in which people choose their table."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions.choosing import set_themes
from sloyfe.cycle.meetings.forms.groups import ThemesForm
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase
from sloyfe.cycle.meetings.models.groups import LONGEST_NAME
from sloyfe.cycle.meetings.queries.choosing import Offer, offers
from sloyfe.cycle.meetings.queries.points import gathered
from sloyfe.cycle.meetings.scripts import Grouping
from sloyfe.cycle.meetings.views.groups import found

ROOM = 8


@can(Can.MEETING_LEAD)
def themes(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Write the themes, or fetch them from what the groups have agreed on."""
    row, forming = found(visit, meeting, phase)
    if forming.grouping != Grouping.CHOICE:
        raise Http404
    standing = offers(forming)
    from_points = _points(row) if "punkter" in request.GET else []
    form = ThemesForm(request.POST or None, initial=_initial(forming, standing, from_points))
    if form.is_valid() and form.attempt(
        set_themes, forming, form.cleaned_data["themes"], form.cleaned_data["room"], by=visit.person, at=timezone.now()
    ):
        messages.success(request, _("Temaene er lagret."))
        return redirect("meetings:groups", visit.space.slug, row.pk, forming.pk)
    page = {"meeting": row, "phase": forming, "form": form, "has_points": bool(_points(row))}
    return render(request, "meetings/themes.html", page, status=form.status_code)


def _initial(phase: MeetingPhase, standing: list[Offer], from_points: list[str]) -> dict[str, object]:
    named = [offer.group.name for offer in standing if offer.group.name]
    lines = [*named, *(words for words in from_points if words not in named)]
    room = standing[0].group.room if standing else (phase.size or [0, 0, ROOM])[2]
    return {"themes": "\n".join(lines), "room": room or ROOM}


def _points(meeting: Meeting) -> list[str]:
    said = gathered(meeting)
    words = [each.words for each in said.common] + [each.words for each in said.single]
    return [each[:LONGEST_NAME] for each in words]
