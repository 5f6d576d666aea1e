"""Finding what an address names, or saying that it is not there."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

from sloyfe.access.models import Space
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.models import Party, Round
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.cycle.plan.models import OwnerPlan
from sloyfe.cycle.plan.queries import owner_plans, unit_plans
from sloyfe.kit.school_year import SchoolYear

T = TypeVar("T")
EARLIEST, LATEST = 2000, 2100


def found(row: T | None) -> T:
    """The row, or 404."""
    if row is None:
        raise Http404
    return row


def owner_here(visit: Visit) -> Party:
    """The owner whose place the address names."""
    return found(owner_plans.owner_at(visit.space, _place(visit).pk))


def plan_here(visit: Visit) -> OwnerPlan:
    """The plan of the owner whose place the address names."""
    return found(owner_plans.owner_plan(current_round(visit.space), owner_here(visit)))


def plan_of(visit: Visit, owner: UUID) -> OwnerPlan:
    """The plan of any owner, for those who only read."""
    party = found(owner_plans.owner_at(visit.space, owner))
    return found(owner_plans.owner_plan(current_round(visit.space), party))


def unit_here(visit: Visit) -> tuple[Round, Party]:
    """The round, and the unit whose place the address names."""
    return current_round(visit.space), found(unit_plans.unit_at(visit.space, _place(visit).pk))


def school_year(year: int) -> SchoolYear:
    """The school year of an address, if it is one that anybody could mean."""
    if not EARLIEST <= year <= LATEST:
        raise Http404
    return SchoolYear(year)


def _place(visit: Visit) -> Space:
    return found(visit.place)
