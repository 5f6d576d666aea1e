"""Packages as they are read: the list, a package, its pages, and the files on them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.models import AdaptedPage, Page
from sloyfe.cycle.competence.queries import files, progress
from sloyfe.cycle.competence.queries import packages as queries
from sloyfe.cycle.competence.queries.adaptations import places_to_adapt
from sloyfe.cycle.competence.queries.books import Book
from sloyfe.cycle.competence.queries.languages import ReadIn, language_named, read_in
from sloyfe.cycle.competence.queries.notes import notes_on
from sloyfe.cycle.competence.reading.activities import has_activity
from sloyfe.cycle.competence.views.copying import book, drawn, place_names
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places, is_web
from sloyfe.cycle.competence.views.drawing.words import LANGUAGES, READERS, licence_in_words
from sloyfe.cycle.competence.views.serving import served

# Stands in an address until the page is known: one look at the addresses of the product serves all pages.
ANY_PAGE = UUID(int=0)


@can(Can.PACKAGE_SEE)
def packages(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every package of the partnership."""
    page = {"shelf": queries.shelf(visit, get_language() or "nb"), "may_manage": visit.may(Can.PACKAGE_MANAGE)}
    return render(request, "competence/packages.html", page)


@can(Can.PACKAGE_SEE)
def package(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """What is in one of them."""
    read = book(request, visit, package)
    if not read.pages and not visit.may(Can.PACKAGE_MANAGE):
        raise Http404
    parts = read.parts(language_named(get_language()))
    page = {
        **_about(read),
        "parts": parts,
        "first": read.pages[0] if read.pages else None,
        "adapts": places_to_adapt(visit),
        "readers": READERS,
        "may_manage": visit.may(Can.PACKAGE_MANAGE),
        "own_unit": progress.own_unit(visit),
        "may_compare": visit.may(Can.PACKAGE_OWNING),
        "web": {line.address for part in parts for line in part.lines if is_web(line.address)},
    }
    return render(request, "competence/package.html", page)


@can(Can.PACKAGE_SEE)
def page(request: HttpRequest, visit: Visit, package: UUID, page: UUID) -> HttpResponse:
    """One page, in the reader's language where it has it."""
    read = book(request, visit, package)
    row = read.page(page)
    if row is None:
        return _elsewhere(request, read, page)
    beside, acting = read.beside(row), has_activity(row.tree)
    said = read_in(row.tree, language_named(request.GET.get("sprak") or get_language()))
    shown = {
        **_about(read),
        "page": row,
        "page_title": row.title.read(said.shown.value),
        "body": _drawn(row, read, said),
        "beside": beside,
        "earlier": notes_on(visit, package, beside.earlier) if acting else None,
        "said": said,
        "shown_name": LANGUAGES[said.shown],
        "wished_name": LANGUAGES[said.wished],
        "switches": [(each.value, LANGUAGES[each]) for each in said.others],
        "has_activity": acting,
        "for_readers": READERS.get(row.readers, ""),
        "done": progress.done_here(visit, package, row),
        "mark_at": progress.own_unit(visit, Can.PROGRESS_MARK),
        "lasting": progress.lasting(row),
    }
    return render(request, "competence/page.html", shown)


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
    return render(request, "competence/left_out.html", {**_about(read), "page": missed})


def _drawn(row: Page | AdaptedPage, read: Book, said: ReadIn) -> str:
    slug, package = read.visit.space.slug, read.version.package_id
    way = reverse("competence:page", args=[slug, package, ANY_PAGE])
    leads = {each: way.replace(str(ANY_PAGE), str(key)) for each, key in read.identities().items() if key}
    found = {each.path: reverse("competence:file", args=[slug, package, row.key, each.pk]) for each in read.files(row)}
    return drawn(row, Drawing(Places(said.shown, leads, found)), place_names(read.copies.shown))


def _about(read: Book) -> dict[str, object]:
    version = read.version
    return {
        "version": version,
        "package": version.package,
        "copies": read.copies,
        "names": place_names(read.copies.shown),
        "licence": licence_in_words(version.licence, version.licence_written),
    }
