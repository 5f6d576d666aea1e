"""Tasks, dates and hours of a round."""

from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.cycle.partnership.models import Party, PartyRole, Round, Task, UnitTime, YearWheelDate
from sloyfe.cycle.partnership.queries.rounds import parties


def tasks(this_round: Round, *, begins: str = "") -> list[Task]:
    """Every task whose source begins so, the next due first."""
    rows = Task.objects.in_space(this_round.space).filter(round=this_round, source__startswith=begins)
    return list(rows.select_related("party__organisation", "party__place", "person", "done").order_by("due", "made_at"))


def task(space: Space, key: UUID) -> Task | None:
    """One task."""
    rows = Task.objects.in_space(space).filter(pk=key)
    return rows.select_related("party__organisation", "party__place__opening", "person", "done", "space").first()


def dates(this_round: Round) -> list[YearWheelDate]:
    """Every date of the year wheel in order."""
    rows = YearWheelDate.objects.in_space(this_round.space).filter(round=this_round)
    return list(rows.order_by("on", "made_at"))


def date_(space: Space, key: UUID) -> YearWheelDate | None:
    """One date of the year wheel."""
    return YearWheelDate.objects.in_space(space).filter(pk=key).select_related("space").first()


def unit_times(this_round: Round) -> list[UnitTime]:
    """The hours that units have set aside, by unit."""
    rows = UnitTime.objects.in_space(this_round.space).filter(round=this_round, party__until=None)
    return list(rows.select_related("party__organisation").order_by("party__organisation__name"))


def with_hours(this_round: Round) -> set[UUID]:
    """The parties that have said how much time they set aside."""
    rows = UnitTime.objects.in_space(this_round.space).filter(round=this_round, party__until=None)
    return set(rows.values_list("party_id", flat=True))


def without_hours(this_round: Round) -> list[Party]:
    """The units that have not said yet."""
    said = with_hours(this_round)
    return [party for party in parties(this_round.space, PartyRole.UNIT) if party.pk not in said]
