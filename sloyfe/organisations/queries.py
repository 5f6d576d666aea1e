"""Reads about organisations."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from sloyfe.organisations.models import OWNERS, Employment, ImportRun, Kind, Organisation


@dataclass(frozen=True)
class Branch:
    """An organisation in its tree, with how deep it lies and how many people the staff lists name."""

    organisation: Organisation
    depth: int
    employed: int


def tree(*, on: date) -> list[Branch]:
    """Everything that stands on a day: owners with their units and teams, then those that stand alone."""
    employed = Count("employments", filter=Q(employments__until=None))
    rows = Organisation.objects.standing(on).select_related("parent").annotate(employed=employed).order_by("name")
    below: dict[object, list[Organisation]] = {}
    standing = {row.pk for row in rows}
    for row in rows:
        below.setdefault(row.parent_id if row.parent_id in standing else None, []).append(row)
    tops = sorted(below.get(None, []), key=lambda row: (row.kind not in OWNERS, row.name))
    return [branch for top in tops for branch in _branches(top, below, 0)]


def search(words: str, *, on: date, limit: int = 20) -> list[Organisation]:
    """Organisations by name or number."""
    words = words.strip()
    if not words:
        return []
    digits = "".join(words.split())
    found = Organisation.objects.standing(on).filter(Q(name__icontains=words) | Q(number=digits))
    return list(found.select_related("parent").order_by("name")[:limit])


def possible_parents(*, on: date) -> list[Organisation]:
    """Organisations that something can lie under."""
    kinds = [*OWNERS, Kind.SCHOOL, Kind.KINDERGARTEN, Kind.SFO, Kind.PPT, Kind.UNIVERSITY]
    return list(Organisation.objects.standing(on).filter(kind__in=kinds).order_by("name"))


def staff(organisation: Organisation, *, on: date) -> list[Employment]:
    """Who works there, by name."""
    now = Employment.objects.filter(Q(until=None) | Q(until__gte=on), organisation=organisation, since__lte=on)
    return list(now.select_related("person").order_by("person__name"))


def runs(limit: int = 20) -> list[ImportRun]:
    """The newest imports."""
    return list(ImportRun.objects.select_related("file", "by").order_by("-at")[:limit])


def _branches(top: Organisation, below: dict[object, list[Organisation]], depth: int) -> Iterator[Branch]:
    yield Branch(top, depth, top.employed)  # type: ignore[attr-defined]  # annotated in `tree`
    for child in below.get(top.pk, []):
        yield from _branches(child, below, depth + 1)
