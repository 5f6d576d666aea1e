"""Making the newest version of a package ready for the search."""

from collections.abc import Iterable

from django.db import transaction

from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import PackageVersion, Page, SearchEntry, SearchStem
from sloyfe.cycle.competence.queries.languages import read_in
from sloyfe.cycle.competence.queries.searching import not_searched, stems_of

AT_ONCE = 2000


@transaction.atomic
def index(version: PackageVersion, pages: Iterable[tuple[Page, PageTree]]) -> None:
    """The words of these pages take the place of those of the versions before."""
    SearchEntry.objects.in_space(version.space).filter(page__version__package=version.package_id).delete()
    entries: list[SearchEntry] = []
    stems: list[SearchStem] = []
    for page, tree in pages:
        for language in read_in(tree, Language.NB).available or (Language.ANY,):
            found = stems_of(page.title, tree.blocks, language)
            entry = SearchEntry(space=version.space, page=page, language=language.value, words=found.total())
            entries.append(entry)
            stems += [SearchStem(entry=entry, stem=stem, times=times) for stem, times in found.items()]
    SearchEntry.objects.bulk_create(entries)
    SearchStem.objects.bulk_create(stems, batch_size=AT_ONCE)


def index_what_is_missing() -> int:
    """Packages that came in before there was a search; the worker asks, for every partnership."""
    found = not_searched()
    for version in found:
        index(version, ((page, page.tree) for page in version.pages.all()))
    return len(found)
