"""Planning a wave."""

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
from sloyfe.surveys.actions import running
from sloyfe.surveys.forms.running import PlanForm
from sloyfe.surveys.views.found import instrument_of, wave_of


@can(Can.SURVEY_RUN)
def waves(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Plan a new wave of a questionnaire."""
    instrument = instrument_of(visit, key)
    places, today = queries.askable_places(visit.space), timezone.localdate()
    if request.method == "POST":
        form = PlanForm(request.POST, places=places, today=today)
        if form.is_valid() and form.attempt(
            running.plan_wave,
            space=visit.space,
            instrument=instrument,
            asked=form.asked or {},
            **form.settings,
            by=visit.person,
            at=timezone.now(),
        ):
            return redirect("surveys:wave", visit.space.slug, form.result.pk)
    else:
        form = PlanForm.new(places, today=today)
    page = {"form": form, "instrument": instrument}
    return render(request, "surveys/plan.html", page, status=form.status_code)


@can(Can.SURVEY_RUN)
def plan(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Change the plan of a wave, as far as it may be changed."""
    wave = wave_of(visit, key)
    data = request.POST if request.method == "POST" else None
    form = PlanForm.of(wave, queries.askable_places(visit.space), data, today=timezone.localdate())
    if (
        request.method == "POST"
        and form.is_valid()
        and form.attempt(
            running.change_plan,
            wave,
            asked=form.asked,
            **form.settings,
            version=form.cleaned_data["version"] or 0,
            by=visit.person,
            at=timezone.now(),
        )
    ):
        messages.success(request, _("Lagret."))
        return redirect("surveys:wave", visit.space.slug, key)
    page = {"form": form, "instrument": wave.instrument, "wave": wave}
    return render(request, "surveys/plan.html", page, status=form.status_code)
