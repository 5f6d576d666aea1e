"""The owner's own letterhead."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import RGBColor

from sloyfe.documents import render
from sloyfe.documents.docx.template import HasMacros, NotAWordFile, TooBig
from sloyfe.documents.tests import examples
from sloyfe.documents.tests.reading import docx_text


def letterhead() -> bytes:
    """A municipality's template: a header set in the first of two sections, red headings, text to be replaced."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "FJORDBY KOMMUNE"
    word.sections[0].footer.paragraphs[0].text = "Postboks 1, 9999 Fjordby"
    word.styles["Heading 1"].font.color.rgb = RGBColor(0xA0, 0x10, 0x40)
    word.add_heading("Eksempel i malen", 1)
    word.add_section(WD_SECTION.NEW_PAGE)
    word.add_table(1, 1).rows[0].cells[0].text = "Skal bort"
    return _saved(word)


@pytest.fixture
def word():
    return docx.Document(BytesIO(render(examples.agreement("nn"), "docx", letterhead()).content))


def test_header_and_footer_are_the_owners(word):
    assert word.sections[-1].header.paragraphs[0].text == "FJORDBY KOMMUNE"
    assert word.sections[-1].footer.paragraphs[0].text == "Postboks 1, 9999 Fjordby"


def test_the_owners_styles_stay_and_ours_follow_their_colour(word):
    assert word.styles["Heading 1"].font.color.rgb == RGBColor(0xA0, 0x10, 0x40)
    rule = word.styles["Document Organisation"].element.find(f".//{qn('w:top')}")
    assert rule.get(qn("w:color")) == "A01040"


def test_our_text_takes_the_place_of_theirs(word):
    text = docx_text(_saved(word))

    assert "Partar og bakgrunn" in text
    assert [words for words in ("Eksempel i malen", "Skal bort") if words in text] == []
    assert len(word.sections) == 1


def test_the_language_becomes_the_documents(word):
    assert {tag.get(qn("w:val")) for tag in word.styles.element.iter(qn("w:lang"))} == {"nn-NO"}


def test_every_style_we_refer_to_is_there(word):
    there = {style.style_id for style in word.styles}
    wanted = {tag.get(qn("w:val")) for tag in word.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
    grounds = {tag.get(qn("w:val")) for tag in word.styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link"))}

    assert wanted <= there
    assert grounds <= there


def test_norwegian_ids_and_other_capitals_are_understood():
    word = docx.Document()
    heading = word.styles["Heading 1"].element
    heading.set(qn("w:styleId"), "Overskrift1")
    heading.find(qn("w:name")).set(qn("w:val"), "Heading 1")

    made = docx.Document(BytesIO(render(examples.agreement(), "docx", _saved(word)).content))

    styled = [p.text for p in made.paragraphs if p._p.pPr is not None and p._p.pPr.style == "Overskrift1"]
    assert styled == ["Parter og bakgrunn", "Fremdriftsplan", "Mål", "Signatur"]


def test_a_letterhead_without_lists_or_styles_gets_ours():
    word = docx.Document()
    for style in list(word.styles.element.findall(qn("w:style"))):
        word.styles.element.remove(style)
    word.part.drop_rel(next(r for r, rel in word.part.rels.items() if rel.reltype.endswith("/numbering")))

    made = docx.Document(BytesIO(render(examples.agreement(), "docx", _saved(word)).content))

    assert "List Number" in {style.name for style in (paragraph.style for paragraph in made.paragraphs) if style}


def test_a_dotx_is_taken_as_it_is():
    changed = _rewritten(letterhead(), b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml")

    made = docx.Document(BytesIO(render(examples.agreement(), "docx", changed).content))

    assert made.sections[-1].header.paragraphs[0].text == "FJORDBY KOMMUNE"


@pytest.mark.parametrize("kind", ["empty", "text", "pdf", "cut off", "odt"])
def test_a_file_that_is_not_from_word_is_declined_in_a_sentence(kind: str):
    bad = {
        "empty": b"",
        "text": b"Hei",
        "pdf": b"%PDF-1.7",
        "cut off": letterhead()[:-400],
        "odt": render(examples.agreement(), "odt").content,
    }[kind]

    with pytest.raises(NotAWordFile, match="Malen lar seg ikke åpne"):
        render(examples.agreement(), "docx", bad)


def test_broken_xml_inside_is_declined_too():
    with pytest.raises(NotAWordFile):
        render(examples.agreement(), "docx", _rewritten(letterhead(), b"</w:", b"<w:"))


def test_a_file_that_unfolds_enormously_is_declined():
    result = BytesIO(letterhead())
    with ZipFile(result, "a", 8) as package:
        package.writestr("word/media/bomb.bin", b"0" * 61_000_000)

    with pytest.raises(TooBig):
        render(examples.agreement(), "docx", result.getvalue())


def test_macros_do_not_come_along():
    result = BytesIO(letterhead())
    with ZipFile(result, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")

    with pytest.raises(HasMacros):
        render(examples.agreement(), "docx", result.getvalue())


def _saved(word) -> bytes:
    result = BytesIO()
    word.save(result)
    return result.getvalue()


def _rewritten(package: bytes, old: bytes, new: bytes) -> bytes:
    result = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return result.getvalue()
