"""Whatever people type comes out again, or is cleaned; it never breaks a file and is never read as markup."""

import re
import unicodedata
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sloyfe.documents import preview, render
from sloyfe.documents.clean import clean
from sloyfe.documents.tests.reading import docx_text, odt_part, odt_text, opened, pdf_text
from sloyfe.documents.tree import (
    BulletList,
    Document,
    Field,
    Fields,
    Heading,
    Meta,
    Note,
    NumberedList,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Table,
)

SIGNS = (
    "\"'#$\\*_<>&@{}[]~`=-+/|%^\u00ad\u00a0\t\n"
    " æøåÆØÅáčđŋšŧžÁČ€–…→✓🙂👍🏽👩‍👩‍👧漢ا"
    "\u0301\u200d\u202e\x00\x07\x0b\ufeff\ufffe\ud800\ue000"
)
typed = st.text(alphabet=st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=40)
thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def everywhere(text: str) -> Document:
    """A document that has the text in every place where text can stand."""
    runs = (Run(text), Run(text, bold=True), Run(text, italic=True, link=text), Run("x", link=f"https://{text}"))
    return Document(
        title=f"T{text}",
        language="nb",
        subtitle=text,
        meta=Meta(text, None, text, text),
        blocks=(
            Heading(3, text),
            Heading(9, f"H{text}"),
            Paragraph(runs),
            BulletList((text, runs)),
            NumberedList((text,)),
            Table(text, (text, text), ((text, runs), (text,)), row_headers=True),
            Fields((Field(text, text, 2, text), Field(text, lines=1)), beside=True),
            Fields((Field(text, text, 2, text),)),
            Signatures((Signature(text, text, text, None, text),)),
            Note(text, text, "warning"),
        ),
    )


@given(typed)
@thorough
def test_word_documents_open_with_any_text(text: str):
    content = render(everywhere(text), "docx").content

    assert clean(f"T{text}").strip() in docx_text(content)
    assert docx.Document(BytesIO(content)).paragraphs


@given(typed)
@thorough
def test_opendocument_opens_with_any_text(text: str):
    content = render(everywhere(text), "odt").content

    assert clean(f"T{text}").strip() in odt_text(content)
    assert [odt_part(content, name) is not None for name in ("styles.xml", "meta.xml")] == [True, True]


@given(typed)
@thorough
def test_pdf_opens_with_any_text(text: str):
    with opened(render(everywhere(text), "pdf").content) as pdf:
        assert len(pdf.pages) >= 1


@given(st.text(alphabet="\"'#$\\*_<>&@{}[]~`=+/|%^æøåÆØÅáčđŋšŧžÁČabc€–…→✓ ", max_size=40))
@thorough
def test_what_a_pdf_can_show_it_shows(text: str):
    content = render(Document("T", "nb", blocks=(Paragraph(f"fra{text}til"),)), "pdf").content

    assert "".join(f"fra{text}til".split()) in "".join(pdf_text(content).split())


@given(typed)
@thorough
def test_the_preview_holds_no_markup_from_any_text(text: str):
    shown = preview(everywhere(f"<script>alert(1)</script>{text}"))

    assert "<script" not in shown
    assert 'href="javascript' not in shown


@given(typed)
@thorough
def test_cleaning_twice_changes_nothing(text: str):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", 'https://x"y', "//nordvik.example", "file:///x"]
)
def test_a_link_to_anything_but_web_and_e_mail_is_only_its_text(link: str):
    document = Document("T", "nb", blocks=(Paragraph((Run("her", link=link),)),))

    assert "<p>her</p>" in preview(document)
    assert "her" in docx_text(render(document, "docx").content)


def test_letters_typed_in_two_parts_become_one():
    assert clean(unicodedata.normalize("NFD", "å č ø")) == "å č ø"


def test_windows_line_ends_are_line_breaks():
    text = odt_text(render(Document("T", "nb", blocks=(Paragraph("en\r\nto\rtre"),)), "odt").content)

    assert "en\nto\ntre" in text


@pytest.mark.parametrize("words", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "{ DDEAUTO c cmd }"])
def test_words_like_a_formula_make_no_field_and_no_formula(words: str):
    word, odt = (render(everywhere(words), kind).content for kind in ("docx", "odt"))
    with ZipFile(BytesIO(word)) as book:
        body = book.read("word/document.xml").decode()
    with ZipFile(BytesIO(odt)) as book:
        content = book.read("content.xml").decode()

    assert words in docx_text(word)
    assert words in odt_text(odt)
    assert "w:instrText" not in body
    assert all(field.startswith("SEQ ") for field in re.findall(r'w:instr="([^"]*)"', body))
    assert "table:formula" not in content
    assert "text:database" not in content
