"""Packages as they are read: the list, a package, its pages, and the files on them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.models import PackageVersion, Page
from sloyfe.cycle.competence.queries import contents, files
from sloyfe.cycle.competence.queries import packages as queries
from sloyfe.cycle.competence.queries.languages import ReadIn, language_named, read_in
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places, is_web
from sloyfe.cycle.competence.views.drawing.words import LANGUAGES, READERS, licence_in_words


@can(Can.PACKAGE_SEE)
def packages(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every package of the partnership."""
    page = {"shelf": queries.shelf(visit, get_language() or "nb"), "may_manage": visit.may(Can.PACKAGE_MANAGE)}
    return render(request, "competence/packages.html", page)


@can(Can.PACKAGE_SEE)
def package(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """What is in one of them."""
    version = _version(visit, package)
    pages = queries.heads(version, visit)
    if not pages and not visit.may(Can.PACKAGE_MANAGE):
        raise Http404
    modules = queries.modules_of(version, visit.space)
    parts = contents.parts(modules, pages, visit, language_named(get_language()))
    page = {
        **_about(version),
        "parts": parts,
        "first": pages[0] if pages else None,
        "readers": READERS,
        "web": {line.address for part in parts for line in part.lines if is_web(line.address)},
    }
    return render(request, "competence/package.html", page)


@can(Can.PACKAGE_SEE)
def page(request: HttpRequest, visit: Visit, package: UUID, page: UUID) -> HttpResponse:
    """One page, in the reader's language where it has it."""
    version = _version(visit, package)
    row = queries.page_of(version, visit, page)
    if row is None:
        now = queries.same_page_now(version, visit, page)
        if now is None:
            raise Http404
        return redirect("competence:page", visit.space.slug, package, now.pk)
    pages = queries.heads(version, visit)
    said = read_in(row.tree, language_named(request.GET.get("sprak") or get_language()))
    shown = {
        **_about(version),
        "page": row,
        "page_title": row.title.read(said.shown.value),
        "body": _drawn(row, pages, version, visit, said),
        "beside": contents.beside(row, pages, queries.modules_of(version, visit.space)),
        "said": said,
        "shown_name": LANGUAGES[said.shown],
        "wished_name": LANGUAGES[said.wished],
        "switches": [(each.value, LANGUAGES[each]) for each in said.others],
        "for_readers": READERS.get(row.readers, ""),
    }
    return render(request, "competence/page.html", shown)


@can(Can.PACKAGE_SEE)
def file(_request: HttpRequest, visit: Visit, package: UUID, page: UUID, asset: UUID) -> HttpResponse:
    """A file that a page leads to, for those who may read the page."""
    row = queries.page_of(_version(visit, package), visit, page)
    found = files.file_on(row, asset, visit.space) if row else None
    content = files.content_of(found, visit.space) if found else None
    if found is None or content is None:
        raise Http404
    kind = files.type_of(found)
    answer = HttpResponse(content, content_type=kind if kind in files.SHOWN else "application/octet-stream")
    said = content_disposition_header(as_attachment=kind not in files.SHOWN, filename=files.name_of(found))
    answer.headers["Content-Disposition"] = said or "attachment"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _drawn(row: Page, pages: list[Page], version: PackageVersion, visit: Visit, said: ReadIn) -> str:
    slug, package = visit.space.slug, version.package_id
    leads = {each.identity: reverse("competence:page", args=[slug, package, each.pk]) for each in pages}
    lying = files.files_on([row.tree], version, visit.space)
    found = {each.path: reverse("competence:file", args=[slug, package, row.pk, each.pk]) for each in lying}
    return Drawing(Places(said.shown, leads, found)).blocks(row.tree.blocks)


def _about(version: PackageVersion) -> dict[str, object]:
    return {
        "version": version,
        "package": version.package,
        "licence": licence_in_words(version.licence, version.licence_written),
    }


def _version(visit: Visit, package: UUID) -> PackageVersion:
    version = queries.newest_version(visit.space, package)
    if version is None:
        raise Http404
    return version
