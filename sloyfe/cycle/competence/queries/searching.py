"""Finding pages by their words, in bokmål and nynorsk at once, among the pages that this reader may read."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from django.db.models import Avg, Count, Exists, OuterRef

from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.algorithms.searching import Document, Found, counted, rank
from sloyfe.algorithms.searching.words import SMALL, WORD
from sloyfe.cycle.competence.content.synonyms import synonyms
from sloyfe.cycle.competence.markup.passages import passages
from sloyfe.cycle.competence.markup.tree import Block, Language
from sloyfe.cycle.competence.models import AdaptedPage, PackageVersion, Page, SearchEntry, SearchStem
from sloyfe.cycle.competence.queries.languages import read_in
from sloyfe.cycle.competence.queries.packages import readable
from sloyfe.kit.text import Text

MOST_WORDS = 12
TITLE = 3  # a word of the title counts as often
Terms = Sequence[frozenset[str]]


@dataclass(frozen=True)
class Hit:
    """A page, and the language in which it was found."""

    page: UUID
    language: str


@dataclass(frozen=True)
class Answer:
    """The pages in their order; `whole` when they have every word that was asked for."""

    hits: Sequence[Hit]
    whole: bool


def terms_of(question: str) -> Terms:
    """The words that are looked for, each with its stems; small words only where there are no others."""
    words = [match.group().lower() for match in WORD.finditer(question)]
    told = [word for word in words if word not in SMALL]
    return list(dict.fromkeys(synonyms().stems(word) for word in told[:MOST_WORDS]))


def search(
    terms: Terms, visit: Visit, language: str, package: UUID | None = None, own: Sequence[AdaptedPage] = ()
) -> Answer:
    """Pages with all the words come alone; where there are none, those with some of them.

    What places added, `own`, is little, and is looked through as it stands.
    """
    entries = _entries(visit, package)
    size = entries.aggregate(of=Count("pk"), mean=Avg("words"))
    added = [each for row in own for each in _documents_of(row)]
    documents = [*_documents(terms, entries), *(each for each in added if any(map(each.times.get, chain(*terms))))]
    mean = float(size["mean"] or 0) or sum(each.words for each in added) / max(1, len(added))
    found = rank(terms, documents, of=size["of"] + len(added), mean_words=mean)
    whole = [each for each in found if each.terms == len(terms)]
    return Answer(_one_for_each_page(whole or found, language), bool(whole))


def pages_of(hits: Sequence[Hit], visit: Visit) -> dict[UUID, Page]:
    """The pages with what stands on them, and their packages."""
    rows = Page.objects.in_space(visit.space).filter(readable(visit), pk__in=[hit.page for hit in hits])
    heavy = ("version__original", "version__report")
    return {page.pk: page for page in rows.select_related("version__package").defer(*heavy)}


def stems_of(title: Text, blocks: Iterable[Block], language: Language) -> Counter[str]:
    """The stems of any tree of blocks for readers of a language, with those of its title."""
    code = Language.NB.value if language == Language.ANY else language.value
    found = counted(passages(blocks, language))
    for stem, times in counted([title.read(code)]).items():
        found[stem] += TITLE * times
    return found


def not_searched() -> list[PackageVersion]:
    """Newest versions with pages of which the search knows none, in every partnership."""
    entries = SearchEntry.objects.bounded().filter(page__version=OuterRef("pk"))
    pages = Page.objects.bounded().filter(version=OuterRef("pk"))
    rows = PackageVersion.objects.bounded().filter(~Exists(entries), Exists(pages), is_newest=True)
    return list(rows.select_related("space").defer("original", "report"))


def _entries(visit: Visit, package: UUID | None) -> ScopedQuerySet[SearchEntry]:
    rows = SearchEntry.objects.in_space(visit.space).filter(readable(visit, "page__"))
    return rows.filter(page__version__package=package) if package else rows


def _documents(terms: Terms, entries: ScopedQuerySet[SearchEntry]) -> list[Document]:
    wanted = frozenset().union(*terms)
    rows = SearchStem.objects.filter(stem__in=wanted, entry__in=entries.values("pk"))
    known: dict[UUID, dict[str, int]] = defaultdict(dict)
    about: dict[UUID, tuple[object, int]] = {}
    for key, page, language, words, stem, times in rows.values_list(
        "entry", "entry__page", "entry__language", "entry__words", "stem", "times"
    ):
        known[key][stem] = times
        about[key] = (Hit(page, language), words)
    return [Document(hit, words, known[key]) for key, (hit, words) in about.items()]


def _documents_of(row: AdaptedPage) -> Iterator[Document]:
    tree = row.tree
    for language in read_in(tree, Language.NB).available or (Language.ANY,):
        stems = stems_of(row.title, tree.blocks, language)
        if row.key:
            yield Document(Hit(row.key, language.value), stems.total(), stems)


def _one_for_each_page(found: Iterable[Found], language: str) -> list[Hit]:
    """A page stands where its best language stands, and is shown in the reader's own where it was found there too."""
    best: dict[UUID, Hit] = {}
    for each in found:
        hit = each.key
        if isinstance(hit, Hit) and (hit.page not in best or hit.language == language):
            best[hit.page] = hit
    return list(best.values())
