"""Reads about findings."""

from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Finding, FindingKind
from sloyfe.cycle.partnership.models import Round


def findings_seen(visit: Visit, this_round: Round, *, kind: str = "", place: Space | None = None) -> list[Finding]:
    """The findings of a round that this person may see, newest first."""
    rows = _rows(this_round.space).filter(round=this_round)
    if kind in FindingKind.values:
        rows = rows.filter(kind=kind)
    if place is not None:
        rows = rows.filter(place=place)
    return [finding for finding in rows.order_by("-recorded_at") if may_see(visit, finding)]


def finding(visit: Visit, key: UUID) -> Finding | None:
    """One finding of this partnership."""
    return _rows(visit.space).filter(pk=key).first()


def may_see(visit: Visit, finding: Finding) -> bool:
    """What is found for the whole network is seen by all inside it; else only at the place or above it."""
    if finding.place_id == visit.space.pk:
        return visit.may(Can.FINDING_SEE)
    return visit.may(Can.FINDING_SEE, finding.place)


def may_edit(visit: Visit, finding: Finding) -> bool:
    """Whoever recorded it, and those who record findings at its place."""
    return finding.recorded_by_id == visit.person.pk or visit.may(Can.FINDING_RECORD, finding.place)


def places_to_record_at(visit: Visit, units: list[Space]) -> list[Space]:
    """The whole network first, then the places where this person records findings."""
    return [visit.space, *(place for place in units if visit.may(Can.FINDING_RECORD, place))]


def _rows(space: Space) -> ScopedQuerySet[Finding]:
    figure = ("figure__wave__edition", "figure__wave__release", "figure__place")
    return Finding.objects.in_space(space).select_related(
        "imported__figure__place", "place__opening", "recorded_by", *figure
    )
