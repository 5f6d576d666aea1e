"""What the parties expect of each other, and who has been heard."""

from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.cycle.partnership.models import Expectation, Involvement, Round


def expectations(this_round: Round) -> list[Expectation]:
    """Every expectation, those not yet agreed first."""
    rows = Expectation.objects.in_space(this_round.space).filter(round=this_round)
    rows = rows.select_related("by_party__organisation", "of_party__organisation", "by_party__place", "agreed")
    return sorted(rows, key=lambda row: (hasattr(row, "agreed"), row.by_party.organisation.name, row.stated_at))


def expectation(space: Space, key: UUID) -> Expectation | None:
    """One expectation."""
    rows = Expectation.objects.in_space(space).filter(pk=key)
    return rows.select_related("by_party", "of_party", "agreed", "space", "round").first()


def involvements(this_round: Round) -> list[Involvement]:
    """Who took part, newest first."""
    rows = Involvement.objects.in_space(this_round.space).filter(round=this_round)
    return list(rows.select_related("party__organisation", "recorded_by").order_by("-on", "-recorded_at"))


def involvement(space: Space, key: UUID) -> Involvement | None:
    """One entry of the record."""
    return Involvement.objects.in_space(space).filter(pk=key).select_related("space").first()
