"""One wave as it lies before the reader: the tree, the questions, and what is told of whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

Leaf = tuple[str, str]
Group = tuple[str, str]
OWN = "/own"  # those who belong to a place and to none below it


@dataclass(frozen=True)
class Item:
    """One question: how it is answered, and within what."""

    key: str
    kind: str
    width: int
    least: int
    most: int


@dataclass(frozen=True)
class Figure:
    """What is told of one question in one group."""

    n: int
    bands: tuple[tuple[tuple[int, ...], int], ...]
    mean: Fraction | None
    rounding: Fraction


@dataclass(frozen=True)
class Told:
    """Everything that a reader with every right has of one wave."""

    parents: dict[str, str | None]
    roles: tuple[str, ...]
    leaves: tuple[Leaf, ...]
    items: tuple[Item, ...]
    sizes: dict[Group, int]
    figures: dict[str, dict[Group, Figure]]

    @classmethod
    def read(cls, laid: dict[str, Any]) -> "Told":
        """From the material. In a leaf (one role at one place) that is known to be empty there is nothing unknown."""
        empty = {tuple(leaf) for leaf in laid["empty"]}
        leaves = ((place, role) for place in laid["asked"] for role in laid["roles"])
        figures: dict[str, dict[Group, Figure]] = {item["key"]: {} for item in laid["items"]}
        for place, role, key, value in laid["figures"]:
            figures[key][place, role] = _figure(value)
        return cls(
            laid["parents"],
            tuple(laid["roles"]),
            tuple(leaf for leaf in leaves if leaf not in empty),
            tuple(Item(*(one[name] for name in ("key", "kind", "width", "least", "most"))) for one in laid["items"]),
            {(place, role): n for place, role, n in laid["groups"]},
            figures,
        )

    @cached_property
    def groups(self) -> dict[Group, tuple[Leaf, ...]]:
        """Every group that somebody is in, and its leaves: places of the tree crossed with roles, or all roles."""
        found: dict[Group, list[Leaf]] = {}
        above = {above for above in self.parents.values() if above}
        for leaf in self.leaves:
            place, role = leaf
            levels = [*self._line(place), *([place + OWN] if place in above else [])]
            for level in levels:
                for kind in ("", role):
                    found.setdefault((level, kind), []).append(leaf)
        return {group: tuple(leaves) for group, leaves in found.items()}

    def _line(self, place: str | None) -> Iterator[str]:
        while place is not None:
            yield place
            place = self.parents[place]


def _figure(value: dict[str, Any]) -> Figure:
    bands = tuple((tuple(members), count) for members, count in value["bands"])
    mean = None if value["mean"] is None else Fraction(str(value["mean"]))
    return Figure(value["n"], bands, mean, Fraction(str(value["rounding"])))
