"""Pages about findings."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.actions import findings as actions
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.forms.findings import (
    ChildrenForm,
    FindingForm,
    ImportedFigureForm,
    StoryForm,
    VersionedFindingForm,
)
from sloyfe.cycle.needs.models import Finding, FindingKind
from sloyfe.cycle.needs.queries import figures as figure_queries
from sloyfe.cycle.needs.queries import findings as queries
from sloyfe.cycle.needs.queries import needs as needs_queries
from sloyfe.cycle.needs.queries import thread
from sloyfe.cycle.needs.views.notes import saved
from sloyfe.cycle.partnership.queries import current_round

FORMS: dict[str, tuple[FindingKind, type[FindingForm]]] = {
    "fortelling": (FindingKind.STORY, StoryForm),
    "barn": (FindingKind.CHILDREN, ChildrenForm),
    "tall": (FindingKind.FIGURE, ImportedFigureForm),
}


@can(Can.FINDING_SEE)
def findings(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What has been found so far."""
    kind = request.GET.get("slag", "")
    page = {
        "findings": queries.findings_seen(visit, current_round(visit.space), kind=kind),
        "kind": kind,
        "kinds": FindingKind.choices,
        "may_record": visit.may(Can.FINDING_RECORD),
        "content": needs_content(),
    }
    return render(request, "needs/findings.html", page)


@can(Can.FINDING_RECORD)
def new_finding(request: HttpRequest, visit: Visit, sort: str) -> HttpResponse:
    """Write down a story, a children's voice, or a number from elsewhere."""
    if sort not in FORMS:
        raise Http404
    kind, form_of_kind = FORMS[sort]
    places = queries.places_to_record_at(visit, needs_queries.unit_places(visit.space))
    form = form_of_kind(request.POST or None, places=places, root=visit.space)
    if request.method == "POST" and form.is_valid():
        place = next(place for place in places if str(place.pk) == form.cleaned_data["place"])
        this_round, seen, now = current_round(visit.space), form.seen(), timezone.now()
        number = form.imported()
        if form.attempt(actions.record_finding, this_round, kind, place, seen, by=visit.person, at=now, number=number):
            saved(request, _("Funnet er lagret."), seen.title, seen.story, seen.asked_how, seen.interpretation)
            return redirect("needs:finding", visit.space.slug, form.result.pk)
    page = {"form": form, "kind": kind, "sort": sort, "content": needs_content()}
    return render(request, "needs/new_finding.html", page, status=form.status_code)


@can(Can.FINDING_SEE, POST=Can.FINDING_RECORD)
def finding(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One finding: the number, the story beside it, and how it is read."""
    row = _seen(visit, key)
    editable = queries.may_edit(visit, row)
    form = VersionedFindingForm(request.POST or None, initial=VersionedFindingForm.words_of(row))
    if request.method == "POST" and not editable:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        seen = form.seen(row)
        version = form.cleaned_data["version"]
        if form.attempt(actions.edit_finding, row, seen, version=version, by=visit.person, at=timezone.now()):
            saved(request, _("Endringene er lagret."), seen.title, seen.story, seen.asked_how, seen.interpretation)
            return redirect("needs:finding", visit.space.slug, row.pk)
    page = {
        "finding": row,
        "figure": figure_queries.drawn(visit, row.figure) if hasattr(row, "figure") else None,
        "came_of": thread.came_of_finding(row, visit),
        "form": form,
        "editable": editable,
        "content": needs_content(),
    }
    return render(request, "needs/finding.html", page, status=form.status_code)


def _seen(visit: Visit, key: UUID) -> Finding:
    row = queries.finding(visit, key)
    if row is None:
        raise Http404
    if not queries.may_see(visit, row):
        raise PermissionDenied
    return row
