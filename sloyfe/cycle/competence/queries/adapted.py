"""A package as it is read at a place that has adapted it."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import Q

from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.packages import PageKind
from sloyfe.cycle.competence.markup.tree import Language
from sloyfe.cycle.competence.models import AdaptedPage, PackageAdaptation, Page
from sloyfe.cycle.competence.outlines.wordings import LEADERS, MANAGERS
from sloyfe.cycle.competence.queries.contents import Beside, Line, Part
from sloyfe.cycle.competence.queries.packages import readable

FOR = {LEADERS: Can.PACKAGE_LEADING, MANAGERS: Can.PACKAGE_MANAGE}


def rows_of(adaptation: PackageAdaptation, visit: Visit) -> list[AdaptedPage]:
    """The pages and lines for this person, in reading order, without what stands on them."""
    rows = _readable(adaptation, visit).select_related("module", "source").defer("content", "source__content")
    return [row for row in rows if row.line is None or _is_for(row.line, visit)]


def heads(rows: Sequence[AdaptedPage]) -> list[AdaptedPage]:
    """Those that are pages."""
    return [row for row in rows if row.line is None]


def page_of(adaptation: PackageAdaptation, visit: Visit, key: UUID) -> AdaptedPage | None:
    """A page by what its address says."""
    return _at(adaptation, visit, key).defer("source__content").first()


def head_of(adaptation: PackageAdaptation, visit: Visit, key: UUID) -> AdaptedPage | None:
    """The same, without what stands on it."""
    return _at(adaptation, visit, key).defer("content", "source__content").first()


def same_page_here(adaptation: PackageAdaptation, visit: Visit, key: UUID) -> AdaptedPage | None:
    """What an address of another version leads to here."""
    versions = Page.objects.in_space(visit.space).filter(pk=key, version__package=adaptation.package_id)
    rows = _readable(adaptation, visit).filter(source__identity__in=versions.values("identity"), line__isnull=True)
    return rows.defer("content").first()


def parts(rows: Sequence[AdaptedPage], language: Language) -> list[Part]:
    """Module by module."""
    known = {row.identity: row for row in rows}
    found: list[Part] = []
    for module in dict.fromkeys(row.module_id for row in rows):
        inside = [row for row in rows if row.module_id == module]
        lines = tuple(_lines(inside, known, language))
        if any(not line.heading for line in lines):
            found.append(Part(inside[0].module.title or None, lines, inside[0].module.by_level))
    return found


def beside(page: AdaptedPage, pages: Sequence[AdaptedPage]) -> Beside:
    """Its neighbours among the pages that this person may read."""
    at = next((number for number, each in enumerate(pages) if each.pk == page.pk), 0)
    after = pages[at + 1] if at + 1 < len(pages) else None
    earlier = tuple(
        each.source.identity if each.source else each.identity
        for each in pages[:at]
        if each.module_id == page.module_id
    )
    return Beside(page.module.title or None, pages[at - 1] if at else None, after, at + 1, len(pages), earlier)


def _at(adaptation: PackageAdaptation, visit: Visit, key: UUID) -> ScopedQuerySet[AdaptedPage]:
    rows = _readable(adaptation, visit).filter(Q(source=key) | Q(own_key=key), line__isnull=True)
    return rows.select_related("module", "source")


def _lines(rows: Sequence[AdaptedPage], known: Mapping[str, AdaptedPage], language: Language) -> Iterator[Line]:
    for row in rows:
        title = row.title.read(language.value)
        if row.line is None:
            yield Line(title, row)
        elif row.line["page"]:
            if led := known.get(row.line["page"]):
                yield Line(title or led.title.read(language.value), led, by_level=row.by_level)
        else:
            heading = row.line["kind"] == PageKind.SUBHEADING
            yield Line(title, address=row.line["address"], heading=heading, by_level=row.by_level)


def _is_for(line: Mapping[str, str], visit: Visit) -> bool:
    needed = FOR.get(line.get("readers", ""))
    return needed is None or visit.may(needed)


def _readable(adaptation: PackageAdaptation, visit: Visit) -> ScopedQuerySet[AdaptedPage]:
    """Whom a page is for, the newest version says; what a place added is for all who read there."""
    rows = AdaptedPage.objects.in_space(visit.space).filter(adaptation=adaptation)
    return rows.filter(Q(source=None) | readable(visit, "source__"))
