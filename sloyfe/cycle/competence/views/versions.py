"""The versions of a package for those who look after it: what changed, and how it was before."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import PackageVersion, Page
from sloyfe.cycle.competence.queries import versions as queries
from sloyfe.cycle.competence.queries.files import content_of, files_on
from sloyfe.cycle.competence.queries.languages import language_named, read_in
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places
from sloyfe.cycle.competence.views.drawing.words import LANGUAGES
from sloyfe.cycle.competence.views.serving import served


@can(Can.PACKAGE_MANAGE)
def versions(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Every version, with who and when."""
    rows = queries.versions_of(visit.space, package)
    if not rows:
        raise Http404
    return render(request, "competence/versions.html", {"versions": rows, "package": rows[0].package})


@can(Can.PACKAGE_MANAGE)
def version(request: HttpRequest, visit: Visit, package: UUID, version: UUID) -> HttpResponse:
    """What one version changed, page by page, and all its pages."""
    row, before = _pair(visit, package, version)
    changes = queries.changes_in(row, before)
    page = {
        "version": row,
        "package": row.package,
        "before": before,
        "changes": changes,
        "pages": list(row.pages.defer("content")),
    }
    return render(request, "competence/version.html", page)


@can(Can.PACKAGE_MANAGE)
def page(request: HttpRequest, visit: Visit, package: UUID, version: UUID, page: UUID) -> HttpResponse:
    """A page as it was in that version, with what was new in it word by word."""
    row, before = _pair(visit, package, version)
    found = _page(row, page)
    said = read_in(found.tree, language_named(request.GET.get("sprak") or get_language()))
    shown = {
        "version": row,
        "package": row.package,
        "page": found,
        "page_title": found.title.read(said.shown.value),
        "before": before,
        "changes": [(LANGUAGES[each.language], each) for each in queries.words_changed(found, _before(found, before))]
        if before
        else [],
        "body": Drawing(_places(visit, row, found, said.shown)).blocks(found.tree.blocks),
        "said": said,
        "switches": [(each.value, LANGUAGES[each]) for each in said.others],
    }
    return render(request, "competence/version_page.html", shown)


@can(Can.PACKAGE_MANAGE)
def file(_request: HttpRequest, visit: Visit, package: UUID, version: UUID, page: UUID, asset: UUID) -> HttpResponse:
    """A file of that version."""
    row, _before = _pair(visit, package, version)
    lying = files_on([_page(row, page).tree], row, visit.space)
    found = next((each for each in lying if each.pk == asset), None)
    content = content_of(found, visit.space) if found else None
    if found is None or content is None:
        raise Http404
    return served(found.path.rpartition("/")[2], content)


def _pair(visit: Visit, package: UUID, key: UUID) -> tuple[PackageVersion, PackageVersion | None]:
    """The version, and the one before it."""
    rows = queries.versions_of(visit.space, package)
    at = next((number for number, row in enumerate(rows) if row.pk == key), None)
    if at is None:
        raise Http404
    return rows[at], rows[at + 1] if at + 1 < len(rows) else None


def _page(version: PackageVersion, key: UUID) -> Page:
    found = queries.page_in(version, key)
    if found is None:
        raise Http404
    return found


def _before(page: Page, before: PackageVersion | None) -> Page | None:
    return queries.page_before(page, before)


def _places(visit: Visit, row: PackageVersion, page: Page, language: Language) -> Places:
    keys = [visit.space.slug, row.package_id, row.pk]
    pages = row.pages.values_list("identity", "pk")
    leads = {identity: reverse("competence:version_page", args=[*keys, key]) for identity, key in pages}
    lying = files_on([page.tree], row, visit.space)
    found = {each.path: reverse("competence:version_file", args=[*keys, page.pk, each.pk]) for each in lying}
    return Places(language, leads, found)
