"""Removing a survey nobody was invited to, and a questionnaire nobody was asked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys.actions import removing
from sloyfe.surveys.models import BankEntry
from sloyfe.surveys.views.found import instrument_of, wave_of


@can(Can.SURVEY_RUN)
def wave_removal(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What goes with a survey that is removed, and the yes."""
    wave = wave_of(visit, key)
    if refusal := removing.wave_stands(wave):
        raise refusal
    if request.method == "POST":
        removing.remove_wave(wave, by=visit.person, at=timezone.now())
        messages.success(request, _("Undersøkelsen er fjernet. Spørreskjemaet finnes fortsatt."))
        return redirect("surveys:surveys", visit.space.slug)
    return render(request, "surveys/wave_removal.html", {"wave": wave})


@can(Can.SURVEY_BUILD)
def instrument_removal(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What goes with a questionnaire that is removed, and the yes."""
    instrument = instrument_of(visit, key)
    if refusal := removing.instrument_stands(instrument):
        raise refusal
    if request.method == "POST":
        removing.remove_instrument(instrument, by=visit.person, at=timezone.now())
        messages.success(request, _("Spørreskjemaet er fjernet."))
        return redirect("surveys:surveys", visit.space.slug)
    page = {
        "instrument": instrument,
        "questions": instrument.items.exclude(position=None).count(),
        "banked": BankEntry.objects.filter(item__instrument=instrument).count(),
    }
    return render(request, "surveys/instrument_removal.html", page)
