"""What is new in a package for a place that has adapted it: taken or left, change by change."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions.news import leaving, settling, taking
from sloyfe.cycle.competence.queries.news import news
from sloyfe.cycle.competence.views.adapting import here

PARTS, CONFLICT_PARTS, MOST_DIGITS = 3, 4, 4


@can(Can.PACKAGE_ADAPT)
def changes(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """What waits, and what was left before."""
    at = here(visit, package)
    said = request.GET.get("del", "")[:MOST_DIGITS]
    page = {**at.about, "news": news(at.layout, get_language() or "nb", int(said) if said.isdecimal() else 1)}
    return render(request, "competence/news.html", page)


@require_POST
@can(Can.PACKAGE_ADAPT)
def change_choice(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Take or leave one change, those of a page, or all."""
    at = here(visit, package)
    picks = request.POST.get("changes", "").split()
    how = {"take": taking, "leave": leaving}.get(request.POST.get("what", ""))
    if how is None or not picks or any(pick.count(".") != PARTS - 1 for pick in picks):
        raise Http404
    at.decide(how(picks))
    said = _("Tatt inn hos dere.") if how is taking else _("Latt være. Dere kan ta det inn senere.")
    messages.success(request, said)
    return redirect(at.address("adapted_changes"))


@require_POST
@can(Can.PACKAGE_ADAPT)
def conflict_choice(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Keep one's own, or take the other side's."""
    at = here(visit, package)
    pick, what = request.POST.get("conflict", ""), request.POST.get("what", "")
    if what not in {"ours", "theirs"} or pick.count(".") != CONFLICT_PARTS - 1:
        raise Http404
    at.decide(settling(pick, ours=what == "ours"))
    messages.success(request, _("Dere har beholdt deres.") if what == "ours" else _("Tatt inn hos dere."))
    return redirect(at.address("adapted_changes"))
