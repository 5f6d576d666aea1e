"""Which units under an owner have adapted a package; never what they chose, and never in an order of merit."""

from dataclasses import dataclass

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.models import Package, PackageAdaptation
from sloyfe.cycle.partnership.models import Party, PartyRole
from sloyfe.cycle.partnership.queries import parties


@dataclass(frozen=True)
class AdaptingUnit:
    """A unit, and its adaptation if it has one."""

    unit: Party
    row: PackageAdaptation | None


def adapting_units(package: Package, visit: Visit) -> list[AdaptingUnit]:
    """The owner's units by name; a private unit that has not opened for those above it is not among them."""
    rows = PackageAdaptation.objects.in_space(visit.space).filter(package=package).defer("content")
    known = {row.place_id: row for row in rows}
    place = visit.place
    units = [
        each
        for each in parties(visit.space, PartyRole.UNIT)
        if place is not None and each.place.parent_id == place.pk and visit.may(Can.PACKAGE_ADAPT, each.place)
    ]
    return [AdaptingUnit(each, known.get(each.place_id)) for each in units]
