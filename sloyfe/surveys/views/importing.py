"""Figures from elsewhere: a file is brought, its columns are named, what would happen is seen, and then it is done."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys.actions import importing
from sloyfe.surveys.forms.importing import ColumnsForm, FigureFileForm
from sloyfe.surveys.imports.choices import Choices
from sloyfe.surveys.models import FigureFile, FigureImport
from sloyfe.surveys.queries import outside

SHOWN = 200  # rows on a page; how many there are is told


@can(Can.RELEASE_SEE, POST=Can.FIGURE_IMPORT)
def imports(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What has been read in, and the way to read in more."""
    form = FigureFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        name, sheet, now = form.cleaned_data["file"].name, form.cleaned_data["sheet"], timezone.now()
        told = {"space": visit.space, "by": visit.person, "at": now}
        if form.attempt(importing.keep_file, form.content(), name, sheet, **told):
            return redirect("surveys:figure_columns", visit.space.slug, form.result.pk)
    may_import = visit.may(Can.FIGURE_IMPORT)
    page = {
        "runs": outside.imports(visit.space),
        "waiting": outside.waiting(visit) if may_import else [],
        "form": form,
        "may_import": may_import,
    }
    return render(request, "surveys/figure_imports.html", page, status=form.status_code)


@can(Can.FIGURE_IMPORT)
def columns(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What each column is; remembered for the next file with the same header."""
    file = _waiting(visit, key)
    table, places = importing.table_of(file), outside.places_to_import_for(visit)
    form = ColumnsForm(
        request.POST or None, table=table, before=Choices(**file.choices), places=list(places.open.values())
    )
    if request.method == "POST" and form.is_valid() and form.attempt(importing.choose, file, form.choices()):
        return redirect("surveys:figure_rehearsal", visit.space.slug, key)
    page = {"file": file, "table": table, "preview": table.rows[:5], "form": form, "same": outside.same_file(file)}
    return render(request, "surveys/figure_columns.html", page, status=form.status_code)


@can(Can.FIGURE_IMPORT)
def rehearsal(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """What would be read, what is hidden, and what could not be read; and the yes."""
    file = _waiting(visit, key)
    if not file.choices:
        return redirect("surveys:figure_columns", visit.space.slug, key)
    places = outside.places_to_import_for(visit)
    if request.method == "POST":
        run = importing.carry_out(file, places, by=visit.person, at=timezone.now())
        messages.success(request, _("%(count)s tall er lest inn.") % {"count": run.taken})
        return redirect("surveys:figure_import", visit.space.slug, run.pk)
    found = importing.rehearse(file, places)
    names: dict[UUID | None, str] = {place.pk: place.title for place in places.open.values()}
    page = {
        "file": file,
        "found": found,
        "drafts": [
            (draft, names.get(draft.place, draft.about) if draft.place else draft.about)
            for draft in found.drafts[:SHOWN]
        ],
        "left": found.left[:SHOWN],
        "shown": SHOWN,
        "same": outside.same_file(file),
    }
    return render(request, "surveys/figure_rehearsal.html", page)


@can(Can.RELEASE_SEE)
def one_import(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One import with the figures that this visitor may see."""
    run = _run(visit, key)
    figures = list(outside.figures(visit).filter(run=run)[: SHOWN + 1])
    page = {
        "run": run,
        "figures": figures[:SHOWN],
        "more": len(figures) > SHOWN,
        "shown": SHOWN,
        "may_import": visit.may(Can.FIGURE_IMPORT),
    }
    return render(request, "surveys/figure_import.html", page)


@require_POST
@can(Can.FIGURE_IMPORT)
def undoing(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Take an import back, whole."""
    importing.undo(_run(visit, key), by=visit.person, at=timezone.now())
    messages.success(request, _("Innlesingen er tatt tilbake. Tallene er borte."))
    return redirect("surveys:figure_imports", visit.space.slug)


def _waiting(visit: Visit, key: UUID) -> FigureFile:
    file = outside.file(visit, key)
    if file is None:
        raise Http404
    if hasattr(file, "run"):
        raise importing.AlreadyRead
    return file


def _run(visit: Visit, key: UUID) -> FigureImport:
    run = outside.imports(visit.space).filter(pk=key).first()
    if run is None:
        raise Http404
    return run
