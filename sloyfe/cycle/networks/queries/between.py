"""The work of units between gatherings, as far as somebody may see it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.networks.models import BetweenWork
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.cycle.partnership.queries.rounds import parties

STATES = ("beginning", "completion", "returned")
WITH = ("unit__organisation", "unit__place", "goal", "responsible_person", "responsible_party__organisation", "space")


@dataclass(frozen=True)
class OfUnit:
    """A unit and its work; `None` where this person may not see it."""

    unit: Party
    works: list[BetweenWork] | None


def works_of(unit: Party, this_round: Round) -> list[BetweenWork]:
    """What a unit has taken on, by day."""
    return list(_standing(this_round).filter(unit=unit))


def removed_of(unit: Party, this_round: Round) -> list[BetweenWork]:
    """What was taken out and can be put back."""
    rows = BetweenWork.objects.in_space(this_round.space).filter(round=this_round, unit=unit, removal__isnull=False)
    return list(rows.select_related("removal"))


def work(space: Space, unit: Party, key: UUID) -> BetweenWork | None:
    """One of them."""
    rows = BetweenWork.objects.in_space(space).filter(pk=key, unit=unit)
    return rows.select_related(*WITH, *STATES, "round", "removal").first()


def by_unit(visit: Visit, this_round: Round) -> list[OfUnit]:
    """Every unit by name, never in an order of merit."""
    found: dict[UUID, list[BetweenWork]] = {}
    for each in _standing(this_round):
        found.setdefault(each.unit_id, []).append(each)
    units = parties(this_round.space, PartyRole.UNIT)
    return [OfUnit(unit, found.get(unit.pk, []) if visit.may(Can.BETWEEN_SEE, unit.place) else None) for unit in units]


def standing_works(this_round: Round) -> list[BetweenWork]:
    """Those of every unit in the round."""
    return list(_standing(this_round))


def unit_at(space: Space, place: UUID) -> Party | None:
    """The unit whose place this is."""
    return next((unit for unit in parties(space, PartyRole.UNIT) if unit.place_id == place), None)


def _standing(this_round: Round) -> ScopedQuerySet[BetweenWork]:
    rows = BetweenWork.objects.in_space(this_round.space).filter(round=this_round, removal=None)
    return rows.select_related(*WITH, *STATES).order_by(F("due").asc(nulls_last=True), "written_at")
