"""Reads about figures from elsewhere: which imports there are, and who sees which figure."""

from uuid import UUID

from django.db.models import Q

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.surveys.imports.reading import Places
from sloyfe.surveys.models import FigureFile, FigureImport, OutsideFigure


def imports(space: Space) -> ScopedQuerySet[FigureImport]:
    """All that was read in, newest first."""
    rows = FigureImport.objects.in_space(space).select_related("file", "by", "undone", "undone__by")
    return rows.order_by("-at")


def waiting(visit: Visit) -> ScopedQuerySet[FigureFile]:
    """Files that this visitor has begun with and not carried out."""
    rows = FigureFile.objects.in_space(visit.space).filter(by=visit.person, run=None)
    return rows.defer("table").order_by("-at")


def file(visit: Visit, key: UUID) -> FigureFile | None:
    """A file on its way in, for the one who brought it."""
    return FigureFile.objects.in_space(visit.space).select_related("run").filter(pk=key, by=visit.person).first()


def same_file(found: FigureFile) -> FigureImport | None:
    """An earlier import of the very same file that still stands."""
    return imports(found.space).filter(file__digest=found.digest, undone=None).first()


def figures(visit: Visit) -> ScopedQuerySet[OutsideFigure]:
    """The figures read in that this visitor may see: about nobody of ours, about all, own places and those above."""
    seen = [place.pk for place in _places(visit.space) if _sees(visit, place)]
    rows = OutsideFigure.objects.in_space(visit.space).filter(Q(place=None) | Q(place__in=seen), run__isnull=False)
    return rows.select_related("place").order_by("indicator", "period", "place__title", "about", "group", "pk")


def places_to_import_for(visit: Visit) -> Places:
    """The places whose figures this visitor may read in, by name, and the names of the others."""
    may: dict[str, Space] = {}
    closed: set[str] = set()
    for place in _places(visit.space):
        name = " ".join(place.title.casefold().split())
        if visit.may(Can.FIGURE_IMPORT, place):
            may[name] = place
        else:
            closed.add(name)
    return Places(may, frozenset(closed - may.keys()))


def _places(space: Space) -> list[Space]:
    return list(Space.objects.filter(path__startswith=space.path).select_related("opening").order_by("path"))


def _sees(visit: Visit, place: Space) -> bool:
    above = any(seat.space.inside(place) for seat in visit.seats)
    return above or visit.may(Can.RELEASE_SEE, place)
