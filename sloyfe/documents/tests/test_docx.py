"""A Word document with real headings, header rows, captions and language."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from sloyfe.documents import render
from sloyfe.documents.tests import examples
from sloyfe.documents.tree import Document, Language, NumberedList, Paragraph


@pytest.fixture(scope="module")
def word():
    return docx.Document(BytesIO(render(examples.agreement(), "docx").content))


def test_headings_are_headings(word):
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith(("Heading", "Title"))]

    assert headings == [
        ("Title", "Avtale om nettverkssamarbeid"),
        ("Heading 1", "Parter og bakgrunn"),
        ("Heading 2", "Behov"),
        ("Heading 1", "Fremdriftsplan"),
        ("Heading 1", "Mål"),
        ("Heading 1", "Signatur"),
    ]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_language_is_set_once_for_all(language: Language):
    word = docx.Document(BytesIO(render(examples.agreement(language), "docx").content))
    said = {tag.get(qn("w:val")) for tag in word.styles.element.iter(qn("w:lang"))}

    assert said == {f"{language}-NO"}
    assert word.core_properties.language == f"{language}-NO"


def test_header_rows_are_repeated_and_row_headers_marked(word):
    table, figures, signatures = word.tables

    assert [len(t.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")) for t in word.tables] == [1, 1, 1]
    assert [len(t.rows[1]._tr.findall(f".//{qn('w:tblHeader')}")) for t in word.tables] == [0, 0, 0]
    assert [t._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) for t in word.tables] == ["1", "0", "1"]
    assert [cell.text for cell in table.rows[3].cells] == ["Solsiden SFO", "Leik og språk", "22. april", ""]
    assert [cell.text for cell in figures.rows[0].cells] == ["Område", "Snitt"]
    assert signatures.rows[1].cells[1].text == "Kari Nordmann\nkommunalsjef"


def test_captions_are_numbered_by_fields(word):
    captions = [p for p in word.paragraphs if p.style.name == "Caption"]
    fields = [p._p.find(qn("w:fldSimple")).get(qn("w:instr")) for p in captions]

    assert fields == ["SEQ Table \\* ARABIC", "SEQ Figure \\* ARABIC", "SEQ Table \\* ARABIC"]


def test_every_numbered_list_starts_at_one():
    lists = (NumberedList(("a", "b")), Paragraph("mellom"), NumberedList(("c", "d")))
    word = docx.Document(BytesIO(render(Document("T", "nb", blocks=lists), "docx").content))
    numbers = [tag.get(qn("w:val")) for tag in word.element.iter(qn("w:numId"))]

    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    starts = [tag.get(qn("w:val")) for tag in word.part.numbering_part.element.iter(qn("w:startOverride"))]
    assert starts == ["1", "1"]


def test_the_figure_is_told_in_words(word):
    assert [tag.get("descr") for tag in word.element.iter(qn("wp:docPr"))] == [
        "Søylediagram: samarbeid 4,2, tid 2,9, trivsel 3,7 av 5."
    ]


def test_the_page_is_a4_with_page_numbers(word):
    section = word.sections[0]
    fields = [tag.get(qn("w:instr")) for tag in section.footer._element.iter(qn("w:fldSimple"))]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text.startswith("Avtale om nettverkssamarbeid · Versjon 2 · 22. november 2026")


def test_the_file_says_whose_it_is(word):
    about = word.core_properties

    assert (about.title, about.author, about.comments) == ("Avtale om nettverkssamarbeid", "Nordvik kommune", "")
    assert (about.created.date(), about.modified.date()) == (examples.DAY, examples.DAY)


def test_links_lead_where_they_say(word):
    targets = [rel.target_ref for rel in word.part.rels.values() if rel.is_external]

    assert targets == ["https://nordvik.example/plan?a=1&b=2"]
