"""What is given back: the rounds, and what is known about how good they are."""

from dataclasses import dataclass

from sloyfe.algorithms.rotation.certificate import Certificate
from sloyfe.algorithms.rotation.levelling import Rounds


@dataclass(frozen=True)
class Rotation:
    """Who sits together in each group of each round; `method` is what they were made by."""

    rounds: Rounds
    certificate: Certificate
    method: str


@dataclass(frozen=True)
class Repair:
    """A rotation for those who came: of the `seats` left in it, `moved` are in another group than before."""

    rotation: Rotation
    moved: int
    seats: int
