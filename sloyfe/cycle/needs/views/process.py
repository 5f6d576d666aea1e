"""The ståstedsmøte of a unit."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.actions import process as actions
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.forms.process import ProcessEditForm, ProcessForm
from sloyfe.cycle.needs.models import CollectiveProcess
from sloyfe.cycle.needs.queries import process as queries
from sloyfe.cycle.needs.views.notes import saved, unit_here
from sloyfe.cycle.partnership.queries import current_round


@can(Can.NEED_SEE, POST=Can.NEED_WORD)
def process(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The guide for the meeting, and its minutes when it has been held."""
    unit = unit_here(visit)
    held = queries.process_of(unit.place, current_round(visit.space))
    if held is not None:
        return _minutes(request, visit, held)
    form = ProcessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        minutes = form.minutes()
        if form.attempt(
            actions.record_process,
            current_round(visit.space),
            unit.place,
            form.meeting(),
            minutes,
            theme=form.cleaned_data["theme"],
            by=visit.person,
            at=timezone.now(),
        ):
            saved(request, _("Referatet er lagret, og behovet ligger klart til å bekreftes."), *minutes.values())
            return redirect("needs:unit_needs", visit.space.slug, unit.place_id)
    may_write = visit.may(Can.NEED_WORD, visit.place)
    page = {"unit": unit, "form": form, "may_write": may_write, "content": needs_content()}
    return render(request, "needs/process.html", page, status=form.status_code)


def _minutes(request: HttpRequest, visit: Visit, held: CollectiveProcess) -> HttpResponse:
    may_write = visit.may(Can.NEED_WORD, visit.place)
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    stood = {minute.prompt: minute.words for minute in held.minutes.all()}
    form = ProcessEditForm(request.POST or None, initial=ProcessEditForm.words_of(held))
    if request.method == "POST" and form.is_valid():
        minutes, version = form.minutes(stood), form.cleaned_data["version"]
        if form.attempt(
            actions.edit_process, held, form.meeting(), minutes, version=version, by=visit.person, at=timezone.now()
        ):
            saved(request, _("Referatet er rettet."), *minutes.values())
            return redirect("needs:process", visit.space.slug, held.place_id)
    prompts = [(prompt.words, stood.get(prompt.key)) for prompt in needs_content().prompts]
    page = {"unit": unit_here(visit), "held": held, "prompts": prompts, "form": form, "may_write": may_write}
    return render(request, "needs/minutes.html", page, status=form.status_code)
