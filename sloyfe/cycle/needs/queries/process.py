"""Reads about collective processes."""

from sloyfe.access.models import Space
from sloyfe.cycle.needs.models import CollectiveProcess
from sloyfe.cycle.partnership.models import Round


def process_of(place: Space, this_round: Round) -> CollectiveProcess | None:
    """The minuted process of a unit in a round."""
    rows = CollectiveProcess.objects.in_space(this_round.space).filter(round=this_round, place=place)
    return rows.prefetch_related("minutes").first()
