"""Reads about the partnership. What later stations ask for is named here; the rest is asked for by subject."""

from sloyfe.cycle.partnership.queries.rounds import current_round, parties, partnership

__all__ = ["current_round", "parties", "partnership"]
