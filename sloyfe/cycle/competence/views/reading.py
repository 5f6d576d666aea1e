"""Packages as they are read: the list, a package, its pages, and the files on them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.queries import files, progress
from sloyfe.cycle.competence.queries import packages as queries
from sloyfe.cycle.competence.queries.adaptations import places_to_adapt
from sloyfe.cycle.competence.queries.beside import beside_page
from sloyfe.cycle.competence.queries.books import Book
from sloyfe.cycle.competence.queries.languages import language_named
from sloyfe.cycle.competence.views.copying import book, opened
from sloyfe.cycle.competence.views.serving import served
from sloyfe.cycle.competence.views.sheets import about, contents_sheet, sheet


@can(Can.PACKAGE_SEE)
def packages(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every package of the partnership."""
    page = {"shelf": queries.shelf(visit, get_language() or "nb"), "may_manage": visit.may(Can.PACKAGE_MANAGE)}
    return render(request, "competence/packages.html", page)


@can(Can.PACKAGE_SEE)
def package(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """What is in one of them."""
    read = book(request, visit, package)
    lines = contents_sheet(read)
    if lines.first is None and not visit.may(Can.PACKAGE_MANAGE):
        raise Http404
    page = {
        **about(read),
        "contents": lines,
        "adapts": places_to_adapt(visit),
        "own_unit": progress.own_unit(visit),
    }
    return render(request, "competence/package.html", page)


@can(Can.PACKAGE_SEE)
def page(request: HttpRequest, visit: Visit, package: UUID, page: UUID) -> HttpResponse:
    """One page, in the reader's language where it has it."""
    read, row = opened(request, visit, package, page)
    shown = sheet(read, row, language_named(request.GET.get("sprak") or get_language())) if row else None
    if row is None or shown is None:
        return _elsewhere(request, read, page)
    return render(
        request,
        "competence/page.html",
        {
            **about(read),
            "page": row,
            "sheet": shown,
            "beside": beside_page(visit, package, row, shown.earlier if shown.has_activity else ()),
            "mark_at": progress.own_unit(visit, Can.PROGRESS_MARK),
            "lasting": progress.lasting(row),
        },
    )


@can(Can.PACKAGE_SEE)
def file(request: HttpRequest, visit: Visit, package: UUID, page: UUID, asset: UUID) -> HttpResponse:
    """A file that a page leads to, for those who may read the page."""
    read = book(request, visit, package)
    row = read.page(page) or queries.page_of(read.version, visit, page)
    found = files.file_on(row, asset, read.version, visit) if row else None
    content = files.content_of(found, visit.space) if found else None
    if found is None or content is None:
        raise Http404
    return served(files.name_of(found), content)


def _elsewhere(request: HttpRequest, read: Book, key: UUID) -> HttpResponse:
    """A page of another version leads to the page now; one that a place has left out leads to the package's own."""
    if now := read.page_now(key):
        return redirect("competence:page", read.visit.space.slug, read.version.package_id, now)
    missed = read.left_out(key)
    if missed is None:
        raise Http404
    return render(request, "competence/left_out.html", {**about(read), "page": missed})
