"""The blocks of a page as rows of an editor: what is bokmål and what is nynorsk of the same, beside each other."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sloyfe.cycle.competence.markup.tree import Block, Language, walk

Row = tuple[Block, ...]


def rows_of(blocks: Sequence[Block]) -> list[Row]:
    """A row for each block that is for all; what stands once in each language is laid beside each other."""
    rows: list[Row] = []
    for shared, group in groupby(blocks, lambda block: block.language == Language.ANY):
        alike = list(group)
        rows += [(block,) for block in alike] if shared else _beside(alike)
    return rows


def is_shared(row: Row) -> bool:
    """It says the same to all readers."""
    return not any(getattr(node, "language", Language.ANY) != Language.ANY for node in walk(row))


def _beside(blocks: Sequence[Block]) -> Iterator[Row]:
    """One by one where both languages have the same kinds in the same order; else all of it in one row."""
    each = [[block for block in blocks if block.language == language] for language in (Language.NB, Language.NN)]
    one, other = each
    if len({tuple(block.kind for block in side) for side in each}) == 1:
        yield from zip(one, other, strict=True)
    elif not one or not other:
        yield from ((block,) for block in (*one, *other))
    else:
        yield (*one, *other)
