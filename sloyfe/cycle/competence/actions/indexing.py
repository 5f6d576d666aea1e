"""Making the newest version of a package ready for the search."""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from sloyfe.algorithms.searching import counted
from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.passages import passages
from sloyfe.cycle.competence.markup.tree import Block, Language
from sloyfe.cycle.competence.models import PackageVersion, Page, SearchEntry, SearchStem
from sloyfe.cycle.competence.queries.languages import read_in
from sloyfe.cycle.competence.queries.searching import not_searched
from sloyfe.kit.text import Text

TITLE = 3  # a word of the title counts as often
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


def stems_of(title: Text, blocks: Iterable[Block], language: Language) -> Counter[str]:
    """The stems of any tree of blocks for readers of a language, with those of its title."""
    code = Language.NB.value if language == Language.ANY else language.value
    found = counted(passages(blocks, language))
    for stem, times in counted([title.read(code)]).items():
        found[stem] += TITLE * times
    return found


def index_what_is_missing() -> int:
    """Packages that came in before there was a search; the worker asks, for every partnership."""
    found = not_searched()
    for version in found:
        index(version, ((page, page.tree) for page in version.pages.all()))
    return len(found)
