"""A package as one person reads it: as it is, or as a place has adapted it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import AdaptedPage, Asset, PackageVersion, Page
from sloyfe.cycle.competence.queries import adapted, contents, files, packages
from sloyfe.cycle.competence.queries.copies import Copies


@dataclass(frozen=True)
class Book:
    """The newest version, or what a place made of it."""

    version: PackageVersion
    visit: Visit
    copies: Copies

    @cached_property
    def pages(self) -> Sequence[Page | AdaptedPage]:
        """The pages for this person, in reading order, without what stands on them."""
        return adapted.heads(self._rows) if self.copies.shown else packages.heads(self.version, self.visit)

    def parts(self, language: Language) -> list[contents.Part]:
        """The table of contents."""
        if self.copies.shown:
            return adapted.parts(self._rows, language)
        modules = packages.modules_of(self.version, self.visit.space)
        pages = [page for page in self.pages if isinstance(page, Page)]
        return contents.parts(modules, pages, self.visit, language)

    def page(self, key: UUID) -> Page | AdaptedPage | None:
        """A page by what its address says."""
        if self.copies.shown:
            return adapted.page_of(self.copies.shown, self.visit, key)
        return packages.page_of(self.version, self.visit, key)

    def head(self, key: UUID) -> Page | AdaptedPage | None:
        """The same, without what stands on it."""
        if self.copies.shown:
            return adapted.head_of(self.copies.shown, self.visit, key)
        return packages.head_of(self.version, self.visit, key)

    def page_now(self, key: UUID) -> UUID | None:
        """Where an address of another version leads now."""
        if self.copies.shown:
            here = adapted.same_page_here(self.copies.shown, self.visit, key)
            return here.key if here else None
        now = packages.same_page_now(self.version, self.visit, key)
        return now.pk if now else None

    def left_out(self, key: UUID) -> Page | None:
        """A page of the package that the place has not got."""
        if self.copies.shown is None:
            return None
        found = packages.page_of(self.version, self.visit, key)
        return found or packages.same_page_now(self.version, self.visit, key)

    def beside(self, page: Page | AdaptedPage) -> contents.Beside:
        """Its module, and the pages before and after it."""
        if isinstance(page, AdaptedPage):
            return adapted.beside(page, adapted.heads(self._rows))
        pages = [each for each in self.pages if isinstance(each, Page)]
        return contents.beside(page, pages, packages.modules_of(self.version, self.visit.space))

    def files(self, page: Page | AdaptedPage) -> list[Asset]:
        """The files that the page leads to."""
        if isinstance(page, AdaptedPage):
            paths = files.paths_at([page], self.version, self.visit)[page.pk]
            return files.files_of_all(paths, self.version.package_id, self.visit.space)
        return files.files_on([page.tree], self.version, self.visit.space)

    def identities(self) -> dict[str, UUID | None]:
        """What links inside the package call its pages."""
        named = {page.identity: page.key for page in self.pages}
        moved = [page for page in self.pages if isinstance(page, AdaptedPage)]
        named |= {page.identity.removeprefix("p:"): page.key for page in moved}
        return named | {page.source.identity: page.key for page in moved if page.source}

    @cached_property
    def _rows(self) -> list[AdaptedPage]:
        return adapted.rows_of(self.copies.shown, self.visit) if self.copies.shown else []
