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


def files_by_page(read: Book, pages: Sequence[Either]) -> dict[UUID, list[Asset]]:
    """The files that each of them leads to, by its row."""
    adapted = [page for page in pages if isinstance(page, AdaptedPage)]
    if read.copies.shown:
        paths = files.paths_at(adapted, read.version, read.visit)
        found = files.files_of_all(set().union(*paths.values()), read.version.package_id, read.visit.space)
    else:
        trees = {page.pk: page.tree for page in pages}
        paths = {key: files.paths_in([tree]) for key, tree in trees.items()}
        found = files.files_on([*trees.values()], read.version, read.visit.space)
    lying = {each.path: each for each in found}
    return {key: [lying[path] for path in mine if path in lying] for key, mine in paths.items()}
