"""Simulated annealing that finds its own temperatures (Kirkpatrick, Gelatt and Vecchi 1983, *Science* 220:671–680).

Neither search reads a clock: a budget says which share of itself is spent after so many moves were looked at.
"""

from dataclasses import dataclass
from typing import Protocol

COOLING = 0.85  # a step of the quick round that finds the temperatures
HOT = 0.004  # worsening moves accepted, as a share: above it nothing settles
STEPS = 60
STAGES = 2_000  # temperatures of one round, where it is long


class Budget(Protocol):
    """What a search may cost."""

    def spent(self, moves: int) -> float:
        """Takes note of moves that were looked at; which share of the whole is spent, 1 or more when it is over."""
        ...


@dataclass
class Moves:
    """A budget in moves looked at: the same seed gives the same result on every machine."""

    total: int
    looked: int = 0

    def spent(self, moves: int) -> float:
        """Counts."""
        self.looked += moves
        return self.looked / self.total


class Walk(Protocol):
    """A solution that can be walked about in."""

    @property
    def stride(self) -> int:
        """Moves looked at between two looks at the budget."""
        ...

    @property
    def settled(self) -> bool:
        """Nothing better exists."""
        ...

    def restart(self) -> None:
        """A fresh start; the best solution seen is kept."""
        ...

    def walk(self, temperature: float, moves: int) -> float:
        """Looks at moves; the share that was accepted although it made things worse."""
        ...


@dataclass(frozen=True)
class Cooling:
    """From where to where, and how many moves one round should have to do it slowly enough."""

    hot: float
    cold: float
    long_round: int


def anneal(walk: Walk, budget: Budget, cooling: Cooling) -> None:
    """As many rounds as the budget holds, at least one; each cools by the same factor in equal shares of the budget."""
    before = budget.spent(0)
    walk.walk(cooling.hot, walk.stride)
    spent = budget.spent(walk.stride)
    whole = walk.stride * (1 - before) / max(spent - before, 1e-9)
    rounds = max(1, round(whole / cooling.long_round))
    moves = max(walk.stride, int(whole / rounds / STAGES))
    for turn in range(rounds):
        if turn:
            walk.restart()
        begun = spent
        end = begun + (1 - begun) / (rounds - turn)
        while spent < end and not walk.settled:
            cooled = (spent - begun) / (end - begun)
            walk.walk(cooling.hot * (cooling.cold / cooling.hot) ** cooled, moves)
            spent = budget.spent(moves)


def temperatures(walk: Walk, budget: Budget, warmth: float, frozen: float) -> tuple[float, float]:
    """Cools quickly from `warmth`: where settling begins, and where a smaller share than `frozen` makes it worse."""
    hot = cold = warmth
    moves = max(20_000, walk.stride // 8)  # where much is accepted, each move costs more than looking at many
    for step in range(STEPS):
        cold = warmth * COOLING**step
        share = walk.walk(cold, moves)
        hot = cold if share > HOT else hot
        if share < frozen or budget.spent(moves) >= 1:
            break
    return hot, cold
