"""Reading a package in: the file is given, the worker reads it, and its page says how far it has come."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.actions import imports as actions
from sloyfe.cycle.competence.actions import trials
from sloyfe.cycle.competence.forms.importing import PackageForm
from sloyfe.cycle.competence.models import PackageImport
from sloyfe.cycle.competence.queries import runs as queries

TRY = "prove"


@can(Can.PACKAGE_MANAGE)
def imports(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give a file or a text, to be tried or to be taken in at once; and those that were given before."""
    form = PackageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content, name = form.content()
        told = {"by": visit.person, "at": timezone.now(), "tries_first": request.POST.get("step") == TRY}
        if form.attempt(actions.keep_file, visit.space, content, name, **told):
            return redirect("competence:import", visit.space.slug, form.result.pk)
    page = {"form": form, "runs": queries.runs_of(visit.space), "try": TRY}
    return render(request, "competence/imports.html", page, status=form.status_code)


@can(Can.PACKAGE_MANAGE)
def one_import(request: HttpRequest, visit: Visit, run: UUID) -> HttpResponse:
    """How far it has come; when it has been read, the report page by page."""
    row = _run(visit, run)
    page: dict[str, object] = {"run": row, "try": TRY}
    if hasattr(row, "finished") or row.is_tried:
        page |= _report(row)
    elif hasattr(row, "refused"):
        text = queries.pasted_text(row)
        page |= {"refusal": row.refused.sentences.get(get_language() or "nb", "")}
        page |= {"form": PackageForm(initial={"text": text})} if text else {}
    answer = render(request, "competence/import.html", page)
    if not row.is_over and not row.is_tried:
        answer.headers["Refresh"] = "3"
    return answer


@require_POST
@can(Can.PACKAGE_MANAGE)
def intake(_request: HttpRequest, visit: Visit, run: UUID) -> HttpResponse:
    """Take in what was tried, with the file that was given."""
    row = _run(visit, run)
    trials.take_in(row, by=visit.person, at=timezone.now())
    return redirect("competence:import", visit.space.slug, row.pk)


@require_POST
@can(Can.PACKAGE_MANAGE)
def cancellation(_request: HttpRequest, visit: Visit, run: UUID) -> HttpResponse:
    """Call it off."""
    row = _run(visit, run)
    actions.cancel(row, by=visit.person, at=timezone.now())
    return redirect("competence:import", visit.space.slug, row.pk)


def _report(row: PackageImport) -> dict[str, object]:
    language = get_language() or "nb"
    return {"report": queries.report_of(row, language), "different": queries.different_in(row, language)}


def _run(visit: Visit, key: UUID) -> PackageImport:
    row = queries.run_of(visit.space, key)
    if row is None:
        raise Http404
    return row
