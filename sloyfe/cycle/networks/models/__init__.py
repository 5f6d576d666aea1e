"""Tables of the networks station."""

from sloyfe.cycle.networks.models.between import (
    BetweenBeginning,
    BetweenCompletion,
    BetweenRemoval,
    BetweenReturn,
    BetweenWork,
    Step,
)

__all__ = ["BetweenBeginning", "BetweenCompletion", "BetweenRemoval", "BetweenReturn", "BetweenWork", "Step"]
