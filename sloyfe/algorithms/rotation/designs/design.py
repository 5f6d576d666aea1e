"""What every construction makes: rounds over points that people are given afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

Group = tuple[int, ...]
Round = tuple[Group, ...]


@dataclass(frozen=True)
class Design:
    """Partitions of the points 0 … groups × size − 1 into equal groups, in which no two points meet twice."""

    groups: int
    size: int
    rounds: tuple[Round, ...]
    method: str


def grouped(groups: int, group_of: Iterable[int]) -> Round:
    """The round in which point number i sits in the i-th group that is named."""
    seated: list[list[int]] = [[] for _group in range(groups)]
    for point, group in enumerate(group_of):
        seated[group].append(point)
    return tuple(tuple(group) for group in seated)
