"""Blocks that say the same in two languages belong together, so that a place decides on both at once."""

from collections.abc import Sequence
from itertools import groupby

from sloyfe.cycle.competence.markup.tree import Block, Language

OWN = (Language.NB, Language.NN)


def paired(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """What stands alone, and pairs: a run in one language and the run of the same kinds in the other right after it."""
    runs = [list(run) for _language, run in groupby(blocks, lambda block: block.language)]
    found: list[tuple[Block, ...]] = []
    while runs:
        first = runs.pop(0)
        if runs and _twins(first, runs[0]):
            found += list(zip(first, runs.pop(0), strict=True))
        else:
            found += [(block,) for block in first]
    return found


def _twins(one: Sequence[Block], other: Sequence[Block]) -> bool:
    languages = {one[0].language, other[0].language}
    return languages == set(OWN) and [block.kind for block in one] == [block.kind for block in other]
