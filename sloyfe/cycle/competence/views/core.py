"""What is core in a package, and which units have adapted it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions.core import mark_core, unmark_core
from sloyfe.cycle.competence.adaptation.layers import Level
from sloyfe.cycle.competence.models import Package
from sloyfe.cycle.competence.queries.adapting_units import adapting_units
from sloyfe.cycle.competence.queries.core import core_parts
from sloyfe.cycle.competence.queries.outlines import newest_outline
from sloyfe.cycle.competence.views.adapting import here

HOW = {"mark": mark_core, "unmark": unmark_core}


@can(Can.PACKAGE_MANAGE)
def core(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Mark what nobody may leave out or word anew, and take the mark back."""
    row = Package.objects.in_space(visit.space).select_related("space").filter(pk=package).first()
    newest = newest_outline(row) if row else None
    if row is None or newest is None:
        raise Http404
    parts = core_parts(row, newest)
    if request.method == "POST":
        chosen = next((each for each in parts if str(each.key) == request.POST.get("element")), None)
        how = HOW.get(request.POST.get("what", ""))
        if chosen is None or how is None:
            raise Http404
        how(row, chosen.identity, by=visit.person, at=timezone.now())
        messages.success(request, _("Lagret."))
        return redirect("competence:core", visit.space.slug, package)
    return render(request, "competence/core.html", {"package": row, "parts": parts})


@can(Can.PACKAGE_ADAPT)
def units(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """The owner's units, and whether they have adapted the package."""
    at = here(visit, package)
    if at.now.level != Level.OWNER:
        raise Http404
    page = {**at.about, "units": adapting_units(at.package, visit)}
    return render(request, "competence/adapting_units.html", page)
