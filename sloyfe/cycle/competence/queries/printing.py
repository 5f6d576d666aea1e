"""A whole package as one person reads it, with what stands on its pages."""

from collections.abc import Sequence
from uuid import UUID

from sloyfe.cycle.competence.models import AdaptedPage, Asset, Page
from sloyfe.cycle.competence.queries import files
from sloyfe.cycle.competence.queries.books import Book

Either = Page | AdaptedPage


def pages_in_full(read: Book) -> dict[UUID, Either]:
    """Every page that this person may read, by its row."""
    keys = [page.pk for page in read.pages]
    space = read.visit.space
    if read.copies.shown:
        rows = AdaptedPage.objects.in_space(space).filter(pk__in=keys).select_related("module", "source")
        return {row.pk: row for row in rows.defer("source__content")}
    return {row.pk: row for row in Page.objects.in_space(space).filter(pk__in=keys)}


def files_by_path(read: Book, pages: Sequence[Either]) -> dict[str, Asset]:
    """The files that any of them leads to."""
    trees, space = [page.tree for page in pages], read.visit.space
    if read.copies.shown:
        found = files.files_of_all(trees, read.version.package_id, space)
    else:
        found = files.files_on(trees, read.version, space)
    return {each.path: each for each in found}
