"""Looking through a draft, and giving it out."""

from itertools import groupby
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
from sloyfe.cycle.competence.actions.giving_out import give_out
from sloyfe.cycle.competence.actions.recasting import begin_from
from sloyfe.cycle.competence.linting.sentences import sentence_of
from sloyfe.cycle.competence.queries import drafts as queries
from sloyfe.cycle.competence.queries.versions import versions_of
from sloyfe.cycle.competence.views.drafting import draft_here
from sloyfe.cycle.competence.views.drawing.words import licence_in_words
from sloyfe.kit.forms import Form


@can(Can.PACKAGE_MANAGE)
def release(request: HttpRequest, visit: Visit, draft: UUID) -> HttpResponse:
    """What somebody should look at first, and the button that gives the package out."""
    row = draft_here(visit, draft)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and form.attempt(give_out, row, by=visit.person, at=timezone.now()):
        messages.success(request, _("Pakken er gitt ut. Alle den er for, kan lese den nå."))
        return redirect("competence:package", visit.space.slug, form.result.package_id)
    modules = queries.modules_of(row)
    pages = {str(page.pk): page for page in queries.pages_in(modules)}
    found = queries.findings_in(row, modules)
    texts = [text for page in pages.values() for text in queries.texts_on(page, page.live_blocks)]  # type: ignore[attr-defined]  # prefetched
    page = {
        "draft": row,
        "form": form,
        "pages": [
            (pages[key], [(sentence_of(each), each.quote, each.block) for each in group])
            for key, group in groupby(found, lambda each: each.page)
        ],
        "number": len(found),
        "coverage": queries.coverage_of([row.title, *(module.title for module in modules), *texts]),
        "licence": licence_in_words(row.licence, ""),
        "releases": list(row.releases.select_related("version", "by").defer("version__original", "version__report")),
    }
    return render(request, "competence/draft_release.html", page, status=form.status_code)


@require_POST
@can(Can.PACKAGE_MANAGE)
def recasting(_request: HttpRequest, visit: Visit, package: UUID, version: UUID) -> HttpResponse:
    """Write on from a version, as a package of one's own."""
    row = next((each for each in versions_of(visit.space, package) if each.pk == version), None)
    if row is None:
        raise Http404
    made = begin_from(row, by=visit.person, at=timezone.now())
    return redirect("competence:draft", visit.space.slug, made.pk)
