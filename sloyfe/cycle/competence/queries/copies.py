"""Whose adaptation of a package somebody reads: their unit's, else its owner's, else the package as it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit, know_openings, reaches
from sloyfe.cycle.competence.models import AtLevel, Package, PackageAdaptation

HEADS = (
    "space", "package", "level", "written_out", "place__title", "place__parent", "place__path", "place__shielded",
)  # fmt: skip


@dataclass(frozen=True)
class Copies:
    """The adaptations that somebody may read, and the one that is shown; None is the package as it is."""

    all: tuple[PackageAdaptation, ...]
    shown: PackageAdaptation | None

    @property
    def others(self) -> list[PackageAdaptation]:
        """What it can be switched to, besides the package as it is."""
        return [each for each in self.all if self.shown is None or each.pk != self.shown.pk]


def copies(visit: Visit, package: Package, chosen: str | None) -> Copies:
    """`chosen` is a place, nothing at all for the package as it is, or None where the person has not chosen."""
    if not package.is_adapted:
        return Copies((), None)
    rows = PackageAdaptation.objects.in_space(visit.space).filter(package=package)
    return _among(visit, _whole(rows), chosen)


def shown_among(
    visit: Visit, rows: ScopedQuerySet[PackageAdaptation], chosen: Mapping[str, str]
) -> list[PackageAdaptation]:
    """Of each package the copy that is shown, where there is one; `chosen` by package."""
    of: dict[UUID, list[PackageAdaptation]] = defaultdict(list)
    for row in _whole(rows):
        of[row.package_id].append(row)
    found = (_among(visit, several, chosen.get(str(package))).shown for package, several in of.items())
    return [row for row in found if row]


def _whole(rows: ScopedQuerySet[PackageAdaptation]) -> list[PackageAdaptation]:
    """With their places."""
    found = list(rows.select_related("place").only(*HEADS))
    know_openings(row.place for row in found)
    return found


def _among(visit: Visit, rows: Iterable[PackageAdaptation], chosen: str | None) -> Copies:
    found = tuple(sorted((row for row in rows if _may_read(visit, row)), key=lambda row: (row.level, row.place.title)))
    wished = next((row for row in found if str(row.place_id) == chosen), None)
    return Copies(found, wished if wished or chosen == "" else _nearest(visit, found))


def _may_read(visit: Visit, row: PackageAdaptation) -> bool:
    """What holds at a place, and what its owner made for it."""
    return any(reaches(seat, row.place) or seat.space.parent_id == row.place_id for seat in visit.seats)


def _nearest(visit: Visit, found: tuple[PackageAdaptation, ...]) -> PackageAdaptation | None:
    seats = [seat.space for seat in visit.seats]
    own = {space.pk for space in seats}
    above = {space.parent_id for space in seats}
    ours = [row for row in found if row.place_id in own]
    units = [row for row in ours if row.level == AtLevel.UNIT]
    owners = [row for row in found if row.level == AtLevel.OWNER and row.place_id in own | above]
    return next(iter([*units, *owners]), None)
