"""What a tree refuses, and what is mended before it is written."""

import pytest

from sloyfe.documents import preview
from sloyfe.documents.clean import cleaned
from sloyfe.documents.tests.examples import CHART
from sloyfe.documents.tree import (
    BulletList,
    Document,
    Fields,
    Figure,
    Heading,
    Paragraph,
    Signatures,
    Table,
    paragraphs,
)


def test_headings_never_skip_a_level():
    wanted = (Heading(2, "a"), Heading(4, "b"), Heading(4, "c"), Heading(1, "d"), Heading(3, "e"), Heading(9, "f"))

    levels = [block.level for block in cleaned(Document("T", "nb", blocks=wanted)).blocks if isinstance(block, Heading)]

    assert levels == [1, 2, 3, 1, 2, 3]


def test_empty_frames_are_left_out():
    empty = (BulletList(()), Fields(()), Signatures(()), Table("T", ("A",), ()), Heading(1, " \n"))

    assert cleaned(Document("T", "nb", blocks=empty)).blocks == ()


def test_what_was_typed_in_a_box_becomes_paragraphs():
    assert paragraphs("Ett\r\nlinje to\r\n\r\n \r\nTo\n") == (Paragraph("Ett\nlinje to"), Paragraph("To"))


def test_short_rows_are_filled_and_long_rows_refused():
    assert Table("", ("A", "B"), (("a",),)).full_rows == (("a", ""),)
    with pytest.raises(ValueError, match="header"):
        Table("", ("A",), (("a", "b"),))


def test_widths_are_shares():
    assert Table("", ("A", "B"), (), widths=(1, 3)).shares == (0.25, 0.75)
    with pytest.raises(ValueError, match="width"):
        Table("", ("A", "B"), (), widths=(1,))


def test_a_figure_needs_words():
    with pytest.raises(ValueError, match="text alternative"):
        Figure(CHART, alt=" ")


def test_a_document_needs_a_title_and_a_language():
    with pytest.raises(ValueError, match="title"):
        Document(" ", "nb")
    with pytest.raises(ValueError, match="bokmål"):
        Document("T", "en")  # type: ignore[arg-type]  # what a caller without types might do


def test_the_preview_is_semantic():
    page = preview(
        Document("T", "nn", blocks=(Heading(1, "A"), Table("Om", ("X", "Y"), (("a", "1"),), row_headers=True)))
    )

    assert '<article class="document" lang="nn-NO">' in page
    assert "<h3>A</h3>" in page
    assert "<caption>Tabell 1. Om</caption>" in page
    assert '<th scope="col">X</th>' in page
    assert '<th scope="row">a</th><td>1</td>' in page
    assert "style=" not in page
