"""What of a package is the same for all who may read the same, kept ready between readings.

Versions and what places made of them are never changed, only replaced, so nothing kept here grows old. Who may read
what is asked anew each time, and is part of the name under which a sheet is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar
from uuid import UUID

from django.core.cache import cache
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from sloyfe.access.policy import Can
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import AdaptedPage, Page
from sloyfe.cycle.competence.queries.books import Book
from sloyfe.cycle.competence.queries.languages import ReadIn, language_named, read_in
from sloyfe.cycle.competence.queries.packages import sight
from sloyfe.cycle.competence.reading.activities import has_activity
from sloyfe.cycle.competence.views.copying import drawn, place_names
from sloyfe.cycle.competence.views.drawing.blocks import Drawing
from sloyfe.cycle.competence.views.drawing.lines import Places, is_web
from sloyfe.cycle.competence.views.drawing.words import LANGUAGES, licence_in_words
from sloyfe.kit.text import Text

# Stands in an address until the page is known: one look at the addresses of the product serves all pages.
ANY_PAGE = UUID(int=0)


Made = TypeVar("Made")


@dataclass(frozen=True)
class Sheet:
    """A page in one language, drawn, with what the page around it has to know."""

    title: str
    module: Text | None
    body: SafeString
    foot: SafeString
    earlier: tuple[str, ...]
    has_activity: bool


@dataclass(frozen=True)
class ContentsSheet:
    """The lines of a package, drawn, what else can be done with it, and the first page."""

    body: SafeString
    ways: SafeString
    first: UUID | None


def sheet(read: Book, row: Page | AdaptedPage, wished: Language) -> Sheet | None:
    """The page for readers who see what this one sees, unless the place they read at has left it out."""
    return _kept(read, ("page", row.pk, wished.value), lambda: _sheet(read, row, wished))


def contents_sheet(read: Book) -> ContentsSheet:
    """The table of contents for readers who see what this one sees."""
    return _kept(read, ("contents",), lambda: _contents(read))


def about(read: Book) -> dict[str, object]:
    """What every page of a package says of it."""
    version = read.version
    return {
        "version": version,
        "package": version.package,
        "copies": read.copies,
        "licence": licence_in_words(version.licence, version.licence_written),
    }


def _kept(read: Book, of: tuple[object, ...], make: Callable[[], Made]) -> Made:
    version, shown = read.version, read.copies.shown
    slug, sees = read.visit.space.slug, (sight(read.visit), version.package.readers_decided)
    place = shown and (shown.pk, shown.written_out, shown.place.title)
    said = repr((*of, version.pk, slug, sees, place, get_language()))
    name = blake2b(said.encode(), digest_size=20).hexdigest()
    made: Made | None = cache.get(name)
    if made is None:
        made = make()
        cache.set(name, made)
    return made


def _sheet(read: Book, asked: Page | AdaptedPage, wished: Language) -> Sheet | None:
    row = read.page(asked.key) if read.copies.shown and asked.key else asked
    if row is None:
        return None
    beside, said = read.beside(row), read_in(row.tree, wished)
    shown = {
        **about(read),
        "names": place_names(read.copies.shown),
        "visit": read.visit,
        "page": row,
        "beside": beside,
        "said": said,
        "words": _drawn(row, read, said),
        "shown_name": LANGUAGES[said.shown],
        "wished_name": LANGUAGES[said.wished],
        "switches": [(each.value, LANGUAGES[each]) for each in said.others],
    }
    body, foot = (render_to_string(f"competence/sheet_{part}.html", shown) for part in ("body", "foot"))
    title = row.title.read(said.shown.value)
    return Sheet(title, beside.module, body, foot, beside.earlier, has_activity(row.tree))


def _drawn(row: Page | AdaptedPage, read: Book, said: ReadIn) -> SafeString:
    slug, package = read.visit.space.slug, read.version.package_id
    way = reverse("competence:page", args=[slug, package, ANY_PAGE])
    leads = {each: way.replace(str(ANY_PAGE), str(key)) for each, key in read.identities().items() if key}
    found = {each.path: reverse("competence:file", args=[slug, package, row.key, each.pk]) for each in read.files(row)}
    return drawn(row, Drawing(Places(said.shown, leads, found)), place_names(read.copies.shown))


def _contents(read: Book) -> ContentsSheet:
    parts = read.parts(language_named(get_language()))
    first = read.pages[0].key if read.pages else None
    shown = {
        **about(read),
        "names": place_names(read.copies.shown),
        "visit": read.visit,
        "parts": parts,
        "first": first,
        "web": {line.address for part in parts for line in part.lines if is_web(line.address)},
        "may_manage": read.visit.may(Can.PACKAGE_MANAGE),
        "may_compare": read.visit.may(Can.PACKAGE_OWNING),
    }
    body, ways = (render_to_string(f"competence/{part}.html", shown) for part in ("contents", "package_ways"))
    return ContentsSheet(body if parts else SafeString(), ways, first)
