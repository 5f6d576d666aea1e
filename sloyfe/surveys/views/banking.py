"""The bank of questions, seen from the questionnaire that takes from it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys.actions import banking
from sloyfe.surveys.forms.banking import SearchForm, TakeForm
from sloyfe.surveys.queries import bank as reads
from sloyfe.surveys.views.found import instrument_of, item_of


@can(Can.SURVEY_BUILD)
def bank(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Search the bank, and take one question or a whole set."""
    found = instrument_of(visit, key)
    search = SearchForm(request.GET or None)
    every = reads.bank(found)
    shown = reads.sought(every, **search.asked())
    entries = {entry.key: entry for each in every for entry in each.entries}
    form = TakeForm(request.POST or None, instrument=found)
    if request.method == "POST" and form.is_valid():
        whole = next((each.entries for each in every if each.key == request.POST.get("set")), ())
        chosen = [entries[one] for one in (request.POST.get("entry", ""),) if one in entries]
        told = {"section": form.cleaned_data["section"], "by": visit.person, "at": timezone.now()}
        if form.attempt(banking.take, found, [*whole, *chosen], **told):
            count = len(form.result)
            said = ngettext("%(count)s spørsmål er lagt til.", "%(count)s spørsmål er lagt til.", count)
            messages.success(request, said % {"count": count})
            return redirect(request.get_full_path())
    page = {"instrument": found, "search": search, "sets": shown, "form": form}
    return render(request, "surveys/bank.html", page, status=form.status_code)


@require_POST
@can(Can.SURVEY_BUILD)
def item_bank(request: HttpRequest, visit: Visit, key: UUID, item: UUID) -> HttpResponse:
    """Put a question in the partnership's bank, or take it out."""
    row = item_of(instrument_of(visit, key), item)
    if request.POST.get("banked") == "0":
        banking.unbank(row, by=visit.person, at=timezone.now())
        messages.success(request, _("Spørsmålet er tatt ut av banken. Skjemaer som bruker det, beholder det."))
    else:
        banking.bank(row, by=visit.person, at=timezone.now())
        messages.success(request, _("Spørsmålet ligger nå i banken, og kan brukes i andre skjemaer."))
    return redirect("surveys:instrument", visit.space.slug, key)
