"""What the attacker can find out."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a count of few people gives itself away."""

    EXACT = "exact"
    NARROW = "narrow"
    INSIDER = "insider"
    EXPOSED = "exposed"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Finding:
    """One count that is not protected: people between `low` and `high`, as far as the reader can tell.

    `insider` is the key of the count of one person who is needed to find it, or None when any reader can.
    """

    kind: Kind
    key: Hashable
    low: int
    high: int
    insider: Hashable | None = None
