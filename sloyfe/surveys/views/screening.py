"""Reading free texts before anybody else does."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import release
from sloyfe.surveys.actions import sharing
from sloyfe.surveys.views.found import wave_of


@can(Can.SURVEY_SCREEN)
def texts(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Every free text on its own, to let pass or hold back."""
    wave = wave_of(visit, key)
    sharing.refuse_others(wave, visit.person, timezone.now())
    rows = release.to_screen(wave)
    if request.method == "POST":
        row = next((row for row in rows if str(row.pk) == request.POST.get("text")), None)
        if row is None:
            raise Http404
        passed = request.POST.get("passed") == "1"
        sharing.screen_text(wave, row, passed=passed, by=visit.person, at=timezone.now())
        return redirect("surveys:texts", visit.space.slug, key)
    waiting = sum(not hasattr(row, "ruling") for row in rows)
    return render(request, "surveys/screening.html", {"wave": wave, "rows": rows, "waiting": waiting})
