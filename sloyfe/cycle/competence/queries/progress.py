"""How far units have come in a package: what counts, what is done, and never who did it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.access.policy import POLICY, Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.markup.packages import Readers, State
from sloyfe.cycle.competence.models import AdaptedPage, Module, PackageAdaptation, PackageVersion, Page, UnitDone
from sloyfe.cycle.competence.queries.packages import modules_of
from sloyfe.cycle.partnership.models import Party, PartyRole
from sloyfe.cycle.partnership.queries.rounds import parties
from sloyfe.kit.text import Text

WORDS_ASIDE = ("content", "source__content")


@dataclass(frozen=True)
class Counted:
    """A page that counts, with what was done of it."""

    identity: str
    title: Text
    key: UUID | None
    done: tuple[UnitDone, ...] = ()


@dataclass(frozen=True)
class CountedModule:
    """A module (or pages outside any) with the pages of it that count."""

    title: Text
    pages: tuple[Counted, ...]

    @property
    def is_done(self) -> bool:
        """Every page of it."""
        return all(page.done for page in self.pages)


@dataclass(frozen=True)
class Progress:
    """How far one unit has come."""

    place: Space
    modules: tuple[CountedModule, ...] = field(default_factory=tuple)

    @property
    def state(self) -> str:
        """As a sign on a page: not begun, under way, done. No number, so that nobody is measured."""
        if not any(page.done for module in self.modules for page in module.pages):
            return "not_started"
        return "done" if all(module.is_done for module in self.modules) else "under_way"

    @property
    def finished(self) -> tuple[CountedModule, ...]:
        """The modules that are done."""
        return tuple(module for module in self.modules if module.is_done)

    @property
    def teams(self) -> list[str]:
        """The names that the unit has used."""
        return sorted({row.team for module in self.modules for page in module.pages for row in page.done if row.team})


@dataclass(frozen=True)
class OfUnit:
    """A unit in the overview."""

    unit: Party
    progress: Progress


def progress_at(version: PackageVersion, place: Space) -> Progress:
    """What counts at a unit, and what it has done."""
    return _at(version, [place])[place.pk]


def by_unit(visit: Visit, version: PackageVersion) -> list[OfUnit]:
    """Every unit that this person may see, by name, never in an order of merit."""
    units = [unit for unit in parties(visit.space, PartyRole.UNIT) if visit.may(Can.PROGRESS_SEE, unit.place)]
    found = _at(version, [unit.place for unit in units])
    seen = [OfUnit(unit, found[unit.place_id]) for unit in units]
    return sorted(seen, key=lambda each: each.unit.organisation.name.casefold())


def own_unit(visit: Visit, capability: Can = Can.PROGRESS_SEE) -> UUID | None:
    """The unit where this person has a seat that gives the capability."""
    held = (seat for seat in visit.seats if seat.role in POLICY[capability])
    return next((seat.space_id for seat in held if seat.space.parent_id not in {None, visit.space.pk}), None)


def done_here(visit: Visit, package: UUID, page: Page | AdaptedPage) -> list[UnitDone]:
    """What the units where this person has a seat have done of a page."""
    own = [seat.space_id for seat in visit.seats if seat.space.parent_id not in {None, visit.space.pk}]
    if not own:
        return []
    rows = UnitDone.objects.in_space(visit.space).filter(package=package, place__in=own, identity=lasting(page))
    return list(rows.select_related("place"))


def done_row(space: Space, place: Space, package: UUID, key: UUID) -> UnitDone | None:
    """One of a unit's rows."""
    return UnitDone.objects.in_space(space).filter(pk=key, place=place, package=package).first()


def lasting(page: Page | AdaptedPage) -> str:
    """What a page is called in every version and at every place."""
    if isinstance(page, AdaptedPage):
        return page.source.identity if page.source else page.identity
    return page.identity


def _at(version: PackageVersion, places: Sequence[Space]) -> dict[UUID, Progress]:
    """The same number of questions for one unit and for all."""
    modules = modules_of(version, version.space)
    asked = {item.page for module in modules for item in module.tree.items if item.requirement and item.page}
    plain = list(Page.objects.in_space(version.space).filter(version=version).defer("content"))
    adapted = _adapted(version, places)
    done = _done(version, places)
    made = {}
    for place in places:
        rows = adapted.get(place.pk) or adapted.get(place.parent_id)
        found = _of_rows(rows) if rows is not None else _of_pages(plain, modules)
        made[place.pk] = Progress(place, tuple(_counted(found, asked, done.get(place.pk, {}))))
    return made


def _adapted(version: PackageVersion, places: Sequence[Space]) -> dict[UUID | None, list[AdaptedPage]]:
    above = {place.pk for place in places} | {place.parent_id for place in places}
    copies = PackageAdaptation.objects.in_space(version.space).filter(package=version.package_id, place__in=above)
    found: dict[UUID | None, list[AdaptedPage]] = {copy.place_id: [] for copy in copies.defer("content")}
    rows = AdaptedPage.objects.in_space(version.space).filter(
        adaptation__package=version.package_id, adaptation__place__in=above, line__isnull=True, shell=False
    )
    for row in rows.select_related("module", "source", "adaptation").defer(*WORDS_ASIDE, "adaptation__content"):
        found[row.adaptation.place_id].append(row)
    return found


def _done(version: PackageVersion, places: Sequence[Space]) -> dict[UUID, dict[str, list[UnitDone]]]:
    rows = UnitDone.objects.in_space(version.space).filter(package=version.package_id, place__in=places)
    found: dict[UUID, dict[str, list[UnitDone]]] = {}
    for row in rows:
        found.setdefault(row.place_id, {}).setdefault(row.identity, []).append(row)
    return found


def _of_rows(rows: Iterable[AdaptedPage]) -> list[tuple[Text, list[Page | AdaptedPage]]]:
    found: dict[UUID, tuple[Text, list[Page | AdaptedPage]]] = {}
    for row in rows:
        found.setdefault(row.module_id, (row.module.title, []))[1].append(row)
    return list(found.values())


def _of_pages(pages: Iterable[Page], modules: Iterable[Module]) -> list[tuple[Text, list[Page | AdaptedPage]]]:
    rest = {page.identity: page for page in pages}
    found: list[tuple[Text, list[Page | AdaptedPage]]] = []
    for module in modules:
        inside = [rest.pop(item.page) for item in module.tree.items if item.page in rest]
        found.append((module.title, [*inside]))
    return found or [(Text(), [*rest.values()])]


def _counted(
    found: Iterable[tuple[Text, list[Page | AdaptedPage]]], asked: set[str], done: Mapping[str, list[UnitDone]]
) -> Iterable[CountedModule]:
    """Pages for everybody; where the package says what has to be done, only that."""
    open_to_all = [
        (title, [page for page in pages if page.readers == Readers.EVERYONE and page.state == State.PUBLISHED])
        for title, pages in found
    ]
    says = any(lasting(page) in asked for _title, pages in open_to_all for page in pages)
    for title, pages in open_to_all:
        kept = [page for page in pages if not says or lasting(page) in asked]
        if kept:
            yield CountedModule(title, tuple(_page(each, done.get(lasting(each), [])) for each in kept))


def _page(page: Page | AdaptedPage, done: list[UnitDone]) -> Counted:
    return Counted(lasting(page), page.title, page.key, tuple(done))
