"""A PDF for archives and for readers who hear it."""

import json

import pytest

from sloyfe.documents import fonts, render
from sloyfe.documents.pdf import compiled, letters
from sloyfe.documents.tests import examples
from sloyfe.documents.tests.reading import opened, pdf_text, structure
from sloyfe.documents.tree import Document, Language, Paragraph, Run


@pytest.fixture(scope="module")
def agreement() -> bytes:
    return render(examples.agreement(), "pdf").content


def test_it_declares_archive_and_accessibility_standards(agreement):
    with opened(agreement) as pdf:
        about = pdf.open_metadata()
        declared = {key: about[key] for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")}

        assert declared == {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
        assert about["dc:title"] == "Avtale om nettverkssamarbeid"
        assert about["dc:creator"] == ["Nordvik kommune"]
        assert about["xmp:CreateDate"].startswith("2026-11-22")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_it_says_its_language_and_that_it_is_tagged(language: Language):
    with opened(render(examples.agreement(language), "pdf").content) as pdf:
        assert str(pdf.Root.Lang) == f"{language}-NO"
        assert bool(pdf.Root.MarkInfo.Marked) is True
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
        assert "/StructTreeRoot" in pdf.Root


def test_headings_are_headings(agreement):
    tags = [tag for tag, _element in structure(agreement)]

    assert [tag for tag in tags if tag in {"H1", "H2", "H3"}] == ["H1", "H2", "H1", "H1", "H1"]


def test_tables_have_header_cells_and_captions(agreement):
    tags = [tag for tag, _element in structure(agreement)]

    assert tags.count("Table") == 3
    assert tags.count("TH") == 4 + 2 + 4
    assert tags.count("THead") == 3
    assert tags.count("Caption") == 3  # two tables and the figure


def test_the_figure_is_told_in_words(agreement):
    told = [element.get("/Alt") for tag, element in structure(agreement) if tag == "Figure" and "/Alt" in element]

    assert told == ["Søylediagram: samarbeid 4,2, tid 2,9, trivsel 3,7 av 5."]


def test_lists_and_links_are_lists_and_links(agreement):
    tags = [tag for tag, _element in structure(agreement)]

    assert tags.count("L") == 2
    assert tags.count("LI") == 2 + 3
    assert tags.count("Link") >= 1


def test_headings_are_bookmarks(agreement):
    with opened(agreement) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Parter og bakgrunn", "Fremdriftsplan", "Mål", "Signatur"]


def test_pages_are_numbered_and_say_version_and_date(agreement):
    text = pdf_text(agreement).replace(" ", "")

    assert "side1av3" in text
    assert "side3av3" in text
    assert text.count("Versjon2·22.november2026") == 1 + 3  # under the title and at the foot of every page


def test_every_typeface_is_embedded(agreement):
    with opened(agreement) as pdf:
        typefaces = [font for page in pdf.pages for font in page.Resources.Font.values()]

        assert all("/FontDescriptor" in face.DescendantFonts[0] for face in typefaces)
        if fonts.FOLDER.is_dir():
            assert any("Inter" in str(face.BaseFont) for face in typefaces)


def test_user_text_is_never_read_as_markup():
    typed = '#let x = 1 $farlig$ *fet* _skrå_ "sitat" \\ @navn <merke> // borte'

    text = pdf_text(render(Document(typed, "nb", blocks=(Paragraph(typed),)), "pdf").content)

    assert text.replace(" ", "").count(typed.replace(" ", "")) >= 2


def test_a_sign_without_a_glyph_becomes_a_square():
    words = (Run("Bra 👍🏽 og 漢字", link="https://nordvik.example/漢"),)

    assert "Bra□og□" in pdf_text(render(Document("T", "nb", blocks=(Paragraph(words),)), "pdf").content).replace(
        " ", ""
    )


def test_the_list_of_letters_holds_for_the_typefaces_of_this_version():
    parts = [part.split("-") for part in letters.RANGES.read_text().split()]
    known = [f"a {chr(n)} b" for part in parts for n in range(int(part[0], 16), int(part[-1], 16) + 1)]
    page = b'#set document(title: "x")\n#set text(lang: "nb")\n#for c in json("known.json") [#par(text(c))]'

    files = {"main.typ": page, "known.json": json.dumps(known).encode()}

    assert compiled(files, pdf_standards=["a-2a", "ua-1"], timestamp=0)
