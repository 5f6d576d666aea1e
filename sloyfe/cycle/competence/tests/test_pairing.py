"""Bokmål and nynorsk of the same block are one element of a package."""

import pytest

from sloyfe.cycle.competence.markup.tree import Heading, Language, Paragraph, Run
from sloyfe.cycle.competence.outlines.pairing import paired

KINDS = {"p": lambda language, text: Paragraph((Run(text),), language=language),
         "h": lambda language, text: Heading(2, (Run(text),), language=language)}  # fmt: skip


def blocks(row: str):
    """`p.nb` is a paragraph in bokmål."""
    return [KINDS[each[0]](Language(each[2:]), str(number)) for number, each in enumerate(row.split())]


@pytest.mark.parametrize(
    ("row", "sizes"),
    [
        ("h.nb p.nb h.nn p.nn", [2, 2]),
        ("h.nn p.nn h.nb p.nb p.any", [2, 2, 1]),
        ("p.nb p.nn p.nb p.nn", [2, 2]),
        ("h.nb p.nb p.nn", [1, 1, 1]),
        ("h.nb p.nb p.nn h.nn", [1, 1, 1, 1]),
        ("p.nb p.any p.nn", [1, 1, 1]),
        ("p.nb p.se", [1, 1]),
        ("", []),
    ],
)
def test_a_run_in_one_language_pairs_with_the_same_run_in_the_other(row, sizes):
    given = blocks(row)
    found = paired(given)

    assert [len(each) for each in found] == sizes
    assert sorted(map(repr, given)) == sorted(repr(block) for each in found for block in each)
    for language in Language:
        read = [block for each in found for block in each if block.language in {language, Language.ANY}]
        assert read == [block for block in given if block.language in {language, Language.ANY}]
