"""Pages that places added to packages themselves, for those who read the packages as they are used there."""

from collections.abc import Mapping
from uuid import UUID

from sloyfe.access.visit import Visit
from sloyfe.cycle.competence.models import AdaptedPage, PackageAdaptation
from sloyfe.cycle.competence.queries.copies import shown_among


def own_pages(visit: Visit, chosen: Mapping[str, str], package: UUID | None = None) -> list[AdaptedPage]:
    """With what stands on them; `chosen` says whose copy of a package this person has asked for."""
    rows = AdaptedPage.objects.in_space(visit.space).filter(own_key__isnull=False, line__isnull=True)
    rows = rows.filter(adaptation__package=package) if package else rows
    adaptations = PackageAdaptation.objects.in_space(visit.space)
    shown = shown_among(visit, adaptations.filter(package__in=rows.values("adaptation__package")), chosen)
    found = rows.filter(adaptation__in=shown).order_by("adaptation", "position")
    return list(found.select_related("adaptation__package", "adaptation__place__parent").defer("adaptation__content"))
