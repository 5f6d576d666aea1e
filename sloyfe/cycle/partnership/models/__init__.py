"""Tables of the partnership."""

from sloyfe.cycle.partnership.models.parties import Partnership, Party, PartyRole, Round

__all__ = ["Partnership", "Party", "PartyRole", "Round"]
