"""Which cells of a table must be hidden. Pure, so that an exact method can take its place.

Cells add up: a parent is the sum of its parts, in one or several partitions (units under owners; role groups).
What is shown must not give away, by adding and subtracting, any hidden cell or any group under the smallest size.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

Counts = tuple[int, ...]


class Cause(StrEnum):
    """Why a cell is hidden. For the rule only: a release never tells these apart."""

    FEW = "few"
    UNANIMOUS = "unanimous"
    DERIVABLE = "derivable"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Cell:
    """How many answered, and how many gave each answer."""

    n: int
    counts: Counts

    def __add__(self, other: "Cell") -> "Cell":
        pairs = zip(self.counts, other.counts, strict=True)
        return Cell(self.n + other.n, tuple(a + b for a, b in pairs))


@dataclass(frozen=True)
class Sum:
    """A parent and the parts that add up to it."""

    parent: str
    parts: tuple[str, ...]


def hidden_cells(
    cells: Mapping[str, Cell], sums: Sequence[Sum], *, smallest: int, withheld: AbstractSet[str] = frozenset()
) -> dict[str, Cause]:
    """Every cell that must be hidden, with its cause; `withheld` are never shown, whatever they hold."""
    hidden = dict.fromkeys(withheld, Cause.WITHHELD)
    for key, cell in cells.items():
        cause = primary(cell, smallest)
        if cause:
            hidden.setdefault(key, cause)
    while victim := _next_victim(cells, sums, hidden, smallest):
        hidden[victim] = Cause.DERIVABLE
    return hidden


def primary(cell: Cell, smallest: int) -> Cause | None:
    """Too few, or all alike."""
    if cell.n < smallest:
        return Cause.FEW
    return Cause.UNANIMOUS if cell.counts and max(cell.counts) == cell.n else None


def _next_victim(
    cells: Mapping[str, Cell], sums: Sequence[Sum], hidden: Mapping[str, Cause], smallest: int
) -> str | None:
    for each in sums:
        unknown = [key for key in (each.parent, *each.parts) if key in hidden]
        if not unknown:
            continue
        shown_parts = [part for part in each.parts if part not in hidden]
        if each.parent in hidden:
            if len(unknown) == 1 and shown_parts:
                return _smallest(shown_parts, cells)
            continue
        rest, cover = _rest(each, sums, hidden.keys())
        too_open = len(unknown) == 1 or primary(_sum(rest, cells), smallest) is not None
        if too_open and cover:
            return _smallest(cover, cells)
        if too_open:
            return each.parent
    return None


def _rest(each: Sum, sums: Sequence[Sum], hidden: AbstractSet[str]) -> tuple[list[str], list[str]]:
    """Under a shown parent: the hidden parts that no shown part covers, and the shown parts nearest the parent."""
    rest: list[str] = []
    cover: list[str] = []
    for part in each.parts:
        if part not in hidden:
            cover.append(part)
            continue
        below = next((s for s in sums if s.parent == part), None)
        if below is None:
            rest.append(part)
            continue
        inner_rest, inner_cover = _rest(below, sums, hidden)
        rest += inner_rest
        cover += inner_cover
    return rest, cover


def _sum(keys: Sequence[str], cells: Mapping[str, Cell]) -> Cell:
    total = Cell(0, (0,) * len(next(iter(cells.values())).counts))
    for key in keys:
        total = total + cells[key]
    return total


def _smallest(keys: Sequence[str], cells: Mapping[str, Cell]) -> str:
    return min(keys, key=lambda key: (cells[key].n, key))
