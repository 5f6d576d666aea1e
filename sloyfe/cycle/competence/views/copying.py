"""Whose adaptation of a package is read: kept with the session, so that addresses are the same for all."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.models import AdaptedPage, AtLevel, PackageAdaptation, PackageVersion, Page
from sloyfe.cycle.competence.queries import packages as queries
from sloyfe.cycle.competence.queries.books import Book
from sloyfe.cycle.competence.queries.copies import copies
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import joined

KEPT = "package_copies"
Blocks = tuple[object, ...]


def book(request: HttpRequest, visit: Visit, package: UUID) -> Book:
    """The package as this person reads it, or 404."""
    version = queries.newest_version(visit.space, package)
    if version is None:
        raise Http404
    return _book(request, visit, version)


def opened(request: HttpRequest, visit: Visit, package: UUID, page: UUID) -> tuple[Book, Page | AdaptedPage | None]:
    """The same, opened at a page of the package, or at one that a place has added."""
    row = queries.newest_page(visit, package, page)
    if row is None:
        read = book(request, visit, package)
        return read, read.head(page)
    return _book(request, visit, row.version), row


@require_POST
@can(Can.PACKAGE_SEE)
def copy(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """Read it as a place has it, or as it is."""
    wished = request.POST.get("place", "")
    found: PackageVersion | None = queries.newest_version(visit.space, package)
    if found is None or (
        wished and wished not in {str(row.place_id) for row in copies(visit, found.package, None).all}
    ):
        raise Http404
    request.session[KEPT] = {**request.session.get(KEPT, {}), str(package): wished}
    page = request.POST.get("page", "")
    try:
        return redirect("competence:page", visit.space.slug, package, UUID(page))
    except ValueError:
        return redirect("competence:package", visit.space.slug, package)


def _book(request: HttpRequest, visit: Visit, version: PackageVersion) -> Book:
    chosen = request.session.get(KEPT, {}).get(str(version.package_id))
    return Book(version, visit, copies(visit, version.package, chosen))


def place_names(shown: PackageAdaptation | None) -> dict[str, str]:
    """Who is behind what a level added or worded."""
    if shown is None:
        return {}
    if shown.level == AtLevel.OWNER:
        return {AtLevel.OWNER.value: shown.place.title}
    above = shown.place.parent.title if shown.place.parent else ""
    return {AtLevel.UNIT.value: shown.place.title, AtLevel.OWNER.value: above}


def drawn(row: Page | AdaptedPage, drawing: Drawing, names: dict[str, str]) -> SafeString:
    """The page; what is not the package's own says whose it is."""
    if isinstance(row, Page):
        return drawing.blocks(row.tree.blocks)
    made = []
    for own, words, blocks in row.parts:
        body = drawing.blocks(blocks)
        told = _told(names, "" if own == row.by_level else own, words)
        made.append(format_html(FRAME, told, body) if told and body else body)
    return joined(made)


FRAME = '<div class="local"><p class="local-mark">{}</p>{}</div>'


def _told(names: dict[str, str], own: str, words: str) -> str | Promise:
    if own:
        return _("Lagt til av %(name)s") % {"name": names.get(own, "")}
    return _("Med ordene til %(name)s") % {"name": names.get(words, "")} if words else ""
