"""Searching in packages: all of them, or one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.passages import passages
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import AdaptedPage, Package, Page
from sloyfe.cycle.competence.queries import searching as queries
from sloyfe.cycle.competence.queries.excerpts import Excerpt, excerpt, marked
from sloyfe.cycle.competence.queries.own_pages import own_pages
from sloyfe.cycle.competence.queries.packages import heads, newest_version
from sloyfe.cycle.competence.views.copying import KEPT, place_names
from sloyfe.cycle.competence.views.drawing.words import LANGUAGES

ON_A_PAGE = 10
LONGEST = 200


@dataclass(frozen=True)
class Shown:
    """A hit as it is drawn."""

    address: str
    title: Excerpt
    excerpt: Excerpt
    package: Package
    page: Page | AdaptedPage
    names: dict[str, str]
    code: str
    language: str


@can(Can.PACKAGE_SEE)
def everywhere(request: HttpRequest, visit: Visit) -> HttpResponse:
    """In every package."""
    return _answer(request, visit, None)


@can(Can.PACKAGE_SEE)
def inside(request: HttpRequest, visit: Visit, package: UUID) -> HttpResponse:
    """In one package."""
    version = newest_version(visit.space, package)
    if version is None or not (visit.may(Can.PACKAGE_MANAGE) or heads(version, visit)):
        raise Http404
    return _answer(request, visit, version.package)


def _answer(request: HttpRequest, visit: Visit, package: Package | None) -> HttpResponse:
    question = request.GET.get("q", "").strip()[:LONGEST]
    language = get_language() or "nb"
    terms = queries.terms_of(question)
    page: dict[str, object] = {"question": question, "package": package, "small": bool(question) and not terms}
    if terms:
        inside = package.pk if package else None
        own = own_pages(visit, request.session.get(KEPT, {}), inside)
        answer = queries.search(terms, visit, language, inside, own)
        number, last = _number(request.GET.get("side", "1"), len(answer.hits))
        hits = answer.hits[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        page |= {
            "hits": list(_shown(hits, own, terms, visit, language)),
            "found": len(answer.hits),
            "whole": answer.whole,
            "number": number,
            "before": number - 1,
            "after": number + 1 if number < last else 0,
            "last": last,
        }
    return render(request, "competence/search.html", page)


def _number(asked: str, found: int) -> tuple[int, int]:
    """Which page of the hits, within what there is, and how many there are."""
    last = max(1, -(-found // ON_A_PAGE))
    number = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
    return min(max(number, 1), last), last


def _shown(
    hits: Sequence[queries.Hit], own: Sequence[AdaptedPage], terms: queries.Terms, visit: Visit, language: str
) -> Iterator[Shown]:
    added = {row.key: row for row in own}
    pages = queries.pages_of([hit for hit in hits if hit.page not in added], visit)
    for hit in hits:
        page = added.get(hit.page) or pages[hit.page]
        package, names = _whose(page)
        found = excerpt(passages(page.tree.blocks, Language(hit.language)), terms)
        address = reverse("competence:page", args=[visit.space.slug, package.pk, page.key])
        other = hit.language not in {language, Language.ANY.value}
        address += f"?sprak={hit.language}" if other else ""
        # The browser itself goes to the words and marks them; one that cannot opens the page at its top.
        address += f"#:~:text={quote(found.first, safe='')}" if found.first else ""
        title = marked(page.title.read(hit.language if hit.language in {"nb", "nn", "se"} else language), terms)
        told = str(LANGUAGES[Language(hit.language)]) if other else ""
        yield Shown(address, title, found, package, page, names, hit.language, told)


def _whose(page: Page | AdaptedPage) -> tuple[Package, dict[str, str]]:
    if isinstance(page, Page):
        return page.version.package, {}
    return page.adaptation.package, place_names(page.adaptation)
