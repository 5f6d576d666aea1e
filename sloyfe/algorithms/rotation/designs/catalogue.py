"""Which construction gives most rounds for so many groups of such a size."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from sloyfe.algorithms.rotation.designs.arrays import from_orthogonal_squares, transversal
from sloyfe.algorithms.rotation.designs.design import Design, Round
from sloyfe.algorithms.rotation.designs.starters import developed


@lru_cache(maxsize=64)
def best_design(groups: int, size: int, most: int) -> Design:
    """The design with most rounds, at most `most`; one round at the least."""
    return max(_known(groups, size, most), key=lambda design: len(design.rounds))


def _known(groups: int, size: int, most: int) -> Iterator[Design]:
    everybody = tuple(tuple(range(group * size, (group + 1) * size)) for group in range(groups))
    yield Design(groups, size, (everybody,), "one round")
    for design in transversal(groups, size, most):
        yield _with_columns_among_themselves(design, most)
    yield from from_orthogonal_squares(groups, size, most)
    yield from developed(groups, size, most)


def _with_columns_among_themselves(design: Design, most: int) -> Design:
    """More rounds, where those of one column, who never met, can be divided in groups of the same size.

    It makes an affine plane of a transversal design: its columns are one round more.
    """
    groups, size, left = design.groups, design.size, most - len(design.rounds)
    if groups % size or left < 1:
        return design
    inner = best_design(groups // size, size, left)
    more = tuple(_in_every_column(one, groups, size) for one in inner.rounds)
    return replace(design, rounds=(*design.rounds, *more), method=f"{design.method}, then within columns")


def _in_every_column(inner: Round, length: int, columns: int) -> Round:
    return tuple(tuple(column * length + point for point in group) for column in range(columns) for group in inner)
