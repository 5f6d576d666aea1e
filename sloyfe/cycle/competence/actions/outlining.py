"""Keeping versions as trees, and writing out what came of them at each place that has adapted the package."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import F, Q

from sloyfe.access.models import Space
from sloyfe.cycle.competence.adaptation.changes import open_changes
from sloyfe.cycle.competence.adaptation.conflicts import open_conflicts
from sloyfe.cycle.competence.adaptation.layers import Facet, Layer, Level, Reword
from sloyfe.cycle.competence.adaptation.releasing import OWN
from sloyfe.cycle.competence.adaptation.trees import Element, Identity, Kind, Line
from sloyfe.cycle.competence.markup.packages import Readers, State
from sloyfe.cycle.competence.models import (
    AdaptedModule,
    AdaptedPage,
    Package,
    PackageAdaptation,
    Page,
    VersionTree,
)
from sloyfe.cycle.competence.outlines.listing import is_line
from sloyfe.cycle.competence.outlines.wordings import line_in, plain_in, title_of
from sloyfe.cycle.competence.queries.adaptations import Standing, stands
from sloyfe.cycle.competence.queries.outlines import outlines, sources


def keep_trees(package: Package) -> VersionTree:
    """Every version as a tree, kept; the newest of them."""
    found = outlines(package)
    VersionTree.objects.bulk_create([row for row in found if row._state.adding])  # noqa: SLF001 - Django's own mark of what is not kept yet
    return found[-1]


def write_out_all(package: Package, newest: VersionTree, within: Space | None = None) -> None:
    """What came of it at every place that has adapted it, or at those inside one."""
    pages = sources(package)
    apart = _not_for_units(package, pages)
    for row, now in _standings(package, newest):
        if within is None or row.place.inside(within):
            write_out(row, now, pages)
            _count_waiting(row, now, apart)


def count_waiting_anew(package: Package) -> None:
    """Where pages are for others than before: what changed on them may wait for others."""
    if not PackageAdaptation.objects.in_space(package.space).filter(package=package).exists():
        return
    apart = _not_for_units(package, sources(package))
    for row, now in _standings(package, keep_trees(package)):
        _count_waiting(row, now, apart)


def _standings(package: Package, newest: VersionTree) -> Iterator[tuple[PackageAdaptation, Standing]]:
    rows = PackageAdaptation.objects.in_space(package.space).filter(package=package).select_related("place")
    known = {row.place_id: row for row in rows}
    for row in known.values():
        yield row, stands(package, newest, row.place, Level(row.level), known)


def write_out(row: PackageAdaptation, now: Standing, pages: Mapping[Identity, UUID]) -> None:
    """The outcome as rows that are read, in place of those that were there."""
    row.modules.all().delete()
    shown = now.shown
    modules: list[AdaptedModule] = []
    written: list[AdaptedPage] = []
    for line in shown.lines:
        element = line.element
        if element.kind == Kind.MODULE:
            modules.append(_module(row, now, element, len(modules)))
        elif element.kind == Kind.PAGE:
            page = _page(row, now, line, written, pages.get(element.identity))
            page.module = modules[-1]
            written.append(page)
        else:
            written[-1].content.append(_part(now, element))
    AdaptedModule.objects.bulk_create(modules)
    AdaptedPage.objects.bulk_create(written)
    PackageAdaptation.objects.in_space(row.space).filter(pk=row.pk).update(written_out=F("written_out") + 1)


def _count_waiting(row: PackageAdaptation, now: Standing, apart: Collection[Identity]) -> None:
    """What changed and nobody there has looked at, without what lies on pages that nobody there reads."""
    unread = apart if now.level == Level.UNIT else ()
    found = [each.identity for each in open_changes(now.layer, now.master)]
    found += [each.identity for each in open_conflicts(now.layer, now.master)]
    waiting = sum(not _lies_in(now, identity, unread) for identity in found)
    PackageAdaptation.objects.in_space(row.space).filter(pk=row.pk).update(waiting=waiting)


def _not_for_units(package: Package, pages: Mapping[Identity, UUID]) -> frozenset[Identity]:
    """Pages that nobody at a unit reads: what changes on them waits for nobody there."""
    rows = Page.objects.in_space(package.space).filter(version__package=package)
    unread = rows.filter(Q(readers=Readers.OWNERS.value) | ~Q(state=State.PUBLISHED.value))
    keys = set(unread.values_list("pk", flat=True))
    return frozenset(identity for identity, key in pages.items() if key in keys)


def _lies_in(now: Standing, identity: Identity, holders: Collection[Identity]) -> bool:
    tree = now.shown if identity in now.shown.elements else now.master
    return identity in holders or any(above in holders for above in tree.above(identity))


def _module(row: PackageAdaptation, now: Standing, element: Element[str], position: int) -> AdaptedModule:
    return AdaptedModule(
        space_id=row.space_id, adaptation=row, position=position, identity=element.identity,
        title=title_of(element.wording), by_level=own_of(now, element.identity),
    )  # fmt: skip


def _page(
    row: PackageAdaptation, now: Standing, line: Line[str], written: Sequence[AdaptedPage], source: UUID | None
) -> AdaptedPage:
    element = line.element
    said = line_in(element.wording)
    leads = {"kind": said.kind, "address": said.address, "page": said.page, "readers": said.readers}
    return AdaptedPage(
        space_id=row.space_id,
        adaptation=row,
        source_id=source,
        own_key=own_key(element.identity),
        position=len(written),
        identity=element.identity,
        title=title_of(element.wording),
        by_level=own_of(now, element.identity),
        shell=line.shell,
        minutes=element.minutes,
        required=element.required,
        line=leads if is_line(element.wording) else None,
        content=[],
    )


def _part(now: Standing, element: Element[str]) -> dict[str, object]:
    own, words = own_of(now, element.identity), words_of(now, element)
    return {"own": own, "words": words, "blocks": plain_in(element.wording)}


def own_of(now: Standing, identity: Identity) -> str:
    """The level that added it, if it is no part of the package."""
    if not identity.startswith(OWN):
        return ""
    return now.level.value if identity in now.layer.own else Level.OWNER.value


def words_of(now: Standing, element: Element[str]) -> str:
    """The level whose words it has, if they are not those of the package."""
    for level, layer in ((now.level, now.layer), (Level.OWNER, now.owners)):
        if layer is not None and _worded(layer, element):
            return level.value
    return ""


def _worded(layer: Layer[str], element: Element[str]) -> bool:
    edit = layer.edits.get((element.identity, Facet.WORDING))
    return isinstance(edit, Reword) and edit.wording == element.wording and element.identity not in layer.own


def own_key(identity: Identity) -> UUID | None:
    """The key in the address of something that a level added."""
    return UUID(identity.removeprefix(OWN)) if identity.startswith(OWN) else None
