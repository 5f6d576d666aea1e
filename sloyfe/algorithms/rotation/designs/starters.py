"""Designs developed from a few rounds by turning their points: starters in the sense of Kirkman and Bose."""

from collections.abc import Iterator

from sloyfe.algorithms.rotation.designs.design import Design, Group, Round
from sloyfe.algorithms.rotation.designs.fields import Field, field_of
from sloyfe.algorithms.rotation.designs.found import EIGHT_FOURS, STARTERS


def developed(groups: int, size: int, most: int) -> Iterator[Design]:
    """The designs known here that are developed, for these groups."""
    if (groups, size) in STARTERS:
        turns, base = STARTERS[groups, size]
        rounds = tuple(_turned(one, turns, turn) for one in base for turn in range(turns))
        yield Design(groups, size, rounds[:most], _named(groups, size))
    if (groups, size) == (8, 4):
        rounds = tuple(_turned(base, 16, turn) for base, turns in EIGHT_FOURS for turn in turns)
        yield Design(8, 4, rounds[:most], _named(8, 4))
    if size == 2:
        yield Design(groups, 2, _round_robin(groups)[:most], "round robin")
    field = field_of((4 * groups - 1) // 3) if size == 4 and groups % 3 == 1 else None
    if field is not None and field.order % 4 == 1:
        yield Design(groups, 4, _quadruples(field)[:most], "resolvable block design with quadruples")


def _named(groups: int, size: int) -> str:
    if size == 3:
        return "Kirkman triple system" if groups % 2 else "nearly Kirkman triple system"
    return "resolvable group divisible design"


def _turned(base: Round, turns: int, turn: int) -> Round:
    orbits = sum(len(group) for group in base) // turns * turns

    def moved(point: int) -> int:
        orbit, place = divmod(point, turns)
        return point if point >= orbits else orbit * turns + (place + turn) % turns

    return tuple(tuple(moved(point) for point in group) for group in base)


def _round_robin(groups: int) -> tuple[Round, ...]:
    """One person stays, the others turn (Kirkman 1847)."""
    turns = 2 * groups - 1
    base = ((0, turns), *((step, turns - step) for step in range(1, groups)))
    return tuple(_turned(base, turns, turn) for turn in range(turns))


def _quadruples(field: Field) -> tuple[Round, ...]:
    """Everybody meets everybody in fours, for 3q + 1 people and a field of q = 4t + 1 elements (Bose 1939).

    Points are three copies of the field and one that stays; x is primitive. The base round has the point that stays
    with the zeros, and ±x^i of one copy with ±x^(i+t) of the next, for 0 ≤ i < t.
    """
    order, t = field.order, field.order // 4

    def at(exponent: int, copy: int) -> tuple[int, int]:
        return field.powers[exponent % (order - 1)], copy % 3

    base = [((0, 0), (0, 1), (0, 2))]
    blocks = [
        (at(i, copy), at(i + 2 * t, copy), at(i + t, copy + 1), at(i + 3 * t, copy + 1))
        for i in range(t)
        for copy in range(3)
    ]

    def placed(points: tuple[tuple[int, int], ...], shift: int) -> Group:
        return tuple(copy * order + field.plus(element, shift) for element, copy in points)

    return tuple(
        (*((*placed(points, shift), 3 * order) for points in base), *(placed(points, shift) for points in blocks))
        for shift in range(order)
    )
