"""A whole package on one page, to be printed: contents, modules and pages, everything unfolded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import AdaptedPage, Asset, Page
from sloyfe.cycle.competence.queries.books import Book
from sloyfe.cycle.competence.queries.contents import Line, Part
from sloyfe.cycle.competence.queries.languages import OWN, ReadIn, language_named, read_in
from sloyfe.cycle.competence.queries.packages import languages_of
from sloyfe.cycle.competence.queries.printing import files_by_page, pages_in_full
from sloyfe.cycle.competence.views.copying import book, drawn, place_names
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places, is_web
from sloyfe.cycle.competence.views.drawing.words import LANGUAGES, licence_in_words

UNDER_THE_PAGE = 3  # the level of a page's own title; what stands on it comes below


@dataclass(frozen=True)
class Leaf:
    """A page as it is printed, or a line between pages; `again` when the page stands elsewhere already."""

    title: str
    number: int = 0
    page: Page | AdaptedPage | None = None
    body: SafeString | str = ""
    said: ReadIn | None = None
    address: str = ""
    again: bool = False


@dataclass
class Press:
    """Makes leaves of a package, each page once."""

    read: Book
    language: Language
    pages: Mapping[UUID, Page | AdaptedPage]
    assets: Mapping[UUID, Sequence[Asset]]
    names: dict[str, str]
    numbers: dict[UUID, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        by_key = {page.key: number for number, page in enumerate(self.read.pages, 1)}
        self.numbers = {page.pk: number for number, page in enumerate(self.read.pages, 1)}
        named = self.read.identities().items()
        self.leads = {name: f"#side-{by_key[key]}" for name, key in named if key in by_key}
        self.printed: set[UUID] = set()

    def leaves(self, part: Part) -> Iterator[Leaf]:
        """The lines of a module."""
        for line in part.lines:
            yield self._leaf(line)

    def _leaf(self, line: Line) -> Leaf:
        page = self.pages.get(line.page.pk) if line.page else None
        if page is None:
            return Leaf(line.title, address=line.address if is_web(line.address) else "")
        number, again = self.numbers[page.pk], page.pk in self.printed
        self.printed.add(page.pk)
        if again:
            return Leaf(line.title, number, page, again=True)
        said = read_in(page.tree, self.language)
        return Leaf(page.title.read(said.shown.value), number, page, self._drawn(page, said, number), said)

    def _drawn(self, page: Page | AdaptedPage, said: ReadIn, number: int) -> SafeString:
        route = [self.read.visit.space.slug, self.read.version.package_id, page.key]
        found = {each.path: reverse("competence:file", args=[*route, each.pk]) for each in self.assets[page.pk]}
        places = Places(said.shown, self.leads, found, opened=True)
        return drawn(page, Drawing(places, prefix=f"s{number}-", above=UNDER_THE_PAGE), self.names)


@can(Can.PACKAGE_SEE)
def whole(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """All that this person may read, in one language."""
    read = book(request, visit, package)
    if not read.pages and not visit.may(Can.PACKAGE_MANAGE):
        raise Http404
    language = language_named(request.GET.get("sprak") or get_language())
    pages = pages_in_full(read)
    press = Press(read, language, pages, files_by_page(read, list(pages.values())), place_names(read.copies.shown))
    shown = {
        "package": read.version.package,
        "version": read.version,
        "copies": read.copies,
        "parts": [(part, list(press.leaves(part))) for part in read.parts(language)],
        "language": language.value,
        "language_name": LANGUAGES[language],
        "wished_name": LANGUAGES[language],
        "switches": [(each.value, LANGUAGES[each]) for each in _spoken(read) if each != language],
        "licence": licence_in_words(read.version.licence, read.version.licence_written),
    }
    return render(request, "competence/print.html", shown)


def _spoken(read: Book) -> Sequence[Language]:
    codes = languages_of(read.version)
    return [each for each in OWN if each.value in codes]
