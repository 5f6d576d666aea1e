"""An OpenDocument file with real headings, header rows, captions and language."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import odfdo
import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from sloyfe.documents import render
from sloyfe.documents.tests import examples
from sloyfe.documents.tests.reading import odt_part
from sloyfe.documents.tree import Language


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(examples.agreement(), "odt").content


@pytest.fixture(scope="module")
def document(content) -> odfdo.Document:
    return odfdo.Document(BytesIO(content))


def test_headings_are_headings_without_numbers_of_their_own(content, document):
    headings = [(heading.level, heading.text_recursive) for heading in document.body.headers]
    numbers = [level.values()[1] for level in odt_part(content, "styles.xml").iter("{*}outline-level-style")]

    assert headings == [
        ("1", "Parter og bakgrunn"),
        ("2", "Behov"),
        ("1", "Fremdriftsplan"),
        ("1", "Mål"),
        ("1", "Signatur"),
    ]
    assert numbers == ["", "", "", ""]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_language_is_set(language: Language):
    content = render(examples.agreement(language), "odt").content
    said = [
        (value, element.get(name.replace("language", "country")))
        for element in odt_part(content, "styles.xml").iter("{*}text-properties")
        for name, value in element.items()
        if etree.QName(name).localname == "language"
    ]

    assert said == [(language, "NO")]
    assert odfdo.Document(BytesIO(content)).meta.language == f"{language}-NO"


def test_tables_have_header_rows_and_header_columns(content, document):
    root = odt_part(content)

    assert [table.size for table in document.body.tables] == [(4, 4), (2, 4), (4, 4)]
    assert len(list(root.iter("{*}table-header-rows"))) == 3
    assert len(list(root.iter("{*}table-header-columns"))) == 2


def test_captions_are_numbered_by_fields(content):
    numbers = [(field.values()[1], field.text) for field in odt_part(content).iter("{*}sequence")]

    assert numbers == [("Table", "1"), ("Figure", "1"), ("Table", "2")]


def test_the_figure_is_told_in_words_and_is_in_the_file(content):
    frame = next(odt_part(content).iter("{*}frame"))
    address = next(frame.iter("{*}image")).values()[0]

    assert next(frame.iter("{*}title")).text == "Søylediagram: samarbeid 4,2, tid 2,9, trivsel 3,7 av 5."
    with ZipFile(BytesIO(content)) as package:
        assert package.read(address).startswith(b"\x89PNG")


def test_every_style_we_refer_to_is_there(content):
    roots = odt_part(content), odt_part(content, "styles.xml")
    named = [element.items() for root in roots for element in root.iter("{*}style", "{*}list-style", "{*}page-layout")]
    there = {value for items in named for name, value in items if etree.QName(name).localname == "name"}
    wanted = {
        value
        for root in roots
        for element in root.iter()
        for name, value in element.items()
        if etree.QName(name).localname in {"style-name", "parent-style-name", "next-style-name"}
    }

    assert wanted <= there


def test_the_footer_has_page_numbers_version_and_date(content):
    footer = next(odt_part(content, "styles.xml").iter("{*}footer"))

    assert "".join(footer.itertext()) == "Avtale om nettverkssamarbeid · Versjon 2 · 22. november 2026side 1 av 1"
    assert [len(list(footer.iter(f"{{*}}{field}"))) for field in ("page-number", "page-count")] == [1, 1]


def test_the_file_says_whose_it_is(document):
    assert document.meta.title == "Avtale om nettverkssamarbeid"
    assert document.meta.creator == "Nordvik kommune"


def test_the_package_begins_with_its_kind(content):
    with ZipFile(BytesIO(content)) as package:
        first = package.infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        listed = {entry.values()[0] for entry in etree.fromstring(package.read("META-INF/manifest.xml"))}
        assert listed == {"/", *package.namelist()} - {"mimetype", "META-INF/manifest.xml"}
