"""Closing a survey: first what happens, then the yes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import queries
from sloyfe.surveys.actions import closing
from sloyfe.surveys.forms.closing import ClosingForm
from sloyfe.surveys.models import Wave
from sloyfe.surveys.views.found import wave_of


@can(Can.SURVEY_RUN)
def closure(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What closing does and that it stands; closed only after a yes."""
    wave = wave_of(visit, key)
    if wave.is_closed:
        return redirect("surveys:wave", visit.space.slug, key)
    if not wave.is_open:
        raise closing.NeverOpened
    form = ClosingForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.attempt(closing.close_wave, wave, by=visit.person, at=timezone.now()):
        if form.result.lost:
            messages.error(request, _("Nøkkelen til undersøkelsen er borte. Svarene kunne ikke åpnes og er slettet."))
        else:
            messages.success(request, _("Undersøkelsen er lukket, og resultatet er klart."))
        return redirect("surveys:wave", visit.space.slug, key)
    return render(request, "surveys/closure.html", _told(wave, form), status=form.status_code)


def _told(wave: Wave, form: ClosingForm) -> dict[str, object]:
    count, invited = queries.progress(wave.space).get(wave.pk, 0), queries.invited(wave)
    return {
        "wave": wave,
        "form": form,
        "invited": invited,
        "received": queries.received(wave, count, invited),
        "step": queries.step(invited),
        "is_early": timezone.localdate() <= wave.closes_on,
        "key_is_gone": queries.key_is_gone(wave),
    }
